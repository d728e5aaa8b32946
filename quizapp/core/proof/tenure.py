"""Who held an office at a moment (R12): which stated tenures surely cover it."""

from collections import Counter
from collections.abc import Container, Iterable
from datetime import date, timedelta

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.moments import Moments
from quizapp.core.proof.overlaps import surely_from, surely_until
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided

_DAY = timedelta(days=1)


def moment_within(stated: Instant | Period | None) -> Instant | None:
    """Return a moment at which a stated tenure can be asked about: of a period the middle day.

    None where a period is so coarse that no day surely lies in it.
    """
    if not isinstance(stated, Period):
        return stated
    first, last = surely_from(stated), surely_until(stated)
    if last < first:
        return None
    return Instant((first + (last - first) // 2).isoformat())


def covers(
    stated: Instant | Period | None,
    asked: Instant | Period | None,
    handovers: Container[date] = (),
) -> bool:
    """Return whether a tenure stated for one time surely includes some of the other.

    "Some time on that day" covers the questions "on that day" and "in that month"; a period covers
    some of each day from its first to its last, both included where they are given to the day and
    the office did not change hands on them. "When the source was written" is some time of the date
    that the source gives, and may have been any moment of a first or last day.

    Args:
        handovers: days on which one tenure ends and another begins: they are settled for neither.
    """
    if stated == asked or settles(stated, asked):
        return True
    if stated is None or not isinstance(asked, Instant) or asked.source is not None:
        return False
    if isinstance(stated, Instant):
        return parse_date(asked.date).contains(parse_date(stated.date))
    return _touches(stated, asked, handovers)


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
    return surely_from(stated) < day.first and day.last < surely_until(stated)


def _fills(denied: Instant | Period | None, asked: Instant | Period | None) -> bool:
    """Return whether a denial holds all the time asked about: it holds at every moment (R20)."""
    if denied == asked or settles(denied, asked):
        return True
    if not (isinstance(denied, Instant) and isinstance(asked, Instant)):
        return False
    if denied.source is not None:
        return False
    # When a source was written is some moment of the date that it gives.
    return parse_date(denied.date).contains(parse_date(asked.date))


def excluded_by(
    denied: Instant | Period | None,
    stated: Instant | Period | None,
    handovers: Container[date] = (),
) -> bool:
    """Return whether somebody cannot both have held an office at one time and not at another."""
    return (
        _fills(denied, stated)
        or overlap_surely(denied, stated)
        or (
            isinstance(stated, Period)
            and isinstance(denied, Instant)
            and denied.source is None
            and covers(stated, denied, handovers)
        )
    )


def _touches(stated: Period, asked: Instant, handovers: Container[date]) -> bool:
    whole, start, until = parse_date(asked.date), parse_date(stated.start), parse_date(stated.until)
    for bound in (start, until):
        # At some moment of its bounds the office was held, whichever day that was.
        if whole.contains(bound) and not (bound.first == bound.last and bound.first in handovers):
            return True
    first, last = surely_from(stated) + _DAY, surely_until(stated) - _DAY
    return max(first, whole.first) <= min(last, whole.last)


def overlap_surely(one: Instant | Period | None, other: Instant | Period | None) -> bool:
    """Return whether two stated tenures certainly share an instant that both settle.

    Two "some time on that day" need not; a period and a time strictly inside it do; two periods
    do when they share more than the day on which one may have followed the other.
    """
    if isinstance(one, Period) and isinstance(other, Period):
        first = max(surely_from(one), surely_from(other))
        last = min(surely_until(one), surely_until(other))
        if first == last:
            return any(surely_from(p) < first < surely_until(p) for p in (one, other))
        return first < last
    return settles(one, other) or settles(other, one)


class Tenures:
    """All that is known of who held the offices."""

    def __init__(self, structure: Structure, atoms: Iterable[Atom]) -> None:
        self._structure = structure
        known: dict[str, list[Atom]] = {}
        own: dict[tuple[str, str], list[Atom]] = {}
        for atom in atoms:
            if atom.claim.relation == "holder":
                office = structure.representative(atom.claim.subject)
                known.setdefault(office, []).append(atom)
                own.setdefault((office, self._holder(atom)), []).append(atom)
        self._own = {ends: Moments(told) for ends, told in own.items()}
        self._held = {
            office: Moments(atom for atom in told if atom.claim.holds)
            for office, told in known.items()
        }
        self._handovers = {
            office: handovers(
                {(self._holder(atom), atom.claim.at) for atom in told if atom.claim.holds}
            )
            for office, told in known.items()
        }

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on somebody's having held an office at a moment."""
        office = self._structure.representative(claim.subject)
        asked = self._structure.representative(str(claim.object))
        if office not in self._held:
            return undecided()
        handovers = self._handovers[office]
        about = self._own.get((office, asked))
        own = about.near(claim.at) if about is not None else []
        for atom in own:
            if atom.claim.holds and covers(atom.claim.at, claim.at, handovers):
                return resting(True, Rule.STATED, [atom])
        for atom in own:
            if not atom.claim.holds and _fills(atom.claim.at, claim.at):
                return resting(False, Rule.DENIED, [atom])
        for atom in self._held[office].near(claim.at):
            filled = settles(atom.claim.at, claim.at)
            if filled and not self._structure.possibly_same(self._holder(atom), asked):
                return resting(False, Rule.FUNCTIONAL, [atom])
        return undecided()

    def _holder(self, atom: Atom) -> str:
        return self._structure.representative(str(atom.claim.object))


def handovers(tenures: Iterable[tuple[str, Instant | Period | None]]) -> frozenset[date]:
    """Return the days on which one tenure ends and another begins, or is told of.

    Args:
        tenures: who held the office and when, each once.
    """
    told = [at for _, at in tenures]
    starts, ends, whole = Counter[str](), Counter[str](), Counter[str]()
    for at in told:
        if isinstance(at, Period) and at.start != at.until:
            starts[at.start] += 1
            ends[at.until] += 1
        elif isinstance(at, Period):
            whole[at.start] += 1
    days = {at.date for at in told if isinstance(at, Instant) and at.source is None}
    days |= whole.keys()
    shared = (starts.keys() & ends.keys()) | (days & (starts.keys() | ends.keys()))
    # Two of one day only: one followed the other on it.
    shared |= {day for day, count in whole.items() if count > 1}
    dates = map(parse_date, shared)
    return frozenset(date.first for date in dates if date.first == date.last)
