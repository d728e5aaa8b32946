"""Stated times by day: which of a great many may have to do with a time that is asked about."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.overlaps import days


class Moments:
    """What is stated for times, found by them.

    The times are sorted by their first days; over them stands a binary tree of the latest last
    day in each half, so that a look passes by all that ended earlier.
    """

    def __init__(self, atoms: Iterable[Atom]) -> None:
        self._atoms = list(atoms)
        spans = sorted((*days(atom.claim.at), number) for number, atom in enumerate(self._atoms))
        self._firsts = [first for first, _, _ in spans]
        self._numbers = [number for _, _, number in spans]
        self._leaves = len(spans)
        self._latest = [date.min] * self._leaves + [last for _, last, _ in spans]
        for node in range(self._leaves - 1, 0, -1):
            self._latest[node] = max(self._latest[2 * node], self._latest[2 * node + 1])

    def near(self, at: Instant | Period | None) -> list[Atom]:
        """Return what is stated for a time that shares a day with this one, in order of stating."""
        first, last = days(at)
        low, high = self._leaves, self._leaves + bisect_right(self._firsts, last)
        waiting: list[int] = []
        while low < high:  # the fewest nodes that hold all those that begin in time
            if low & 1:
                waiting.append(low)
                low += 1
            if high & 1:
                high -= 1
                waiting.append(high)
            low, high = low // 2, high // 2
        found: list[int] = []
        while waiting:
            node = waiting.pop()
            if self._latest[node] < first:
                continue
            if node < self._leaves:
                waiting += (2 * node, 2 * node + 1)
            else:
                found.append(self._numbers[node - self._leaves])
        return [self._atoms[number] for number in sorted(found)]
