"""Who held an office at a moment (R12): which stated tenures surely cover it."""

from datetime import date

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.dates import parse_date


def moment_within(stated: Instant | Period | None) -> Instant | None:
    """Return a moment at which a stated tenure can be asked about: of a period the middle day.

    None where a period is so coarse that no day surely lies in it.
    """
    if not isinstance(stated, Period):
        return stated
    first, last = _surely_from(stated), _surely_until(stated)
    if last < first:
        return None
    return Instant((first + (last - first) // 2).isoformat())


def covers(stated: Instant | Period | None, asked: Instant | Period | None) -> bool:
    """Return whether a tenure stated for one time surely includes some of the other.

    "Some time on that day" covers the question "on that day"; a period covers the days from its
    first to its last, both included where they are given to the day: some of such a day is in it.
    "When the source was written" covers itself, and may have been any moment of a first or last
    day, before or after the office changed hands.
    """
    if stated == asked or not (isinstance(stated, Period) and isinstance(asked, Instant)):
        return stated == asked
    return settles(stated, asked) or (asked.source is None and _inside(stated, asked))


def settles(stated: Instant | Period | None, asked: Instant | Period | None) -> bool:
    """Return whether a tenure fills the whole time, so that nobody else held the office in it.

    One known only for "some time" on a day or in a month does not: there may have been two. Nor
    does a period fill its first and its last day: on those the office may have changed hands.
    """
    if isinstance(stated, Instant):
        return stated.source is not None and stated == asked
    if not (isinstance(stated, Period) and isinstance(asked, Instant)):
        return False
    day = parse_date(asked.date)
    return _surely_from(stated) < day.first and day.last < _surely_until(stated)


def _inside(stated: Period, asked: Instant) -> bool:
    day, start, until = parse_date(asked.date), parse_date(stated.start), parse_date(stated.until)
    # A boundary given coarser than a day leaves its own days unknown.
    after = day.first >= start.first if start.first == start.last else day.first > start.last
    before = day.last <= until.last if until.first == until.last else day.last < until.first
    return after and before


def overlap_surely(one: Instant | Period | None, other: Instant | Period | None) -> bool:
    """Return whether two stated tenures certainly share an instant that both settle.

    Two "some time on that day" need not; a period and a time strictly inside it do; two periods
    do when they share more than the day on which one may have followed the other.
    """
    if isinstance(one, Period) and isinstance(other, Period):
        first = max(_surely_from(one), _surely_from(other))
        last = min(_surely_until(one), _surely_until(other))
        if first == last:
            return any(_surely_from(p) < first < _surely_until(p) for p in (one, other))
        return first < last
    return settles(one, other) or settles(other, one)


def _surely_from(period: Period) -> date:
    return parse_date(period.start).last


def _surely_until(period: Period) -> date:
    return parse_date(period.until).first
