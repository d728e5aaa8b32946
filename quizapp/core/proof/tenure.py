"""Who held an office at a moment (R12): which stated tenures surely cover it."""

from datetime import date

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom


def covers(stated: Instant | Period | None, asked: Instant | Period | None) -> bool:
    """Return whether a tenure stated for one time surely includes the other.

    "Some time on that day" covers the question "on that day"; a period covers the days surely
    inside it; "when the source was written" covers itself.
    """
    if asked is None or stated is None:
        return stated == asked
    if stated == asked:
        return True
    return isinstance(stated, Period) and isinstance(asked, Instant) and _inside(stated, asked)


def settles(stated: Instant | Period | None, asked: Instant | Period | None) -> bool:
    """Return whether a tenure, besides covering the time, leaves no room for another holder.

    One known only for "some time" on a day or in a month does not: there may have been two.
    """
    if isinstance(stated, Instant):
        return stated.source is not None and covers(stated, asked)
    return covers(stated, asked)


def _inside(stated: Period, asked: Instant) -> bool:
    day = parse_date(asked.date)
    if stated.start is not None:
        start = parse_date(stated.start)
        # A boundary given coarser than a day leaves its own days unknown.
        if day.first < start.first or (start.first != start.last and day.first <= start.last):
            return False
    if stated.until is not None:
        until = parse_date(stated.until)
        if day.last > until.last or (until.first != until.last and day.last >= until.first):
            return False
    return True


def touches(tenure: Atom, other: Atom, asked: Instant | Period | None) -> bool:
    """Return whether one tenure ends on the asked day and the other starts on it.

    On such a day each held the office at some instant, so neither is settled for the day.
    """
    first, second = tenure.claim.at, other.claim.at
    if not (isinstance(first, Period) and isinstance(second, Period)):
        return False
    if not isinstance(asked, Instant):
        return False
    return (first.until is not None and first.until == second.start == asked.date) or (
        second.until is not None and second.until == first.start == asked.date
    )


def overlap_surely(one: Instant | Period | None, other: Instant | Period | None) -> bool:
    """Return whether two stated tenures certainly share an instant that both settle.

    Two "some time on that day" need not; a period and one moment inside it do; two periods do
    when more than a boundary day is surely inside both.
    """
    if isinstance(one, Period) and isinstance(other, Period):
        first = max(_surely_from(one), _surely_from(other))
        last = min(_surely_until(one), _surely_until(other))
        return first < last
    return settles(one, other) or settles(other, one)


def _surely_from(period: Period) -> date:
    return parse_date(period.start).last if period.start is not None else date.min


def _surely_until(period: Period) -> date:
    return parse_date(period.until).first if period.until is not None else date.max
