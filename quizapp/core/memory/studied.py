"""What the reviews of days come to: true retention by month, a calendar, a streak."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

#: So many weeks the calendar shows, the running one the last.
WEEKS: Final = 26
#: True retention is told of so many months, the running one the last.
MONTHS: Final = 12
_WEEK: Final = 7
_YEAR: Final = 12
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Studied:
    """The reviews of one study day.

    Attributes:
        reviews: all of them.
        again: of these, the first of the day of a slot that was reviewed on an earlier day.
        right: of those again, how many did not fail.
        foretold: the sum of the chances of recall that were foretold for those again.
    """

    day: date
    reviews: int
    again: int
    right: int
    foretold: float


@dataclass(frozen=True, slots=True)
class Month:
    """What the reviews of a month come to.

    Attributes:
        first: its first day.
        days: with reviews.
        reviews, again, right, foretold: as of a day, summed.
    """

    first: date
    days: int
    reviews: int
    again: int
    right: int
    foretold: float

    @property
    def retention(self) -> float | None:
        """The share that was right of what was asked again; None where nothing was."""
        return self.right / self.again if self.again else None

    @property
    def expected(self) -> float | None:
        """The mean of what was foretold; None where nothing was asked again."""
        return self.foretold / self.again if self.again else None


def by_day(reviews: Iterable[tuple[date, float | None, bool]]) -> tuple[Studied, ...]:
    """Return what the reviews of each day come to, by day.

    On the day of a review the chance of recall is 1, on each later one it is less: what was
    foretold to be less is the first review of its slot on that day, and there was one before it.

    Args:
        reviews: the study day of each, the chance of recall that was foretold, None of the first
            review of a slot, and whether it failed.
    """
    found: dict[date, Studied] = {}
    for day, recall, failed in reviews:
        so_far = found.get(day, Studied(day, 0, 0, 0, 0.0))
        again = recall is not None and recall < 1
        found[day] = Studied(
            day,
            so_far.reviews + 1,
            so_far.again + again,
            so_far.right + (again and not failed),
            so_far.foretold + (recall if recall is not None and again else 0.0),
        )
    return tuple(found[day] for day in sorted(found))


def months(days: Iterable[Studied]) -> tuple[Month, ...]:
    """Return the months that have reviews, in order."""
    found: dict[date, Month] = {}
    for one in days:
        first = one.day.replace(day=1)
        so_far = found.get(first, Month(first, 0, 0, 0, 0, 0.0))
        found[first] = Month(
            first,
            so_far.days + 1,
            so_far.reviews + one.reviews,
            so_far.again + one.again,
            so_far.right + one.right,
            so_far.foretold + one.foretold,
        )
    return tuple(found[first] for first in sorted(found))


def first_of_months(day: date, count: int = MONTHS) -> date:
    """Return the first day of so many months, of which the last is the one of a day."""
    years, month = divmod(day.year * _YEAR + day.month - count, _YEAR)
    return date(years, month + 1, 1)


def weeks(days: Iterable[Studied], today: date, count: int = WEEKS) -> tuple[tuple[int, ...], ...]:
    """Return how many reviews there were on each day of the last weeks, Monday first.

    The running week is the last and ends with today.
    """
    reviews = {one.day: one.reviews for one in days}
    monday = first_of_weeks(today, count)
    every = [monday + n * _DAY for n in range((today - monday).days + 1)]
    counts = [reviews.get(day, 0) for day in every]
    return tuple(tuple(counts[at : at + _WEEK]) for at in range(0, len(counts), _WEEK))


def first_of_weeks(today: date, count: int = WEEKS) -> date:
    """Return the Monday with which so many weeks begin, of which the last is the running one."""
    return today - (today.weekday() + _WEEK * (count - 1)) * _DAY


def streak(days: Collection[date], today: date) -> int:
    """Return how many days with reviews lead up to today, with one day off in any seven.

    Today is not over: without reviews it neither counts nor breaks anything. Days off do not count.
    """
    return sum(day in days for day in _unbroken(days, today))


def _unbroken(days: Collection[date], today: date) -> Iterator[date]:
    """Yield days backwards, until a second one of seven in a row is without reviews."""
    day = today if today in days else today - _DAY
    off: date | None = None
    while day in days or off is None or (off - day).days >= _WEEK:
        yield day
        if day not in days:
            off = day
        day -= _DAY
