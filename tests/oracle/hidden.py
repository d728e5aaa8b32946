"""A hidden world: how things really are, of which a set of facts later reveals a part.

It is written in plain Python from the meaning of the claims, without the solver: what the oracle
(or the kernel) calls true must hold here, and what they call false must not.
"""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.claims import Claim
from tests.oracle.days import span
from tests.oracle.knowledge import Entity, Relation
from tests.oracle.own import framed

#: A moment is a day's ordinal and a part of the day.
Moment = float


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody held an office from one moment up to another."""

    office: str
    person: str
    begins: Moment
    ends: Moment


@dataclass(slots=True)
class Hidden:
    """Everything that is so. Sets of pairs and triples are closed under what follows."""

    things: dict[str, Entity] = field(default_factory=dict)
    #: Which thing stands for another one that it secretly is.
    is_really: dict[str, str] = field(default_factory=dict)
    #: What holds: relation, subject, object, by representatives.
    holding: set[tuple[str, str, str]] = field(default_factory=set)
    #: When events began and ended, and words were spoken.
    lasted: dict[str, tuple[Moment, Moment]] = field(default_factory=dict)
    spoken: dict[str, Moment] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    written: dict[str, Moment] = field(default_factory=dict)
    #: The relations of the set's own, each with the dates (or none) of which it is known.
    relations: dict[str, tuple[Relation, tuple[str, ...]]] = field(default_factory=dict)
    _wholes: dict[str, set[str]] = field(default_factory=dict)

    def real(self, thing: str) -> str:
        """Return what a thing secretly is."""
        return self.is_really.get(thing, thing)

    def same(self, one: str, other: str) -> bool:
        """Return whether two names mean one thing."""
        return self.real(one) == self.real(other)

    def wholes(self, thing: str) -> set[str]:
        """Return what a thing is part of, itself included, by representatives."""
        key = self.real(thing)
        if key not in self._wholes:
            self._wholes[key] = self._climb(key)
        return self._wholes[key]

    def forget(self) -> None:
        """Compute the wholes anew: the things have changed."""
        self._wholes.clear()

    def _climb(self, thing: str) -> set[str]:
        found: set[str] = set()
        open_ = [thing]
        while open_:
            part = open_.pop()
            if part in found:
                continue
            found.add(part)
            for entity in self.things.values():
                if self.real(entity.id) == part:
                    open_ += [self.real(whole) for whole in entity.part_of]
        return found

    def near(self, one: str, other: str) -> bool:
        """Return whether two things may have something in common."""
        ones, others = self._line(one), self._line(other)
        if self.have_common_part(one, other) or self.real(other) in ones:
            return True
        return any(
            (self.real(entity.id) in ones and self.real(over) in others)
            or (self.real(entity.id) in others and self.real(over) in ones)
            for entity in self.things.values()
            for over in entity.overlaps
        )

    def have_common_part(self, one: str, other: str) -> bool:
        """Return whether something is part of both."""
        both = {self.real(one), self.real(other)}
        return any(both <= self.wholes(thing) for thing in self.things)

    def share(self, one: str, other: str) -> bool:
        """Return whether two things certainly have something in common."""
        parts = {self.real(t) for t in self.things if self.real(one) in self.wholes(t)}
        others = {self.real(t) for t in self.things if self.real(other) in self.wholes(t)}
        return bool(parts & others) or any(
            (self.real(entity.id) in parts and self.real(over) in others)
            or (self.real(entity.id) in others and self.real(over) in parts)
            for entity in self.things.values()
            for over in entity.overlaps
        )

    def _line(self, thing: str) -> set[str]:
        parts = {self.real(t) for t in self.things if self.real(thing) in self.wholes(t)}
        return parts | self.wholes(thing)

    def add(self, relation: str, subject: str, thing: str) -> None:
        """Let something hold, of every whole too where parts speak for wholes."""
        upward = relation in ("about", "covered", "place")
        for whole in self.wholes(thing) if upward else {self.real(thing)}:
            self.holding.add((relation, self.real(subject), whole))

    def holds(self, claim: Claim) -> bool:
        """Return whether a claim holds."""
        if claim.relation == "holder":
            return self._held(claim)
        subject = self.real(claim.subject)
        if claim.relation == "before":
            return self.lasted[subject][1] < self.lasted[self.real(claim.object)][0]
        if claim.relation == "dated":
            return _lies(self.spoken[subject], claim.object)
        if claim.sort == "date":
            begins, ends = self.lasted[subject]
            return (claim.relation == "ended" or _lies(begins, claim.object)) and (
                claim.relation == "began" or _lies(ends, claim.object)
            )
        relation = framed(claim.relation, claim.at)
        return (relation, subject, self.real(claim.object)) in self.holding

    def _held(self, claim: Claim) -> bool:
        first, last = (
            (self.written[claim.at.removeprefix("source:")],) * 2
            if claim.at.startswith("source:")
            else (span(claim.at)[0], span(claim.at)[1] + 1 - 1e-9)
        )
        return any(
            term.begins <= last and first < term.ends
            for term in self.terms
            if self.same(term.office, claim.subject) and self.same(term.person, claim.object)
        )


def _lies(moment: Moment, written: str) -> bool:
    first, last = span(written)
    return first <= moment < last + 1


def rounded(moment: Moment, precision: str) -> str:
    """Return the day, month or year of a moment."""
    iso = date.fromordinal(int(moment)).isoformat()
    return {"day": iso, "month": iso[:7], "year": iso[:4]}[precision]
