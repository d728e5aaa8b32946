"""Which event was over before which began: from stated orders and from dates (R4)."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from quizapp.core.facts.claim import Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.structure import Structure


@dataclass(frozen=True, slots=True)
class _Bound:
    day: date
    atom: Atom


class Chronology:
    """The strict order of events that the atoms prove.

    Dates order two events when the last possible day of one is earlier than the first possible
    day of the other; ``ended`` alone gives no first day and ``began`` alone no last one.
    """

    def __init__(self, structure: Structure, atoms: Iterable[Atom]) -> None:
        self._structure = structure
        self._first: dict[str, _Bound] = {}
        self._last: dict[str, _Bound] = {}
        self._stated: dict[str, list[tuple[str, Atom]]] = {}
        for atom in atoms:
            if atom.claim.holds:
                self._note(atom)

    def _note(self, atom: Atom) -> None:
        claim = atom.claim
        event = self._structure.representative(claim.subject)
        if claim.relation == "before" and isinstance(claim.object, str):
            later = self._structure.representative(claim.object)
            self._stated.setdefault(event, []).append((later, atom))
        elif claim.relation in ("date", "began", "ended") and isinstance(claim.object, Value):
            known = parse_date(claim.object.text)
            if claim.relation != "ended":
                held = self._first.get(event)
                if held is None or held.day < known.first:
                    self._first[event] = _Bound(known.first, atom)
            if claim.relation != "began":
                held = self._last.get(event)
                if held is None or known.last < held.day:
                    self._last[event] = _Bound(known.last, atom)

    def chain(self, earlier: str, later: str) -> tuple[Atom, ...] | None:
        """Return the atoms that prove the order, fewest steps first, or None."""
        start = self._structure.representative(earlier)
        goal = self._structure.representative(later)
        came: dict[str, tuple[str, tuple[Atom, ...]]] = {}
        waiting = deque([start])
        while waiting:
            event = waiting.popleft()
            for reached, atoms in self._steps(event, goal):
                if reached not in came:
                    came[reached] = (event, atoms)
                    if reached == goal:
                        return _walk_back(came, start, goal)
                    waiting.append(reached)
        return None

    def _steps(self, event: str, goal: str) -> Iterable[tuple[str, tuple[Atom, ...]]]:
        """Yield the events known to be later, with the atoms that say so: by dates first."""
        last = self._last.get(event)
        if last is not None:
            for other in (goal, *self._stated):
                first = self._first.get(other)
                if first is not None and other != event and last.day < first.day:
                    yield other, (last.atom, first.atom)
        for later, atom in self._stated.get(event, ()):
            yield later, (atom,)

    def has_circle(self) -> bool:
        """Return whether following orders and dates may lead from an event back to itself.

        Dates are followed from day to day, so that this takes no longer than there are events.
        Never False where ``chain`` leads from a later event of a stated order to its earlier one.
        """
        after: dict[str | date, list[str | date]] = {}  # what each event or day comes after
        for event, followers in self._stated.items():
            for later, _ in followers:
                after.setdefault(later, []).append(event)
        days = sorted({bound.day for bound in (*self._first.values(), *self._last.values())})
        ended_by = dict(zip(days[1:], days, strict=False))  # the known day before each
        for event, bound in self._last.items():
            after.setdefault(bound.day, []).append(event)
        for day, earlier in ended_by.items():
            after.setdefault(day, []).append(earlier)
        for event, bound in self._first.items():
            if bound.day in ended_by:
                after.setdefault(event, []).append(ended_by[bound.day])
        try:
            TopologicalSorter(after).prepare()
        except CycleError:
            return True
        return False

    def events(self) -> Sequence[str]:
        """Return every event that a stated order names first or that has a bound."""
        return sorted({*self._stated, *self._first, *self._last})


def _walk_back(
    came: dict[str, tuple[str, tuple[Atom, ...]]], start: str, goal: str
) -> tuple[Atom, ...]:
    steps: list[tuple[Atom, ...]] = []
    event = goal
    while True:
        event, atoms = came[event]
        steps.append(atoms)
        if event == start:
            return tuple(atom for step in reversed(steps) for atom in step)
