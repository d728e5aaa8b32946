"""When something is open, and until when one attempt runs.

There is one deadline for an attempt, and it is computed here only: whoever gets more time is not
cut off by the end of the window.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from fractions import Fraction
from typing import Final

#: How much longer somebody may be given: from nothing to three times as long.
LEAST_TIME: Final = Fraction(1)
MOST_TIME: Final = Fraction(3)
#: An answer that was sent in time may arrive so much later; nobody is shown this.
GRACE: Final = timedelta(seconds=10)


class Stage(Enum):
    """Where a window stands at a moment."""

    BEFORE = "before"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Window:
    """A time in which something may be done.

    Attributes:
        opens: its first moment; None where it was always open.
        closes: the first moment after it; None where it stays open.
    """

    opens: datetime | None = None
    closes: datetime | None = None

    def stage(self, now: datetime) -> Stage:
        """Return where it stands."""
        if self.opens is not None and now < self.opens:
            return Stage.BEFORE
        return Stage.OVER if self.closes is not None and now >= self.closes else Stage.OPEN


def deadline(
    started: datetime, *, minutes: int | None, closes: datetime | None, time: Fraction
) -> datetime | None:
    """Return until when an attempt takes answers; None where nothing ends it.

    It is the earlier of the start and the limit, times what this learner gets, and of the end of
    the window and what this learner gets more than the others. Without a limit there is nothing
    of which one could get more: then the window ends for everybody at once.

    Args:
        minutes: the limit; None where there is none.
        closes: the end of the window; None where it stays open.
        time: how much longer the learner may take, 1 to 3.
    """
    ends: list[datetime] = []
    if minutes is not None:
        ends.append(started + timedelta(minutes=minutes) + _extra(minutes, time))
    if closes is not None:
        ends.append(closes + _extra(minutes, time))
    return min(ends, default=None)


def last_deadline(
    *, minutes: int | None, closes: datetime | None, time: Fraction
) -> datetime | None:
    """Return when every attempt has ended; None where the window stays open.

    Args:
        time: how much longer the learner may take who gets most.
    """
    return None if closes is None else closes + _extra(minutes, time)


def _extra(minutes: int | None, time: Fraction) -> timedelta:
    # In whole seconds: a third of a minute is exact, a third of a second nobody's concern.
    return timedelta(seconds=round((minutes or 0) * 60 * (time - 1)))
