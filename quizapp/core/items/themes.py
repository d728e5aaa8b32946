"""Themes: what an item is about, for mixing a quiz and for counting its result per topic.

A theme is a declared thing, or, where an item is about none, the shape of fact it asks of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import (
    CoverageFact,
    EventFact,
    ExampleFact,
    ExplanationFact,
    Fact,
    NumberFact,
    OfficeFact,
    RelationFact,
    SequenceFact,
    StatementFact,
    TermFact,
)
from quizapp.core.items.item import Item

#: The parts of a slot that name the topic they ask about.
_TOPIC_PARTS = frozenset(("about", "covered"))
_EVENT_SHAPES = {
    "date": "dates",
    "began": "dates",
    "ended": "dates",
    "place": "places",
    "took_part": "participants",
    "party": "participants",
    "example_of": "terms",
}
#: The keys of the headings that a wording must have.
SHAPES = frozenset(
    {
        *_EVENT_SHAPES.values(),
        "offices",
        "orders",
        "statements",
        "coverage",
        "terms",
        "numbers",
        "relations",
        "reasons",
        "questions",
    }
)
#: A statement about more topics than these is about none in particular.
_FEW = 2


@dataclass(frozen=True, slots=True, order=True)
class Theme:
    """What an item is about.

    Attributes:
        thing: the id of a topic or an event; None for a shape.
        shape: one of ``SHAPES``; None for a thing.
    """

    thing: str | None = None
    shape: str | None = None


class Headings(Protocol):
    """The part of the wording that names shapes."""

    def heading(self, key: str) -> str:
        """Return the heading for a shape."""
        ...


def themes(item: Item, bank: Bank, wording: Headings) -> tuple[str, ...]:
    """Return the headings under which a result counts the item, each once, sorted."""
    found = {_heading(theme, bank, wording) for theme in themes_of(item, bank)}
    return tuple(sorted(found))


def themes_of(item: Item, bank: Bank) -> frozenset[Theme]:
    """Return the themes of the slots that the item tests."""
    return frozenset(theme for key in item.tests for theme in _of_slot(key, bank))


def headings_of_slot(key: str, bank: Bank, wording: Headings) -> tuple[str, ...]:
    """Return the headings under which one slot counts, by its slot key, each once, sorted."""
    return tuple(sorted({_heading(theme, bank, wording) for theme in _of_slot(key, bank)}))


def _heading(theme: Theme, bank: Bank, wording: Headings) -> str:
    text = (
        bank.entities[theme.thing].name
        if theme.thing is not None
        else wording.heading(theme.shape or "")
    )
    return text[:1].upper() + text[1:]


def _of_slot(key: str, bank: Bank) -> Iterator[Theme]:
    _, slug, part = key.split("/", 2)
    part, _, named = part.partition(":")
    if part in _TOPIC_PARTS:
        yield Theme(thing=named)
        return
    fact = bank.facts.get(bank.renamed.get(slug, slug))
    if fact is None:  # a question written by hand, or one of a fact that is no longer there
        yield Theme(shape="questions")
    elif isinstance(fact, StatementFact):
        yield from _of_statement(fact)
    else:
        yield Theme(shape=_shape(fact, part))


def _of_statement(fact: StatementFact) -> Iterator[Theme]:
    topics = fact.about.listed if fact.about is not None else ()
    if 0 < len(topics) <= _FEW:
        yield from (Theme(thing=topic) for topic in topics)
    elif fact.occasion is not None:
        yield Theme(thing=fact.occasion)
    else:
        yield Theme(shape="statements")


def _shape(fact: Fact, part: str) -> str:
    match fact:
        case OfficeFact():
            return "offices"
        case SequenceFact():
            return "orders"
        case EventFact():
            return _EVENT_SHAPES[part]
        case CoverageFact():
            return "coverage"
        case StatementFact():
            return "statements"
        case TermFact() | ExampleFact():
            return "terms"
        case NumberFact():
            return "numbers"
        case RelationFact():
            return "relations"
        case ExplanationFact():
            return "reasons"
