"""Sweeping finds what comparing every pair finds: tenures that overlap, numbers that exclude."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom, NumberFact
from quizapp.core.proof.figures import excluding, figures
from quizapp.core.proof.moments import Moments
from quizapp.core.proof.overlaps import days, overlapping
from quizapp.core.proof.tenure import overlap_surely

_DATES = st.one_of(
    st.sampled_from(["1900", "1901", "1900-12", "1901-01"]),
    st.builds("{0}-01-{1:02}".format, st.sampled_from([1900, 1901]), st.integers(1, 6)),
)


def _period(pair):
    start, until = pair
    ordered = parse_date(start).first <= parse_date(until).last
    return Period(start, until) if ordered else Period(until, start)


_TIMES = st.one_of(
    st.none(),
    st.builds(Instant, _DATES, st.sampled_from([None, None, "report", "letter"])),
    st.tuples(_DATES, _DATES).map(_period),
)
_HELD = st.lists(st.tuples(st.sampled_from("abc"), _TIMES), max_size=9)


def atoms_of(held):
    return [
        Atom(Claim("holder", "mayor", who, at=at), f"f{n}", f"f{n}/holder", ())
        for n, (who, at) in enumerate(held)
    ]


def holder(atom):
    return atom.claim.object


@given(_HELD)
def test_tenures_overlap_as_every_two_of_them_do(held):
    known = sorted(atoms_of(held), key=lambda atom: days(atom.claim.at)[0])

    found = list(overlapping(known, holder))

    two = [
        (one, other)
        for one, other in combinations(known, 2)
        if holder(one) != holder(other) and overlap_surely(one.claim.at, other.claim.at)
    ]
    assert sorted(found, key=known_by(known)) == two


def known_by(known):
    return lambda pair: (known.index(pair[0]), known.index(pair[1]))


@given(_HELD, _TIMES)
def test_near_a_time_is_what_shares_a_day_with_it(held, asked):
    atoms = atoms_of(held)
    first, last = days(asked)

    near = Moments(atoms).near(asked)

    bounds = ((atom, *days(atom.claim.at)) for atom in atoms)
    assert near == [atom for atom, start, until in bounds if start <= last and first <= until]


def _number(value, least, most, unit, tolerance):
    return NumberFact("f", (), "size", value, least, most, unit, Fraction(tolerance), None)


_PRINTED = st.sampled_from(["7", "10", "10.5", "11", "12", "1000"])
_UNITS = st.sampled_from(["m", "m", "km", "kg"])
_NUMBERS = st.one_of(
    st.builds(_number, _PRINTED, st.none(), st.none(), _UNITS, st.sampled_from([0, 1, 3])),
    st.builds(_number, st.none(), _PRINTED, st.none(), _UNITS, st.just(0)),
    st.builds(_number, st.none(), st.none(), _PRINTED, _UNITS, st.just(0)),
)


def exclude(one, other):
    """Return whether one makes the other's value false, or is bound to lie above it."""
    mine, theirs = figures(one), figures(other)
    if mine.dimension != theirs.dimension:
        return False
    return any(
        (far.value is not None and near.makes_false(far.value))
        or (None not in (near.least, far.most) and near.least > far.most)
        for near, far in ((mine, theirs), (theirs, mine))
    )


@given(st.lists(_NUMBERS, max_size=8))
def test_numbers_exclude_each_other_as_every_two_of_them_do(told):
    facts = [replace(one, slug=f"f{n}") for n, one in enumerate(told)]

    found = sorted((one.slug, other.slug) for one, other in excluding(facts))

    two = combinations(facts, 2)
    assert found == [(one.slug, other.slug) for one, other in two if exclude(one, other)]
