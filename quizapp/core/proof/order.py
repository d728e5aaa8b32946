"""Which event was over before which began, and on which days each can have been (R4).

An event has a first and a last day. A date, a beginning or an end bounds them; so do stated
orders (what is over before another begins ends no later than that begins) and events that are in
no order (each begins no later than the other ends). All of these say "this day is no later than
that one", so every bound is carried along once and is then as tight as it can be. What the days
and the orders decide together stands in ``times``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from quizapp.core.facts.claim import Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.steps import Steps
from quizapp.core.proof.structure import Structure


class End(NamedTuple):
    """The first or the last day of an event."""

    event: str
    last: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that an end of an event is not before, or not after, and how that is known.

    Attributes:
        atom: the date, or the order that carries the bound on; None where part and whole, one
            time, or the event's own other end does.
        events: those that are part and whole or at one time, where that carries it on.
        carried: the bound that is carried on; None where ``atom`` is the date itself.
    """

    day: date
    atom: Atom | None = None
    events: tuple[str, ...] = ()
    carried: "Bound | None" = None

    def _steps(self) -> Iterator["Bound"]:
        step: Bound | None = self
        while step is not None:
            yield step
            step = step.carried

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """The orders that carry the bound, and last the date that sets it."""
        return tuple(step.atom for step in self._steps() if step.atom is not None)

    @property
    def facts(self) -> tuple[str, ...]:
        """The events whose being part and whole, or at one time, carries the bound."""
        return tuple(event for step in self._steps() for event in step.events)


_NEVER = (date.max.toordinal() + 1, 0)
_Step = tuple[End, Atom | None, tuple[str, ...]]


class Chronology:
    """The days and the order of events that the stated atoms prove."""

    def __init__(self, structure: Structure, atoms: Iterable[Atom]) -> None:
        self._structure = structure
        self._orders = Steps()
        self._not_before: list[tuple[End, Bound]] = []
        self._not_after: list[tuple[End, Bound]] = []
        for atom in atoms:
            if atom.claim.holds:
                self._note(atom)

    def _note(self, atom: Atom) -> None:
        claim = atom.claim
        event = self._structure.representative(claim.subject)
        if claim.relation == "before" and isinstance(claim.object, str):
            later = self._structure.representative(claim.object)
            self._orders.add(event, later, atom)
        elif claim.relation in ("date", "began", "ended") and isinstance(claim.object, Value):
            known = parse_date(claim.object.text)
            first, last = End(event, last=False), End(event, last=True)
            self._not_before.append(
                (last if claim.relation == "ended" else first, Bound(known.first, atom))
            )
            self._not_after.append(
                (first if claim.relation == "began" else last, Bound(known.last, atom))
            )

    # --- days ---

    def earliest(self, event: str, *, last: bool) -> Bound | None:
        """Return the day that an end of an event is not before, or None."""
        return self._earliest.get(End(self._structure.representative(event), last))

    def latest(self, event: str, *, last: bool) -> Bound | None:
        """Return the day that an end of an event is not after, or None."""
        return self._latest.get(End(self._structure.representative(event), last))

    @cached_property
    def _earliest(self) -> dict[End, Bound]:
        return _carried(self._not_before, self._no_earlier_ends, -1)

    @cached_property
    def _latest(self) -> dict[End, Bound]:
        return _carried(self._not_after, self._no_later_ends, 1)

    def _no_earlier_ends(self, end: End) -> Iterator[_Step]:
        """Yield the ends that are never before this one."""
        event = end.event
        if end.last:
            for later, atom in self._orders.onward(event).items():
                yield End(later, last=False), atom, ()
        else:
            yield End(event, last=True), None, ()
            for other in self._structure.unordered(event):
                yield End(other, last=True), None, (event, other)

    def _no_later_ends(self, end: End) -> Iterator[_Step]:
        """Yield the ends that are never after this one."""
        event = end.event
        if end.last:
            yield End(event, last=False), None, ()
            for other in self._structure.unordered(event):
                yield End(other, last=False), None, (event, other)
        else:
            for earlier, atom in self._orders.backward(event).items():
                yield End(earlier, last=True), atom, ()

    def impossible_days(self) -> Iterator[tuple[End, Bound, Bound]]:
        """Yield each end without a possible day: not before one day, and not after an earlier one.

        The facts leave room for days exactly if there is none. Each pair of dates comes once.
        """
        seen: set[tuple[Atom, Atom]] = set()
        for end, earliest in self._earliest.items():
            latest = self._latest.get(end)
            if latest is not None and latest.day < earliest.day:
                dates = earliest.atoms[-1], latest.atoms[-1]
                if dates not in seen:
                    seen.add(dates)
                    yield end, earliest, latest

    # --- stated orders ---

    def chain(self, earlier: str, later: str) -> tuple[Atom, ...] | None:
        """Return the stated orders that lead from one event to another, fewest first, or None."""
        representative = self._structure.representative
        return self._orders.chain(representative(earlier), representative(later))

    def is_ordered(self, event: str) -> bool:
        """Return whether any order is stated of an event; else no chain leads to it or from it."""
        one = self._structure.representative(event)
        return bool(self._orders.onward(one) or self._orders.backward(one))

    def circles(self) -> Iterator[tuple[Atom, tuple[Atom, ...]]]:
        """Yield each stated order whose reverse follows from other orders, with these."""
        return self._orders.circles()

    def before(self, event: str) -> Iterable[str]:
        """Return the event and all that stated orders put before it."""
        return self._orders.before(self._structure.representative(event))

    def after(self, event: str) -> Iterable[str]:
        """Return the event and all that stated orders put after it."""
        return self._orders.after(self._structure.representative(event))


def _carried(
    known: Iterable[tuple[End, Bound]], onwards: Callable[[End], Iterator[_Step]], sign: int
) -> dict[End, Bound]:
    """Return the tightest bound of every end that one reaches, by the fewest steps.

    Args:
        onwards: yields the ends that the bound of an end holds for too.
        sign: 1 where an earlier day is tighter, -1 where a later one is.
    """
    heap = [
        (sign * bound.day.toordinal(), 0, number, end, bound)
        for number, (end, bound) in enumerate(known)
    ]
    heapify(heap)
    number = len(heap)
    found: dict[End, Bound] = {}
    # By end the best that waits for it: nothing else is worth waiting.
    waiting: dict[End, tuple[int, int]] = {}
    for day, steps, _, end, _ in heap:
        waiting[end] = min(waiting.get(end, (day, steps)), (day, steps))
    while heap:
        day, steps, _, end, bound = heappop(heap)
        if end in found:
            continue
        found[end] = bound
        for reached, atom, events in onwards(end):
            if reached not in found and (day, steps + 1) < waiting.get(reached, _NEVER):
                number += 1
                waiting[reached] = day, steps + 1
                onward = Bound(bound.day, atom, events, bound)
                heappush(heap, (day, steps + 1, number, reached, onward))
    return found
