"""Slots that two sources fill differently: nothing about them is decided (section 1.4).

A slot is what one subject has in a single-valued relation, in one frame; of a relation with one
subject, also whose one object is. Two facts that share a source contradict each other instead.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from tests.oracle.claims import DATES, Claim, Verdict
from tests.oracle.days import is_day, span
from tests.oracle.knowledge import Atom, Knowledge, Tenure
from tests.oracle.numbers import exclude
from tests.oracle.sameness import classes, of_class, one_of

EVENTS = ("date", "began", "ended", "place")


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A single-valued slot; of an ``inverse`` one, ``end`` is the object."""

    relation: str
    end: str
    at: str = ""
    inverse: bool = False


#: Decides claims about things.
ByThings: TypeAlias = Callable[[Iterable[Claim]], Mapping[Claim, Verdict]]

#: A slot, and two atoms that fill it, each with its value.
Rivals: TypeAlias = tuple[Slot, tuple[Atom, str], tuple[Atom, str]]


class Blocked:
    """The blocked slots of a set, and what the set says without them.

    Attributes:
        contradictory: one source fills a slot in two ways: no world agrees with it.
        doubtful: two values of one slot are perhaps the same: the set is refused (R2).
    """

    def __init__(self, knowledge: Knowledge, by_things: ByThings) -> None:
        """Find the slots.

        Args:
            by_things: decides claims that two things touch or are the same by the things alone,
                whatever the facts state.
        """
        self._same = classes(knowledge)
        self._knowledge = knowledge
        rivals, holders = list(self._rivals()), list(self._holders())
        doubts = {claim for pair in rivals for claim in _doubt(pair)}
        doubts |= {doubt for _, doubt in holders}
        known = by_things(sorted(doubts)) if doubts else {}
        single = {doubt for pair in rivals if not pair[0].inverse for doubt in _doubt(pair)}
        single |= {doubt for _, doubt in holders}
        self.doubtful = any(known[doubt] == "unknown" for doubt in single)
        refuted = {doubt for doubt, verdict in known.items() if verdict == "false"}
        self.slots = {
            pair[0]
            for pair in rivals
            if self._from_two(pair[1][0].fact, pair[2][0].fact)
            and (_clash(pair) or refuted.intersection(_doubt(pair)))
        }
        self.contradictory = any(
            not self._from_two(pair[1][0].fact, pair[2][0].fact)
            and (_clash(pair) or refuted.intersection(_doubt(pair)))
            for pair in rivals
        ) or any(
            doubt in refuted and not self._from_two(pair[0].fact, pair[1].fact)
            for pair, doubt in holders
        )
        self._numbers()
        self.terms = {
            term
            for pair, doubt in holders
            if doubt in refuted and self._from_two(pair[0].fact, pair[1].fact)
            for term in pair
        }
        self.rest = self._without() if self.slots or self.terms else knowledge

    def decides(self, claim: Claim) -> bool:
        """Return whether a claim is about no blocked slot."""
        ends = [Slot(claim.relation, one_of(self._same, claim.subject), claim.at)]
        if claim.sort == "id" or claim.relation == "means":
            ends.append(Slot(claim.relation, one_of(self._same, claim.object), claim.at, True))
            if self._symmetric(claim.relation):
                ends.append(Slot(claim.relation, one_of(self._same, claim.object), claim.at))
        return not self.slots.intersection(ends)

    def _symmetric(self, relation: str) -> bool:
        own = self._knowledge.relations.get(relation)
        return own is not None and "symmetric" in own.flags

    def _slots(self, atom: Atom) -> Iterator[tuple[Slot, str]]:
        """Yield the slots that an atom fills, and with what."""
        own = self._knowledge.relations.get(atom.relation)
        subject = one_of(self._same, atom.subject)
        if atom.relation in DATES:
            if atom.relation in EVENTS:
                yield Slot(atom.relation, subject), atom.object
            return
        thing = atom.object if atom.relation == "means" else one_of(self._same, atom.object)
        flags = own.flags if own is not None else ()
        if atom.relation == "means":
            yield Slot(atom.relation, thing, inverse=True), subject
        if atom.relation in (*EVENTS, "means") or "one_object" in flags:
            yield Slot(atom.relation, subject, atom.at), thing
            if "symmetric" in flags:
                yield Slot(atom.relation, thing, atom.at), subject
        if "one_subject" in flags and "symmetric" not in flags:
            yield Slot(atom.relation, thing, atom.at, inverse=True), subject

    def _rivals(self) -> Iterator[Rivals]:
        """Yield two atoms that fill one slot, if not with the same."""
        filled: dict[Slot, list[tuple[Atom, str]]] = defaultdict(list)
        for atom in self._knowledge.atoms:
            for slot, thing in self._slots(atom) if atom.holds else ():
                filled[slot].append((atom, thing))
        for slot, entries in filled.items():
            for one, other in combinations(entries, 2):
                if one[1] != other[1]:
                    yield slot, one, other

    def _from_two(self, one: str, other: str) -> bool:
        cites = self._knowledge.cites
        mine, theirs = ({c.source for c in cites.get(fact, ())} for fact in (one, other))
        return bool(mine and theirs) and not mine & theirs

    def _holders(self) -> Iterator[tuple[tuple[Tenure, Tenure], Claim]]:
        """Yield two tenures that share time, if their holders differ."""
        for pair in combinations(self._knowledge.tenures, 2):
            offices = {one_of(self._same, tenure.office) for tenure in pair}
            people = sorted(one_of(self._same, tenure.holder) for tenure in pair)
            one_office = len(offices) == 1 and len(set(people)) == 2 and all(people)
            if one_office and _share_time(*pair):
                yield pair, Claim("same", *people)

    def _numbers(self) -> None:
        for one, other in combinations(self._knowledge.numbers, 2):
            frames = [
                Slot("value", one_of(self._same, n.quantity), n.as_of or "") for n in (one, other)
            ]
            if frames[0] != frames[1] or not exclude(one, other):
                continue
            if self._from_two(one.fact, other.fact):
                self.slots.add(frames[0])
            else:
                self.contradictory = True

    def _without(self) -> Knowledge:
        """Return the set without the rows and lists of its blocked slots."""
        known = self._knowledge
        kept = replace(known)
        kept.atoms = [
            atom
            for atom in known.atoms
            if not (atom.holds and self.slots & {slot for slot, _ in self._slots(atom)})
        ]
        kept.closures = [
            closure
            for closure in known.closures
            if not self.slots
            & {
                Slot(closure.relation, end, closure.at, closure.inverse)
                for end in of_class(self._same, closure.subject)
            }
        ]
        kept.tenures = [tenure for tenure in known.tenures if tenure not in self.terms]
        kept.numbers = [
            number
            for number in known.numbers
            if Slot("value", one_of(self._same, number.quantity), number.as_of or "")
            not in self.slots
        ]
        return kept


def _share_time(one: Tenure, other: Tenure) -> bool:
    """Return whether two tenures certainly share an instant.

    A day on which one ends and the other begins, or is told of, may be that of a handover (R12).
    """
    if None not in (one.on, other.on):
        return False
    if one.report or other.report:
        return one.report == other.report
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    if other.on or one.on:
        whole, inner = (first, second) if other.on else (second, first)
        return whole[0] < inner[0] and inner[1] < whole[1]
    days = set(range(max(first[0], second[0]), min(first[1], second[1]) + 1))
    handed_over = {one.until, one.start} & {other.until, other.start}
    if one.start != other.start and one.until != other.until:
        days -= {span(day)[0] for day in handed_over if day and is_day(day)}
    return bool(days)


def _days(tenure: Tenure) -> tuple[int, int] | None:
    """Return the days that a tenure certainly covers, or one of which it touches."""
    if tenure.on:
        return span(tenure.on)
    if tenure.start is None or tenure.until is None:
        return None
    (begins, first), (last, ends) = span(tenure.start), span(tenure.until)
    return (first + (begins != first), last - (last != ends))


def _doubt(rivals: Rivals) -> Iterator[Claim]:
    """Yield what would have to be so if both are right; dates and texts are compared."""
    slot, one, other = rivals
    if slot.relation in DATES or (slot.relation == "means" and not slot.inverse):
        return
    first, second = sorted((one[1], other[1]))
    yield Claim("touch" if slot.relation == "place" else "same", first, second)


def _clash(rivals: Rivals) -> bool:
    """Return whether two dates or texts exclude each other."""
    slot, one, other = rivals
    if slot.relation not in DATES:
        return slot.relation == "means" and not slot.inverse
    (a, b), (c, d) = span(one[1]), span(other[1])
    return b < c or d < a
