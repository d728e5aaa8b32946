"""Many facts of one slot: reading, checking and deciding grow about with their number."""

from functools import partial

import pytest

from quizapp.core.proof.clash import clashes
from tests import growth

_FEW = 60
_TIMES = 4
#: Linear work grows four times, and sorting a little more; quadratic work grows sixteen times.
_AT_MOST = 5.5

CONSISTENT = [
    growth.in_turn,
    growth.on_one_day,
    growth.in_one_year,
    growth.of_one_person,
    growth.denied_in_turn,
    growth.rows_by_date,
    growth.covered,
    growth.statements,
    growth.chain_of_parts,
    growth.star_of_parts,
    growth.same_person,
    growth.numbers_alike,
    growth.numbers_by_date,
]
#: Those in which a moment is asked about that next to all facts may have to do with.
_CROWDED = {growth.of_one_person, growth.same_person}


def grown(work, make):
    """Return how many times as many calls a piece of work takes on four times as many facts."""
    few, many = make(_FEW), make(_TIMES * _FEW)
    work(many)  # what is looked up once for all has been
    return growth.calls_of(partial(work, many)) / growth.calls_of(partial(work, few))


@pytest.mark.parametrize("make", CONSISTENT)
def test_reading_grows_about_with_the_facts(make):
    assert grown(growth.bank_of, make) < _AT_MOST


@pytest.mark.parametrize("make", CONSISTENT)
def test_holding_the_facts_against_each_other_grows_about_with_them(make):
    assert clashes(growth.bank_of(make(_FEW))) == ()

    assert grown(clashes, lambda count: growth.bank_of(make(count))) < _AT_MOST


@pytest.mark.parametrize("make", [make for make in CONSISTENT if make not in _CROWDED])
def test_deciding_all_that_is_stated_grows_about_with_it(make):
    assert grown(growth.decide_all, lambda count: growth.bank_of(make(count))) < _AT_MOST


def test_of_many_facts_that_contradict_each_other_no_more_pairs_are_found_than_wanted():
    bank = growth.bank_of(growth.of_one_office_at_once(_FEW))

    assert len(clashes(bank, most=50)) == 50
    assert len(clashes(bank)) == _FEW * (_FEW - 1) // 2


def test_finding_some_clashes_of_a_great_many_grows_about_with_the_facts():
    work = partial(clashes, most=20)

    assert grown(work, lambda n: growth.bank_of(growth.of_one_office_at_once(n))) < _AT_MOST
