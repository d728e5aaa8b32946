"""Where a text names declared entities, and which spans of a quotation may be blanked (R10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.entity import Entity
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.text.citing import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that is a name or alias of entities.

    Attributes:
        start, end: code points, half open, in the raw text.
        entities: the ids that have the name; several where it is ambiguous.
    """

    start: int
    end: int
    entities: tuple[str, ...]


class NamesInTexts:
    """The names of things, to be found in many texts; put in order when the first is asked for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = tuple(entities)

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        for entity in self._entities:
            for name in entity.names:
                ids = named.setdefault(fold(name).text.strip().lower(), [])
                if entity.id not in ids:
                    ids.append(entity.id)
        return named

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        # A name stands in a text only where its first word does; what has no word is looked for
        # in every text.
        by_word: dict[str, list[str]] = {}
        for name in self._named:
            word = _WORD.search(name)
            by_word.setdefault(word.group() if word else "", []).append(name)
        return by_word

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the names that stand in a text, in order; the longest wins where two overlap.

        Names are found whatever their case, whole words only, quotes and dashes folded.
        """
        folded = fold(text)
        lowered = folded.text.lower()
        words = {"", *_WORD.findall(lowered)} & self._by_word.keys()
        names = [name for word in words for name in self._by_word[word] if name in lowered]
        found: list[Mention] = []
        taken: list[tuple[int, int]] = []
        for name in sorted(names, key=lambda one: (-len(one), one)):
            for span in _whole_words(name, lowered):
                if any(start < span[1] and span[0] < end for start, end in taken):
                    continue
                taken.append(span)
                found.append(Mention(*folded.raw_span(*span), tuple(self._named[name])))
        return tuple(sorted(found, key=lambda mention: mention.start))


def _whole_words(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands and no word goes on before or behind it, without overlaps."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _is_in_word(text[at - 1 : at]) or _is_in_word(text[end : end + 1]):
            at = text.find(name, at + 1)
        else:
            yield at, end
            at = text.find(name, end)


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def blank_id(slug: str, start: int, end: int) -> str:
    """Return the subject of a ``words`` claim: ``FACT[start:end]``."""
    return f"{slug}[{start}:{end}]"


def word_atoms(fact: StatementFact, names: NamesInTexts) -> Iterator[Atom]:
    """Yield a ``words`` atom for each span of the quotation that may be blanked.

    These are the spans listed under ``blank`` and the names of single entities; all share the
    slot ``FACT/words``.
    """
    if fact.quote is None:
        return
    named = [
        (mention.start, mention.end)
        for mention in names.mentions(fact.quote)
        if len(mention.entities) == 1
    ]
    for start, end in dict.fromkeys([*fact.blanks, *named]):
        claim = Claim(
            "words",
            blank_id(fact.slug, start, end),
            Value("text", fact.quote[start:end]),
        )
        yield Atom(claim, fact.slug, f"{fact.slug}/words", fact.cites)
