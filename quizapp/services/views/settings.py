"""Views of how a learner wants to practise."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DayView:
    """Which day it is for a learner.

    Attributes:
        day: the study day.
        clock: now, by the learner's clock.
        next_begins: when the next study day begins, by the same clock.
    """

    day: date
    clock: datetime
    next_begins: datetime


@dataclass(frozen=True, slots=True)
class RetentionView:
    """A retention that may be aimed at.

    Attributes:
        percent: of what is asked again that is to be remembered then.
        interval: how long it takes until something is asked again, as a multiple of that for 90.
    """

    percent: int
    interval: float
