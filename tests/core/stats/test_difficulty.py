"""Difficulty: a prior that responses replace."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.stats.difficulty import Answered, Form, Tally, shrunken, tallies

FORM = Form(frozenset(("set/mayor/holder",)), "office", "choice")
OTHER = Form(FORM.tests, "office", "typed")


@pytest.mark.parametrize(
    ("prior", "wrong", "answered", "expected"),
    [
        (0.4, 0, 0, 0.4),  # (10 * 0.4 + 0) / (10 + 0)
        (0.4, 0, 10, 0.2),  # (4 + 0) / 20
        (0.4, 10, 10, 0.7),  # (4 + 10) / 20
        (0.25, 5, 30, 0.188),  # (2.5 + 5) / 40 = 0.1875
        (0.3, Fraction(1, 2), 1, 0.318),  # (3 + 1/2) / 11 = 0.31818…
        (0.9, 100, 1000, 0.108),  # (9 + 100) / 1010 = 0.10792…
    ],
)
def test_ten_imagined_responses_stand_beside_the_real_ones(
    prior: float, wrong: float, answered: int, expected: float
) -> None:
    assert shrunken(prior, Tally(Fraction(wrong), answered)) == expected


@given(st.floats(0, 1), st.integers(0, 500), st.data())
def test_it_lies_between_the_prior_and_the_rate_and_nearer_to_the_rate_the_more_answered(
    prior: float, answered: int, data: st.DataObject
) -> None:
    wrong = data.draw(st.integers(0, answered))
    rate = wrong / answered if answered else prior

    found = shrunken(prior, Tally(Fraction(wrong), answered))

    assert min(prior, rate) - 0.001 <= found <= max(prior, rate) + 0.001
    assert abs(found - rate) <= abs(prior - rate) * 10 / (10 + answered) + 0.001


def test_responses_are_summed_for_each_form_by_what_they_did_not_earn() -> None:
    earned = [(1, FORM, "1"), (2, FORM, "0"), (3, FORM, "1/3"), (1, OTHER, "0")]

    found = tallies(Answered(who, form, Fraction(text)) for who, form, text in earned)

    assert found == {FORM: Tally(Fraction(5, 3), 3), OTHER: Tally(Fraction(1), 1)}


def test_of_one_learner_the_first_response_counts_and_no_later_one() -> None:
    again = [Answered(1, FORM, Fraction(earned)) for earned in (0, 1, 1)]

    assert tallies(again) == {FORM: Tally(Fraction(1), 1)}
