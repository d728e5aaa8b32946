"""The forgetting curve of one slot: the chance of recall, day by day, through its reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from quizapp.core.memory.state import Memory, retrievability

#: The curve goes on for so many days after the day from which it is looked at.
AHEAD: Final = 60
#: A curve has at most about so many points between its reviews, however long it is.
_POINTS: Final = 400


@dataclass(frozen=True, slots=True)
class Point:
    """The chance of recall on one day.

    Attributes:
        day: days since the first review.
        recall: in (0, 1].
    """

    day: int
    recall: float


def curve(states: Sequence[tuple[date, Memory]], until: date) -> tuple[Point, ...]:
    """Return the chance of recall from the first review to a day.

    On the day of a review there are two points: what was foretold, and what it is after it.

    Args:
        states: the day of each review with the memory after it, in order; at least one.
    """
    first = states[0][0]
    step = max(1, (until - first).days // _POINTS)
    ends = [day for day, _ in states[1:]] + [max(until, states[-1][0])]
    points: list[Point] = []
    for (day, memory), end in zip(states, ends, strict=True):
        days = (end - day).days
        for passed in sorted({*range(0, days, step), 0, max(days, 0)}):
            here = day + timedelta(passed)
            points.append(Point((here - first).days, retrievability(memory, here)))
    return tuple(points)
