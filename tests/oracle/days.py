"""Dates at the precision at which they are written, and a line of days cut into segments.

A date is the closed interval of days that it may denote (R1). Between two neighbouring cuts no
date of the set or of a claim begins or ends, so a world needs to choose among segments only.
"""

import calendar
from collections.abc import Iterable
from datetime import date


def span(written: str) -> tuple[int, int]:
    """Return the first and the last day of a written date, as ordinals.

    Raises:
        ValueError: it is no year, month or day in ISO form.
    """
    parts = [int(part) for part in written.split("-")]
    year, month, day = (*parts, None, None)[:3]
    assert year is not None
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    whole = date(year, month, day).toordinal()
    return whole, whole


def is_day(written: str) -> bool:
    """Return whether a date is precise to the day."""
    first, last = span(written)
    return first == last


class Segments:
    """The line of days, cut wherever one of the dates begins or has ended."""

    def __init__(self, dates: Iterable[str]) -> None:
        """Cut at the ends of ``dates``; before the first and after the last lie two more."""
        spans = {span(written) for written in dates}
        cuts = sorted({first for first, _ in spans} | {last + 1 for _, last in spans})
        self._index = {cut: number for number, cut in enumerate(cuts, start=1)}
        self.last = len(cuts)

    def of(self, written: str) -> tuple[int, int]:
        """Return the first and the last segment of a date."""
        first, last = span(written)
        return self._index[first], self._index[last + 1] - 1
