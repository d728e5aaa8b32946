"""The weighing of evidence: between a memory that was there and one that was not."""

from dataclasses import replace
from datetime import timedelta
from math import exp, log

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.evidence import (
    SUREST,
    UNREVIEWED,
    Evidence,
    recall,
    retrieved_if_right,
    retrieved_if_wrong,
    updated,
)
from quizapp.core.memory.forms import FORMS, FormConstants
from quizapp.core.memory.state import Memory, reviewed
from tests.core.memory.reviews import DAY

CHANCES = st.floats(1e-6, SUREST)
SHARES = st.floats(0, 1)
GUESSES = st.floats(0, 0.5)
FORM = st.builds(
    FormConstants,
    slip=st.floats(0, 0.4),
    advantage=st.floats(0, 3),
    gain=st.floats(0.1, 1),
)
MEMORIES = st.none() | st.builds(
    Memory,
    stability=st.floats(0.001, 36_500),
    difficulty=st.floats(1, 10),
    last_day=st.integers(0, 2_000).map(lambda days: DAY - timedelta(days)),
    reps=st.integers(1, 50),
)
EVIDENCE = st.builds(
    Evidence,
    day=st.just(DAY),
    retrieved=SHARES,
    rating=st.sampled_from([Rating.Hard, Rating.Good, Rating.Easy]),
    gain=st.floats(0.1, 1),
    failed=st.booleans(),
)
#: Sums of rounded numbers are no more exact.
NEARLY = 1e-12
CHOICE = FORMS["choice"]
TRUE_FALSE = FORMS["true_false"]


@pytest.mark.parametrize(
    ("chance", "form", "options", "expected"),
    [
        (0.9, CHOICE, 4, 0.99),
        (0.3, CHOICE, 4, 0.79),
        (0.3, replace(CHOICE, advantage=0), 4, 0.63),
        (UNREVIEWED, CHOICE, 4, 0.61),
        (UNREVIEWED, replace(CHOICE, advantage=0), 4, 0.41),
        (0.3, TRUE_FALSE, 2, 0.65),
        (0.3, replace(TRUE_FALSE, advantage=0), 2, 0.46),
    ],
)
def test_a_right_choice_is_full_evidence_of_a_strong_memory_and_half_of_a_new_one(
    chance: float, form: FormConstants, options: int, expected: float
) -> None:
    found = retrieved_if_right(chance, form, form.guess(options))

    assert found == pytest.approx(expected, abs=0.005)


def test_a_wrong_response_may_be_a_slip() -> None:
    # q = 0.9: 0.9 * 0.05 / (0.9 * 0.05 + 0.1 * 1) = 0.045 / 0.145
    assert retrieved_if_wrong(0.9, FORMS["typed"], 0) == pytest.approx(0.045 / 0.145)
    # q = 9 e^0.8 / (9 e^0.8 + 1) = 0.952449: 0.019049 / (0.019049 + 0.047551 * 3 / 4)
    assert retrieved_if_wrong(0.9, CHOICE, 1 / 4) == pytest.approx(0.348165, abs=1e-6)


@given(CHANCES, st.floats(0, 3))
def test_where_nobody_guesses_or_slips_a_response_is_what_it_is(chance, advantage) -> None:
    form = FormConstants(advantage=advantage)

    assert retrieved_if_right(chance, form, 0) == 1
    assert retrieved_if_wrong(chance, form, 0) == 0


@given(CHANCES, FORM, SHARES)
def test_the_chance_of_having_known_is_a_chance(chance, form, guess) -> None:
    assert 0 <= retrieved_if_wrong(chance, form, guess) <= 1
    assert 0 <= retrieved_if_right(chance, form, guess) <= 1


@given(CHANCES, FORM, GUESSES)
def test_right_tells_for_a_memory_and_wrong_against_it(chance, form, guess) -> None:
    right = retrieved_if_right(chance, form, guess)
    wrong = retrieved_if_wrong(chance, form, guess)

    assert wrong <= right + NEARLY


@given(CHANCES, CHANCES, FORM, GUESSES)
def test_the_better_it_was_remembered_the_likelier_it_was_known(one, other, form, guess) -> None:
    worse, better = sorted((one, other))

    for retrieved in (retrieved_if_right, retrieved_if_wrong):
        assert retrieved(worse, form, guess) <= retrieved(better, form, guess) + NEARLY


@given(CHANCES, FORM, GUESSES, GUESSES)
def test_the_easier_to_guess_the_less_a_response_tells(chance, form, one, other) -> None:
    less, more = sorted((one, other))

    assert retrieved_if_right(chance, form, more) <= retrieved_if_right(chance, form, less) + NEARLY
    assert retrieved_if_wrong(chance, form, less) <= retrieved_if_wrong(chance, form, more) + NEARLY


def test_what_was_never_reviewed_is_hardly_known() -> None:
    assert recall(None, DAY) == UNREVIEWED == 0.15


@given(MEMORIES.filter(bool), st.integers(0, 5_000))
def test_no_prediction_is_surer_than_the_surest(memory: Memory, days: int) -> None:
    assert 0 < recall(memory, memory.last_day + timedelta(days)) <= SUREST
    assert recall(memory, memory.last_day) == SUREST


@given(MEMORIES, st.sampled_from([Rating.Hard, Rating.Good, Rating.Easy]))
def test_certain_evidence_is_fsrs_to_the_last_bit(memory: Memory | None, rating: Rating) -> None:
    known = updated(memory, Evidence(DAY, 1, rating))
    unknown = updated(memory, Evidence(DAY, 0, rating, failed=True))

    assert (known.stability, known.difficulty) == reviewed(memory, rating, DAY)
    assert (unknown.stability, unknown.difficulty) == reviewed(memory, Rating.Again, DAY)


def test_the_update_is_the_mixture_that_is_written_down() -> None:
    memory = Memory(stability=4, difficulty=6, last_day=DAY - timedelta(5))
    good, easier = reviewed(memory, Rating.Good, DAY)
    again, harder = reviewed(memory, Rating.Again, DAY)

    found = updated(memory, Evidence(DAY, 0.6, gain=0.85))

    discounted = 4 + 0.85 * (good - 4)
    assert found.stability == pytest.approx(exp(0.6 * log(discounted) + 0.4 * log(again)))
    assert found.difficulty == pytest.approx(0.6 * easier + 0.4 * harder)


def test_before_the_first_review_there_is_no_stability_to_keep() -> None:
    found = updated(None, Evidence(DAY, 1, gain=0.85))

    assert found.stability == pytest.approx(0.85 * 2.3065)  # w2 of FSRS-6
    assert found.reps == 1
    assert found.lapses == 0


@given(MEMORIES, EVIDENCE)
def test_states_stay_within_their_bounds(memory: Memory | None, evidence: Evidence) -> None:
    found = updated(memory, evidence)

    assert 0.001 <= found.stability < float("inf")
    assert 1 <= found.difficulty <= 10
    assert found.last_day == DAY


@given(MEMORIES, EVIDENCE)
def test_a_mixture_lies_between_the_two_that_are_mixed(memory, evidence: Evidence) -> None:
    found = updated(memory, evidence)
    ends = [updated(memory, replace(evidence, retrieved=k)) for k in (0, 1)]

    for part in ("stability", "difficulty"):
        low, high = sorted(getattr(end, part) for end in ends)
        assert low * (1 - NEARLY) <= getattr(found, part) <= high * (1 + NEARLY)


def test_a_day_before_the_last_review_counts_as_the_same_day() -> None:
    memory = Memory(stability=4, difficulty=6, last_day=DAY, reps=2, lapses=1)

    late = updated(memory, Evidence(DAY - timedelta(3), 0, failed=True))

    assert late == updated(memory, Evidence(DAY, 0, failed=True))
    assert late.last_day == DAY
    assert (late.reps, late.lapses) == (3, 1)
