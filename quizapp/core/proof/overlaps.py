"""Which tenures of different holders certainly share an instant, found in one sweep by day.

Whether two single ones do is for ``tenure.overlap_surely``; both say the same. What one holder is
told to have held time and again is never compared with itself, so that a great many facts of one
office cost little more than sorting them, and the pairs that are found.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom

Pair = tuple[Atom, Atom]


class _Span(NamedTuple):
    """The days of a tenure, in order of sweeping.

    Attributes:
        first: of a stretch the day after which it is settled; else the first that it may mean.
        stretch: whether it fills the time between its days; else it is somewhere in them, and
            meets only what fills more than these days. At one day such a one is looked at first:
            what begins on that day does not surely hold it.
        number: its place among those that are compared.
    """

    first: date
    stretch: bool
    number: int
    last: date


def overlapping(tenures: Iterable[Atom], holder: Callable[[Atom], str]) -> Iterator[Pair]:
    """Yield the pairs of tenures of different holders that certainly share an instant.

    Args:
        tenures: of one office.
        holder: returns who holds it, by one id for each person.

    Yields:
        The two of a pair by the first day that they may mean; the pairs by the later of the two.
    """
    known = sorted(tenures, key=lambda atom: days(atom.claim.at)[0])
    for one, other in _pairs(known, holder):
        first, second = sorted((one, other))
        yield known[first], known[second]


def _pairs(known: list[Atom], holder: Callable[[Atom], str]) -> Iterator[tuple[int, int]]:
    yield from _written(known, holder)
    # What is not over, by holder; what ends last stands last.
    open_: dict[str, list[tuple[date, int]]] = {}
    for span in sorted(_spans(known)):
        own = holder(known[span.number])
        for other in list(open_):
            ends = open_[other]
            del ends[: bisect_right(ends, (span.first, len(known)))]
            if not ends:
                del open_[other]
            elif other != own:
                beyond = span.first if span.stretch else span.last
                start = bisect_right(ends, (beyond, len(known)))
                yield from ((number, span.number) for _, number in ends[start:])
        if span.stretch:
            insort(open_.setdefault(own, []), (span.last, span.number))


def _spans(known: list[Atom]) -> Iterator[_Span]:
    for number, atom in enumerate(known):
        at = atom.claim.at
        if isinstance(at, Period):
            first, last = surely_from(at), surely_until(at)
            if first <= last:
                yield _Span(first, first < last, number, last)
        elif at is not None:
            day = parse_date(at.date)
            yield _Span(day.first, False, number, day.last)


def _written(known: list[Atom], holder: Callable[[Atom], str]) -> Iterator[tuple[int, int]]:
    """Yield what one source says of the moment at which it was written."""
    told: dict[Instant, dict[str, list[int]]] = {}
    for number, atom in enumerate(known):
        at = atom.claim.at
        if isinstance(at, Instant) and at.source is not None:
            own, holders = holder(atom), told.setdefault(at, {})
            for other, numbers in holders.items():
                if other != own:
                    yield from ((before, number) for before in numbers)
            holders.setdefault(own, []).append(number)


def days(at: Instant | Period | None) -> tuple[date, date]:
    """Return the first and the last day that a stated time may mean."""
    if at is None:
        return date.min, date.max
    start, until = (at.start, at.until) if isinstance(at, Period) else (at.date, at.date)
    return parse_date(start).first, parse_date(until).last


def surely_from(period: Period) -> date:
    """Return the last day on which a period may have begun."""
    return parse_date(period.start).last


def surely_until(period: Period) -> date:
    """Return the first day on which a period may have ended."""
    return parse_date(period.until).first
