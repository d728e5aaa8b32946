"""Steps from one thing to the next, each stated by an atom: what leads where.

Stated orders of events and the rows of transitive relations are such steps; what follows from
them, and what else is true of them, stands in ``order`` and ``rows``.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property

from quizapp.core.facts.circles import on_circles
from quizapp.core.facts.fact import Atom

_Links = dict[str, dict[str, Atom]]


class Steps:
    """A graph whose edges are atoms; all of it is added before anything is asked."""

    def __init__(self) -> None:
        self._next: _Links = {}
        self._previous: _Links = {}

    def add(self, start: str, end: str, atom: Atom) -> None:
        """Take a step; of two alike the first counts."""
        self._next.setdefault(start, {}).setdefault(end, atom)
        self._previous.setdefault(end, {}).setdefault(start, atom)

    def onward(self, start: str) -> Mapping[str, Atom]:
        """Return where one step leads from here, with its atom."""
        return self._next.get(start, {})

    def backward(self, end: str) -> Mapping[str, Atom]:
        """Return from where one step leads here, with its atom."""
        return self._previous.get(end, {})

    def starts(self) -> Iterator[str]:
        """Yield everything that a step leads from."""
        yield from self._next

    def chain(self, start: str, end: str) -> tuple[Atom, ...] | None:
        """Return the steps that lead from one to the other, fewest first, at least one; or None."""
        path = self._path(start, end)
        return None if path is None else tuple(atom for _, atom in path)

    def _path(self, start: str, end: str) -> list[tuple[str, Atom]] | None:
        """Return the steps of a chain, each with where it leads from."""
        came: dict[str, tuple[str, Atom]] = {}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for reached, atom in self.onward(here).items():
                if reached not in came and self._may_lead(reached, end):
                    came[reached] = (here, atom)
                    if reached == end:
                        return _walk_back(came, start, end)
                    waiting.append(reached)
        return None

    def _may_lead(self, here: str, end: str) -> bool:
        """Whether a chain may pass here: from nothing on a higher level does one lead to the end.

        Behind a circle there are no levels; nothing there leads to what has one.
        """
        if here == end or end not in self._levels:
            return True
        return here in self._levels and self._levels[here] < self._levels[end]

    @cached_property
    def _levels(self) -> dict[str, int]:
        """The most steps in a row that lead to each; none for what is in or behind a circle."""
        missing = {end: len(links) for end, links in self._previous.items()}
        levels = {start: 0 for start in self._next if start not in missing}
        waiting = deque(levels)
        while waiting:
            here = waiting.popleft()
            for end in self.onward(here):
                missing[end] -= 1
                if not missing[end]:
                    levels[end] = levels[here] + 1
                    waiting.append(end)
        return levels

    def circles(self) -> Iterator[tuple[Atom, tuple[Atom, ...]]]:
        """Yield a step that others lead back from, with these; none where it ends as it began.

        Whatever is on a circle is on one of these; none of them starts where another one passes.
        """
        knots = {
            start: links.keys() - {start}
            for start, links in self._next.items()
            if start not in self._levels
        }
        round_ = on_circles(knots)
        passed: set[str] = set()
        for start in knots:
            for end, atom in self._next[start].items():
                if end == start:
                    yield atom, ()
                elif start in round_ and end in round_ and start not in passed:
                    back = self._path(end, start)
                    if back is not None:
                        passed.update(here for here, _ in (*back, (start, atom)))
                        yield atom, tuple(step for _, step in back)

    def before(self, end: str) -> dict[str, None]:
        """Return what steps lead here from, and this itself, nearest first."""
        return _reached(end, self._previous)

    def after(self, start: str) -> dict[str, None]:
        """Return what steps lead to from here, and this itself, nearest first."""
        return _reached(start, self._next)


def _reached(start: str, links: _Links) -> dict[str, None]:
    found = {start: None}
    waiting = deque(found)
    while waiting:
        for other in links.get(waiting.popleft(), ()):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return found


def _walk_back(came: dict[str, tuple[str, Atom]], start: str, end: str) -> list[tuple[str, Atom]]:
    steps = [came[end]]
    while steps[-1][0] != start:
        steps.append(came[steps[-1][0]])
    return steps[::-1]
