"""Coarse dates: a year, a month or a day, as the closed interval of days it may denote (R1)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


class Precision(IntEnum):
    """How exact a date is; a larger value is finer."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class CoarseDate:
    """A date at its stated precision.

    Attributes:
        text: ISO: ``2023``, ``2023-11`` or ``2023-11-10``.
        first, last: the days it may denote, both included.
    """

    text: str
    first: date
    last: date
    precision: Precision

    def contains(self, other: "CoarseDate") -> bool:
        """Return whether every day of ``other`` is a day of this one."""
        return self.first <= other.first and other.last <= self.last

    def disjoint(self, other: "CoarseDate") -> bool:
        """Return whether the two share no day."""
        return self.last < other.first or other.last < self.first


@lru_cache(maxsize=4096)
def parse_date(text: str) -> CoarseDate:
    """Return the date that ``text`` writes in ISO form.

    Raises:
        ValueError: it is no ISO year, month or day, or no such day exists.
    """
    match = _FORM.match(text)
    if match is None:
        raise ValueError(f'"{text}" is not a date; write 2023, 2023-11 or 2023-11-10')
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern requires it
    try:
        if month is None:
            return CoarseDate(text, date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        if day is None:
            length = calendar.monthrange(year, month)[1]
            return CoarseDate(
                text, date(year, month, 1), date(year, month, length), Precision.MONTH
            )
        exact = date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f'"{text}" is no day of the calendar') from error
    return CoarseDate(text, exact, exact, Precision.DAY)
