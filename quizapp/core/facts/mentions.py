"""Where a text names declared entities, and which spans of a quotation may be blanked (R10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.entity import Entity
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.text.citing import fold


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


def mentions(text: str, entities: Iterable[Entity]) -> tuple[Mention, ...]:
    """Return the names that stand in a text, in order; the longest wins where two overlap.

    Names are found whatever their case, whole words only, quotes and dashes folded.
    """
    folded = fold(text)
    lowered = folded.text.lower()
    named: dict[str, list[str]] = {}
    for entity in entities:
        for name in entity.names:
            ids = named.setdefault(fold(name).text.strip().lower(), [])
            if entity.id not in ids:
                ids.append(entity.id)
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for name in sorted(named, key=lambda one: (-len(one), one)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", lowered):
            span = match.span()
            if any(start < span[1] and span[0] < end for start, end in taken):
                continue
            taken.append(span)
            found.append(Mention(*folded.raw_span(*span), tuple(named[name])))
    return tuple(sorted(found, key=lambda mention: mention.start))


def blank_id(slug: str, start: int, end: int) -> str:
    """Return the subject of a ``words`` claim: ``FACT[start:end]``."""
    return f"{slug}[{start}:{end}]"


def word_atoms(fact: StatementFact, entities: Iterable[Entity]) -> Iterator[Atom]:
    """Yield a ``words`` atom for each span of the quotation that may be blanked.

    These are the spans listed under ``blank`` and the names of single entities; all share the
    slot ``FACT/words``.
    """
    if fact.quote is None:
        return
    named = [
        (mention.start, mention.end)
        for mention in mentions(fact.quote, entities)
        if len(mention.entities) == 1
    ]
    for start, end in dict.fromkeys([*fact.blanks, *named]):
        claim = Claim(
            "words",
            blank_id(fact.slug, start, end),
            Value("text", fact.quote[start:end]),
        )
        yield Atom(claim, fact.slug, f"{fact.slug}/words", fact.cites)
