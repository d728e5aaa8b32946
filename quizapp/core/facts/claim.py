"""Claims: the atoms ``relation(subject, object)`` that facts state and items ask about.

Whether a claim is true, false or unknown is decided in ``proof.kernel``; which relations there
are and what they promise stands in ``relations``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Status(StrEnum):
    """What the facts decide about a claim; not stated is not false."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def inverted(self) -> "Status":
        """Return the status of the negated claim."""
        return _INVERSE[self]


_INVERSE = {
    Status.TRUE: Status.FALSE,
    Status.FALSE: Status.TRUE,
    Status.UNKNOWN: Status.UNKNOWN,
}


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """An object that is not an entity: words, a date (ISO, at its precision) or a number."""

    kind: Literal["text", "date", "number"]
    text: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """The moment a claim about an office speaks of.

    Attributes:
        date: ISO, at its stated precision.
        source: set when the moment is "when this source was written" (rule R12); all such
            claims of one source share the moment, though its day may be unknown.
    """

    date: str
    source: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Every instant from the start of one day to the end of another.

    Attributes:
        start, until: ISO, at their stated precision.
    """

    start: str
    until: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One atom of the claim vocabulary, stated or denied.

    Attributes:
        relation: a name of ``relations.RELATIONS``.
        subject: an entity id, a fact's slug, or ``FACT[start:end]`` for ``words``.
        object: an entity id, or a ``Value``.
        at: the moment, for offices only; a ``Period`` in what a fact states, never in an item.
        holds: False for the denial of the atom.
    """

    relation: str
    subject: str
    object: str | Value
    at: Instant | Period | None = None
    holds: bool = True

    def negated(self) -> "Claim":
        """Return the same atom with the opposite sign."""
        return Claim(self.relation, self.subject, self.object, self.at, not self.holds)

    @property
    def atom(self) -> "Claim":
        """The claim without its sign."""
        return self if self.holds else self.negated()
