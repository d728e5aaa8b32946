"""Facts as values: one dataclass a shape, each with a slug and its citations.

The shapes' schemas and how they become atoms stand in ``shapes``.
"""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.source import Citation


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of entity ids a fact speaks of.

    Attributes:
        listed: what it names.
        denied: what it says is not so, each with its own citations (empty: the fact's).
        complete: whether nothing else belongs to it.
    """

    listed: tuple[str, ...]
    denied: tuple[tuple[str, tuple[Citation, ...]], ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class StatementFact:
    """Somebody said something.

    Attributes:
        speakers: ids of people, orgs, places, groups; empty for the narrator and where the
            source names nobody.
        jointly: one text issued by all of them (R11b: ``issued_by``).
        narrator: the source itself says it.
        quote, gist: the words, or what they say ("that …"); at least one is set.
        medium, said_at, said_on: where, at which event, about which event.
        dated: ISO date of the utterance.
        reported: ids of those whose act it reports (``of``).
        about: the topics its words name; None where nothing is said of that.
        only: nobody else said it at its occasion.
        blanks: (start, end) in the quote of the spans listed under ``blank``.
        echoes: slugs of the statements in which the same was said.
    """

    slug: str
    cites: tuple[Citation, ...]
    speakers: tuple[str, ...]
    jointly: bool
    narrator: bool
    quote: str | None
    gist: str | None
    medium: str | None
    said_at: str | None
    said_on: str | None
    dated: str | None
    reported: tuple[str, ...]
    about: ItemList | None
    only: bool
    blanks: tuple[tuple[int, int], ...]
    echoes: tuple[str, ...] = ()

    @property
    def occasion(self) -> str | None:
        """The event it belongs to: where it was said, else what it refers to."""
        return self.said_at or self.said_on


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """An event covered topics."""

    slug: str
    cites: tuple[Citation, ...]
    event: str
    covered: ItemList


@dataclass(frozen=True, slots=True)
class OfficeFact:
    """Somebody held an office.

    Attributes:
        at: the moment (``on``) or the period (``from``/``until``). An ``Instant`` with a source
            is one moment; one without means "at some time on that day or in that month".
    """

    slug: str
    cites: tuple[Citation, ...]
    office: str
    holder: str
    at: Instant | Period
    denied: tuple[tuple[str, tuple[Citation, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class EventFact:
    """What is known of an event; the slug is the event's id."""

    slug: str
    cites: tuple[Citation, ...]
    date: str | None
    began: str | None
    ended: str | None
    place: str | None
    participants: ItemList | None
    parties: ItemList | None
    part_of: tuple[str, ...]
    same_time: tuple[str, ...]
    example_of: ItemList | None = None


@dataclass(frozen=True, slots=True)
class SequenceFact:
    """One event was over before the next began; the slug is the entry's id."""

    slug: str
    cites: tuple[Citation, ...]
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermFact:
    """What a term means, and of which terms it is an example; the slug is the term's id."""

    slug: str
    cites: tuple[Citation, ...]
    means: str | None
    example_of: ItemList | None


@dataclass(frozen=True, slots=True)
class ExampleFact:
    """Of which terms a thing is, or is not, an example; the slug is the thing's id."""

    slug: str
    cites: tuple[Citation, ...]
    example_of: ItemList


@dataclass(frozen=True, slots=True)
class NumberFact:
    """How much a quantity was (R16).

    Attributes:
        value: the number as printed, without grouping; None where only a bound is known.
        least, most: likewise, for one-sided words ("over", "up to").
        unit: as printed; None for a bare number.
        tolerance: how far the true number may lie from the value, in its unit.
        at: the date it holds for, or None.
    """

    slug: str
    cites: tuple[Citation, ...]
    quantity: str
    value: str | None
    least: str | None
    most: str | None
    unit: str | None
    tolerance: Fraction
    at: Instant | None


@dataclass(frozen=True, slots=True)
class RelationFact:
    """Rows of a relation that the set declares.

    Attributes:
        rows: (subject, object) pairs; of a symmetric relation sorted by id.
        denied: rows that are not so, each with its own citations (empty: the fact's).
        complete: subjects whose list is complete, each with all that is on it.
        at: the date the rows hold for (``as_of``), or None.
    """

    slug: str
    cites: tuple[Citation, ...]
    relation: str
    rows: tuple[tuple[str, str], ...]
    denied: tuple[tuple[str, str, tuple[Citation, ...]], ...]
    complete: tuple[tuple[str, tuple[str, ...]], ...]
    at: Instant | None


@dataclass(frozen=True, slots=True)
class ExplanationFact:
    """One fact explains another, or does not; never inferred.

    Attributes:
        explained, explaining: slugs of facts.
        holds: False for ``not_by``.
    """

    slug: str
    cites: tuple[Citation, ...]
    explained: str
    explaining: str
    holds: bool


Fact = (
    StatementFact
    | CoverageFact
    | OfficeFact
    | EventFact
    | SequenceFact
    | TermFact
    | ExampleFact
    | NumberFact
    | RelationFact
    | ExplanationFact
)


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question written by hand: its author's word, never counted as proved.

    Attributes:
        slug: its id.
        format: the name of a response format.
        right: the right options, or the texts that a typed answer accepts.
        wrong: the wrong options.
        why: what the author says of the key; None where nothing.
        tests: slots ``slug/part``; ``slug/answer`` where none are named.
    """

    slug: str
    cites: tuple[Citation, ...]
    format: str
    stem: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    why: str | None
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """A claim that a fact states or denies.

    Attributes:
        fact: the fact's slug.
        slot: ``slug/part``, the memory key without the set.
        cites: where this very claim stands.
    """

    claim: Claim
    fact: str
    slot: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """A fact's word that a list is complete.

    Attributes:
        relation, subject: whose list.
        listed: all that is on it.
        inverse: whether ``subject`` is the object, and the list holds all its subjects.
        at: the date it holds for, of rows with ``as_of``.
    """

    relation: str
    subject: str
    listed: tuple[str, ...]
    fact: str
    inverse: bool = False
    at: Instant | None = None
