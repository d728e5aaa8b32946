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


@dataclass(frozen=True, slots=True)
class TryView:
    """A fit of a learner's own weights.

    Attributes:
        at: when it was, by the learner's clock.
        scored: reviews that were looked at.
        held: of these, the newest, which weights were not fitted to.
        gain: by which share the error of the forecasts of those became less; negative where more.
    """

    at: datetime
    scored: int
    held: int
    gain: float


@dataclass(frozen=True, slots=True)
class WeightsView:
    """Which weights a learner has.

    Attributes:
        enough: reviews that are needed for own ones.
        is_off: whether the learner wants none.
        own: the fit whose weights are in use; None where the usual ones are.
        failed: the last try, where it was not better.
    """

    enough: int
    is_off: bool = False
    own: TryView | None = None
    failed: TryView | None = None
