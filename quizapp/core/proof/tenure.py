"""Who held an office at a moment (R12): which stated tenures surely cover it."""

from datetime import date

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom


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
    day, start, until = parse_date(asked.date), parse_date(stated.start), parse_date(stated.until)
    # A boundary given coarser than a day leaves its own days unknown.
    after = day.first >= start.first if start.first == start.last else day.first > start.last
    before = day.last <= until.last if until.first == until.last else day.last < until.first
    return after and before


def touches(tenure: Atom, other: Atom, asked: Instant | Period | None) -> bool:
    """Return whether one tenure ends on the asked day and the other starts on it.

    On such a day each held the office at some instant, so neither is settled for the day.
    """
    first, second = tenure.claim.at, other.claim.at
    if not (isinstance(first, Period) and isinstance(second, Period)):
        return False
    if not isinstance(asked, Instant):
        return False
    return asked.date in (first.until, second.until) and asked.date in (first.start, second.start)


def overlap_surely(one: Instant | Period | None, other: Instant | Period | None) -> bool:
    """Return whether two stated tenures certainly share an instant that both settle.

    Two "some time on that day" need not; a period and one moment inside it do; two periods do
    when they share more than the day on which one may have followed the other.
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
