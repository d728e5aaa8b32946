"""The usual weights are those of FSRS-6; others change what they say they do, and nothing else."""

from dataclasses import replace
from datetime import UTC, timedelta
from random import Random

import pytest
from fsrs import Rating
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given

from quizapp.core.memory.course import expected_review
from quizapp.core.memory.evidence import Evidence, updated
from quizapp.core.memory.plan import Aim, enough_minutes, plan
from quizapp.core.memory.replay import after, changes, counted
from quizapp.core.memory.state import Memory, interval, retrievability, reviewed
from quizapp.core.memory.weights import USUAL, Weights, parameters
from tests.core.memory.reviews import DAY, LOGS

KNOWN = Memory(stability=7.0, difficulty=5.0, last_day=DAY)
LATER = DAY + timedelta(7)
OTHERS = Weights(again=0.1, good=4.613, growth=1.2, lapse=2.0)


def test_the_usual_weights_are_those_of_fsrs_6_to_the_last_bit() -> None:
    assert parameters(USUAL) == tuple(DEFAULT_PARAMETERS)
    assert USUAL.are_sound


@given(LOGS)
def test_with_the_usual_weights_a_log_comes_out_as_without_any(log) -> None:
    memories: dict[str, Memory] = {}

    for review in counted(log):
        found = changes(memories, review, UTC, USUAL)
        told = {slot: change.after for slot, change in found.items()}
        assert told == after(memories, review, UTC)
        memories |= told


def test_the_places_of_the_weights_are_those_of_fsrs_6() -> None:
    found = parameters(OTHERS)

    changed = {place for place, one in enumerate(DEFAULT_PARAMETERS) if found[place] != one}
    assert changed == {0, 1, 2, 3, 8, 11}
    assert (found[0], found[2], found[8], found[11]) == (0.1, 4.613, 1.2, 2.0)
    # Twice the usual: so are those of Hard and Easy.
    assert (found[1], found[3]) == pytest.approx((2 * 1.2931, 2 * 8.2956))


def test_first_stabilities_are_the_weights_themselves() -> None:
    found = {rating: reviewed(None, rating, DAY, OTHERS) for rating in Rating}

    assert found[Rating.Again][0] == 0.1
    assert found[Rating.Good][0] == 4.613
    for rating, (_stability, difficulty) in found.items():
        assert difficulty == reviewed(None, rating, DAY)[1]


def test_growth_and_lapse_move_what_they_say_and_nothing_else() -> None:
    usual = {rating: reviewed(KNOWN, rating, LATER)[0] for rating in (Rating.Good, Rating.Again)}
    grown = replace(USUAL, growth=USUAL.growth + 1)
    lapsed = replace(USUAL, lapse=USUAL.lapse / 2)

    more = reviewed(KNOWN, Rating.Good, LATER, grown)[0]
    less = reviewed(KNOWN, Rating.Again, LATER, lapsed)[0]

    assert (more - 7) / (usual[Rating.Good] - 7) == pytest.approx(2.718281828)
    assert less == pytest.approx(usual[Rating.Again] / 2)
    assert reviewed(KNOWN, Rating.Again, LATER, grown)[0] == usual[Rating.Again]
    assert reviewed(KNOWN, Rating.Good, LATER, lapsed)[0] == usual[Rating.Good]


def test_a_curve_and_an_interval_know_no_weights() -> None:
    memory = updated(KNOWN, Evidence(LATER, retrieved=0.6), OTHERS)

    assert memory != updated(KNOWN, Evidence(LATER, retrieved=0.6))
    at = memory.last_day + timedelta(round(memory.stability))
    assert retrievability(memory, at) == pytest.approx(0.9, abs=0.02)
    assert interval(memory) == round(memory.stability)


@pytest.mark.parametrize(
    "weights",
    [
        replace(USUAL, again=0.0009),
        replace(USUAL, growth=4.6),
        replace(USUAL, growth=-0.1),
        replace(USUAL, lapse=5.1),
        replace(USUAL, good=101.0),
        replace(USUAL, good=40.0),  # then Easy begins above the bound
        replace(USUAL, again=1.3),  # more than after Hard
    ],
)
def test_what_lies_outside_of_the_bounds_is_not_sound(weights: Weights) -> None:
    assert not weights.are_sound


def test_a_plan_goes_by_the_learners_weights() -> None:
    rng = Random(1)
    memories = [
        Memory(rng.uniform(1, 20), 5.0, DAY - timedelta(rng.randrange(20))) for _ in range(50)
    ]
    usual = Aim(DAY, DAY + timedelta(40), 0.9)
    keeps_little = replace(usual, weights=Weights(again=0.05, good=0.5, growth=0.5, lapse=0.5))

    made, poor = (plan(memories, 60, aim, 10) for aim in (usual, keeps_little))
    enough, more = (enough_minutes(memories, 60, aim, 600) for aim in (usual, keeps_little))

    assert poor.outlooks[-1].idle == made.outlooks[-1].idle
    assert poor.outlooks[-1].planned < made.outlooks[-1].planned
    assert sum(day.reviews for day in poor.days) > sum(day.reviews for day in made.days)
    assert more.minutes is not None
    assert enough.minutes is not None
    assert more.minutes > enough.minutes


def test_an_expected_review_is_that_of_the_weights() -> None:
    assert expected_review(None, DAY, OTHERS) == updated(None, Evidence(DAY, 0.15), OTHERS)
    assert expected_review(KNOWN, LATER, OTHERS) != expected_review(KNOWN, LATER)
