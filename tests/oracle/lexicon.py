"""What a hole of a frame may print, for one set: each printed form with the thing that it means.

A name is printed as it stands in a sentence, bare, or with the indefinite article; a quotation by
its words, its first words, or with a gap. All forms are tried, so that a second meaning is found.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.oracle.declared import DATE, reasons, sayings, stems
from tests.oracle.knowledge import SPEAKERS, Entity, Knowledge, Relation
from tests.oracle.wording import Frame, Hole, Language

#: The sorts of thing that a hole stands for, where its name says it.
SORTS = {
    "medium": ("medium",),
    "at": ("event",),
    "on": ("event",),
    "event": ("event",),
    "office": ("office",),
    "person": ("person",),
    "speaker": SPEAKERS,
    "topic": ("topic",),
    "term": ("term",),
}
#: Objects that are no things: they are printed as they are recorded.
MEANING, AMOUNT = "meaning", "amount"
PRECISIONS = ("day", "month", "year")
DATED = ("written", "start", "until", DATE)
NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?:/\d+)?")
GAPPED = re.compile(r"[^“”]*")


class Lexicon:
    """The printed forms of one set in one language."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        """Write down every form of every name."""
        self.knowledge = knowledge
        self.language = language
        self._names: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for entity in knowledge.entities.values():
            for style in ("", "name", "a"):
                forms = sorted({self._form(entity, n.text, style) for n in entity.names})
                self._names[entity.section, style] += [(form, entity.id) for form in forms]
        self._quotes = [(s.quote, s.id) for s in knowledge.statements.values() if s.quote]
        self._gists = [(s.gist, s.id) for s in knowledge.statements.values() if s.gist]
        self._openings = [
            (" ".join(words[:count]).rstrip(",;:."), slug)
            for quote, slug in self._quotes
            for words in [quote.split(" ")]
            for count in range(1, len(words))
        ]
        meanings = {a.object for a in knowledge.atoms if a.relation == "means"}
        self._names[MEANING, ""] = [(meaning, meaning) for meaning in sorted(meanings)]
        self._units = sorted({n.unit for n in knowledge.numbers if n.unit}, key=len, reverse=True)
        self._labels = [(s.label, s.id) for s in knowledge.sources.values()]
        self._dates = _date_patterns(language)
        #: The frames of the set's own relations.
        self.says = tuple(sayings(knowledge, language))
        self.stems = tuple(stems(knowledge, language))
        self._by_letter: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = {}
        self._reasons: dict[str, dict[str, tuple[Frame, ...]]] = {}

    def _form(self, entity: Entity, name: str, style: str) -> str:
        grammar = self.language.grammar
        if style == "name":
            return name
        if style == "a":
            vowel = name[0].lower() in grammar["vowels"]
            return str(grammar["before_vowel" if vowel else "indefinite"]).format(name=name)
        return str(grammar["definite"]).format(name=name) if entity.the else name

    def reasons(self, relation: Relation) -> dict[str, tuple[Frame, ...]]:
        """Return the clauses of reasons about one of the set's own relations."""
        if relation.id not in self._reasons:
            self._reasons[relation.id] = reasons(relation, self.language)
        return self._reasons[relation.id]

    def fill(
        self, hole: Hole, sorts: tuple[str, ...], text: str, at: int
    ) -> Iterator[tuple[int, str]]:
        """Yield the ends and the meanings of what ``hole`` may have printed at a place.

        Args:
            sorts: the sections that the hole may stand for, where its name does not say it.
        """
        if hole.name in PRECISIONS:
            yield from self._date((hole.name,), text, at)
        elif hole.name in DATED:
            yield from self._date(PRECISIONS, text, at)
        elif hole.name == "gapped":
            yield from self._gapped(text, at)
        elif sorts == (AMOUNT,):
            yield from self._amount(text, at)
        else:
            for form, meaning in self._forms(hole, sorts, text[at : at + 1]):
                if _stands(form, text, at):
                    yield at + len(form), meaning

    def names(
        self, sorts: tuple[str, ...], style: str, beginning: str
    ) -> Iterator[tuple[str, str]]:
        """Yield the forms of the things of some sections that begin with a letter, large or small.

        A set may name thousands of things: the letter leaves a few of them.
        """
        for sort in sorts:
            if (sort, style) not in self._by_letter:
                letters = self._by_letter[sort, style] = defaultdict(list)
                for form, meaning in self._names[sort, style]:
                    letters[form[:1].casefold()].append((form, meaning))
            yield from self._by_letter[sort, style].get(beginning.casefold(), ())

    def _forms(
        self, hole: Hole, sorts: tuple[str, ...], beginning: str
    ) -> Iterator[tuple[str, str]]:
        if hole.name == "quote":
            yield from self._quotes
        elif hole.name == "gist":
            yield from self._gists
        elif hole.name == "opening":
            yield from self._openings
        elif hole.name == "source":
            yield from self._labels
        else:
            sorts = (MEANING,) if hole.name == MEANING else SORTS.get(hole.name, sorts)
            style = "" if sorts == (MEANING,) else hole.style
            yield from self.names(sorts, style, beginning)

    def _amount(self, text: str, at: int) -> Iterator[tuple[int, str]]:
        """Yield a number with the unit behind it, joined by a bar."""
        match = NUMBER.match(text, at)
        if match is None:
            return
        number = match[0].replace(",", "").replace("−", "-")
        for unit in self._units:
            if text.startswith(f" {unit}", match.end()):
                yield match.end() + 1 + len(unit), f"{number}|{unit}"
        yield match.end(), f"{number}|"

    def _gapped(self, text: str, at: int) -> Iterator[tuple[int, str]]:
        gap = self.language.grammar["gap"]
        match = GAPPED.match(text, at)
        assert match is not None
        before, found, after = match[0].partition(gap)
        if not found or gap in after:
            return
        for quote, slug in self._quotes:
            start, end = len(before), len(quote) - len(after)
            if start < end and quote.startswith(before) and quote.endswith(after):
                yield match.end(), f"{slug}[{start}:{end}]"

    def _date(self, precisions: tuple[str, ...], text: str, at: int) -> Iterator[tuple[int, str]]:
        months = self.language.grammar["months"]
        for precision in precisions:
            match = self._dates[precision].match(text, at)
            if match:
                parts = match.groupdict()
                iso = parts["year"]
                if "month" in parts:
                    iso += f"-{months.index(parts['month']) + 1:02}"
                if "day" in parts:
                    iso += f"-{int(parts['day']):02}"
                yield match.end(), iso


def _stands(form: str, text: str, at: int) -> bool:
    """Return whether a form stands at a place; a finished text begins with a capital."""
    if text.startswith(form, at):
        return True
    return at == 0 and text.startswith(form[:1].upper() + form[1:])


def _date_patterns(language: Language) -> dict[str, re.Pattern[str]]:
    grammar = language.grammar
    months = f"(?P<month>{'|'.join(grammar['months'])})"
    parts = {"day": r"(?P<day>\d{1,2})", "month": months, "year": r"(?P<year>\d{4})"}
    return {
        precision: re.compile(grammar[precision].format(**parts) + r"(?!\d)")
        for precision in PRECISIONS
    }
