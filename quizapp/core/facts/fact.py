"""Facts as values: one dataclass a shape, each with a slug and its citations.

The shapes' schemas and how they become atoms stand in ``shapes``.
"""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class SequenceFact:
    """One event was over before the next began; the slug is the entry's id."""

    slug: str
    cites: tuple[Citation, ...]
    order: tuple[str, ...]


Fact = StatementFact | CoverageFact | OfficeFact | EventFact | SequenceFact


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
    """

    relation: str
    subject: str
    listed: tuple[str, ...]
    fact: str
