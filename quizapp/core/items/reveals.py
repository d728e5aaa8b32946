"""What a printed item gives away: by the names it prints and by the texts it quotes (R17).

Found conservatively: a claim counts as given away when a clever reader might take it from the
text. Whether two items of one quiz spoil each other is decided in ``enemies``.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.dates import Precision, parse_date
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.names import Names, folded_words, words_within
from quizapp.core.text.words import content_words

#: The relations whose slots a field of ``reveals`` answers.
ANSWERS = {
    "parties": ("party",),
    "participants": ("took_part",),
    "place": ("place",),
    "date": ("date", "began", "ended", "before"),
    "began": ("began", "before"),
    "ended": ("ended", "before"),
    "order": ("before",),
    "holder": ("holder",),
    "office": ("holder",),
}
_DATES = ("date", "began", "ended")
_WITH_OBJECTS = ("took_part", "party", "place")
#: Of so many things it is remembered what their names answer: items of a slot name the same ones.
_THINGS_KEPT = 1_000


class Revelations:
    """What names and texts of one bank reveal."""

    def __init__(self, bank: Bank, names: Names, months: Sequence[str]) -> None:
        self._bank = bank
        self._names = names
        self._names_of = lru_cache(maxsize=_THINGS_KEPT)(self._answering)
        self._months = months
        self._dated = re.compile(
            r"\d|\b(?:" + "|".join(map(re.escape, months)) + r")\b", re.IGNORECASE
        )
        # Atoms by their place in the bank; a thing may be the object of a great many.
        self._as_subject: dict[str, list[int]] = {}
        self._as_object: dict[tuple[str, str], list[int]] = {}
        self._blanks: dict[str, list[tuple[tuple[str, ...], Atom]]] = {}
        for place, atom in enumerate(bank.atoms):
            if atom.claim.relation == "words" and isinstance(atom.claim.object, Value):
                words = folded_words(atom.claim.object.text)
                self._blanks.setdefault(atom.fact, []).append((words, atom))
            elif atom.claim.holds:
                self._as_subject.setdefault(atom.claim.subject, []).append(place)
                if isinstance(atom.claim.object, str):
                    ends = (atom.claim.object, atom.claim.relation)
                    self._as_object.setdefault(ends, []).append(place)

    def _of(self, id_: str, relations: Iterable[str]) -> Iterator[Atom]:
        """Yield what is stated of a thing, and where it is the object of one of the relations."""
        places = set(self._as_subject.get(id_, ()))
        for relation in relations:
            places.update(self._as_object.get((id_, relation), ()))
        return (self._bank.atoms[place] for place in sorted(places))

    def safe_name(self, id_: str, tested: frozenset[str]) -> str | None:
        """Return the first name of a thing that answers none of the tested slots, or None.

        A name answers what it declares, and any slot whose answer it shares a word with: whom or
        where, in which month or year. It answers an order if it names the other event.
        """
        for name, answered in self._names_of(id_):
            if answered.isdisjoint(tested):
                return name
        return None

    def _answering(self, id_: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """Return the full names of a thing, with the slots that each of them answers."""
        entity = self._bank.entities[id_]
        named = (
            (entity.name, entity.reveals),
            *((other.text, other.reveals) for other in entity.also_called),
        )
        return tuple(
            (name, frozenset(atom.slot for atom in self._answered(id_, name, fields)))
            for name, fields in named
        )

    def of_names(self, texts: Iterable[str]) -> Iterator[Atom]:
        """Yield what the names that stand in the texts reveal."""
        whole = "\n".join(texts)
        words = folded_words(whole)
        for id_ in sorted(self._names.named_in(whole)):
            entity = self._bank.entities[id_]
            for name, fields in (
                *((name, entity.reveals) for name in (entity.name, *entity.aliases)),
                *((other.text, other.reveals) for other in entity.also_called),
            ):
                if words_within(folded_words(name), words):
                    yield from self._answered(id_, name, fields)

    def _answered(self, id_: str, name: str, fields: Iterable[str]) -> Iterator[Atom]:
        relations = {relation for field in fields for relation in ANSWERS.get(field, (field,))}
        inside = self._names.named_in(name) - {id_}
        words = content_words(name)
        for atom in self._of(id_, {*relations, "before"}):
            if atom.claim.relation in relations or self._is_spelled(atom.claim, id_, inside, words):
                yield atom
        if "holder" in relations:  # "Prime Minister Rao's visit" names an event and a holder
            for person in sorted(inside):
                yield from self._held_by(person)

    def _held_by(self, person: str) -> Iterator[Atom]:
        """Yield what is stated of the offices of a person."""
        return (a for a in self._of(person, ("holder",)) if a.claim.relation == "holder")

    def _is_spelled(
        self, claim: Claim, id_: str, inside: Collection[str], words: frozenset[str]
    ) -> bool:
        """Return whether a name of a thing holds the answer to a question about it.

        Args:
            inside: the things that the name names.
            words: its content words.
        """
        if claim.relation == "before":
            return claim.subject in inside or claim.object in inside
        return claim.subject == id_ and (
            claim.object in inside or not words.isdisjoint(self._telling(claim.object))
        )

    def _telling(self, answer: str | Value) -> frozenset[str]:
        """Return the content words of an answer: of a thing's names, of a date's month and year."""
        if isinstance(answer, str):
            texts = self._bank.entities[answer].names
        elif answer.kind == "date":
            date = parse_date(answer.text)
            exact = date.precision >= Precision.MONTH
            texts = (answer.text[:4], *([self._months[date.first.month - 1]] if exact else []))
        else:
            texts = (answer.text,)
        return frozenset(word for text in texts for word in content_words(text))

    def of_quotation(self, fact: StatementFact, printed: str) -> Iterator[Atom]:
        """Yield what the printed words, or gist, of a statement reveal.

        Its topics and missing words; the offices of persons it names; of the events it names the
        dates where it has a month or a digit, and place and participants where it names them.
        """
        named = self._names.named_in(printed)
        for atom in self._of(fact.slug, ()):
            if atom.claim.relation == "about":
                yield atom
        words = folded_words(printed)
        for blank, atom in self._blanks.get(fact.slug, ()):
            if words_within(blank, words):
                yield atom
        for id_ in sorted(named):
            section = self._bank.entities[id_].section
            for atom in self._of(id_, ("holder", "covered")):
                claim = atom.claim
                if (
                    (section is Section.PEOPLE and claim.relation == "holder")
                    or (section is Section.TOPICS and claim.relation == "covered")
                    or (
                        claim.subject == id_
                        and (
                            (claim.relation in _DATES and self._dated.search(printed))
                            or (claim.relation in _WITH_OBJECTS and claim.object in named)
                        )
                    )
                ):
                    yield atom
        for topic in fact.about.listed if fact.about else ():
            for atom in self._of(topic, ("covered",)):
                if atom.claim.relation == "covered":
                    yield atom
