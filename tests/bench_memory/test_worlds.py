"""The true memories of the simulator follow the laws that they are said to follow."""

from datetime import date, timedelta
from math import exp, log
from random import Random
from statistics import mean

import pytest
from fsrs import Rating
from fsrs.scheduler import DEFAULT_PARAMETERS

from bench.memory.activation import (
    INTERCEPT,
    ActivationWorld,
    Trace,
    activation,
    decay,
    recalled,
)
from bench.memory.calibration import REAL_LOSS, REAL_RMSE, cards_of, rmse_in_bins
from bench.memory.compare import WORLDS
from bench.memory.dsr import DsrWorld
from quizapp.core.memory.evidence import Evidence, updated
from quizapp.core.memory.state import Memory, retrievability

START = date(2025, 1, 1)


@pytest.mark.parametrize("seed", range(20))
def test_with_default_weights_world_a_is_fsrs(seed: int) -> None:
    rng = Random(seed)
    world = DsrWorld(1, Random(seed), weights=tuple(DEFAULT_PARAMETERS))
    memory: Memory | None = None
    day = 0

    for _ in range(12):
        retrieved, gain = rng.random() < 0.7, rng.choice([1.0, 0.85])
        world.practise(0, day, retrieved, gain)
        told = Evidence(START + timedelta(day), float(retrieved), Rating.Good, gain)
        memory = updated(memory, told)
        day += rng.randint(1, 30)

        expected = retrievability(memory, START + timedelta(day))
        assert world.recall(0, day) == pytest.approx(expected, abs=1e-9)


def test_activation_is_that_of_the_published_equations() -> None:
    # By hand, with a = 0.177, c = 0.217, threshold -0.704, s = 0.255: practised at 0 and 100 s.
    first = Trace(0, decay(activation([], 0)))
    after_100 = activation([first], 100)
    second = Trace(100, decay(after_100))

    assert first.decay == INTERCEPT == 0.177
    assert after_100 == pytest.approx(-0.8151, abs=1e-4)  # -0.177 ln 100
    assert second.decay == pytest.approx(0.2730, abs=1e-4)  # 0.217 * 0.4426 + 0.177
    assert activation([first, second], 200) == pytest.approx(-0.3917, abs=1e-4)
    assert recalled(after_100, 0.255) == pytest.approx(0.3928, abs=1e-4)


def test_what_is_spaced_lasts_longer_than_what_is_crammed() -> None:
    crammed, spaced = (ActivationWorld(1, Random(1)) for _ in range(2))
    for day in (7, 8, 9, 10):
        crammed.practise(0, day, True, 1.0)
    for day in (1, 4, 7, 10):
        spaced.practise(0, day, True, 1.0)

    assert crammed.recall(0, 11) > spaced.recall(0, 11)
    assert crammed.recall(0, 200) < spaced.recall(0, 200)


@pytest.mark.parametrize("world", WORLDS)
def test_recall_falls_with_time_and_rises_with_practice(world: str) -> None:
    true = WORLDS[world](50, Random(1))
    for fact in range(50):
        true.practise(fact, 0, True, 1.0)
    falling = [mean(true.recall(fact, day) for fact in range(50)) for day in (1, 2, 5, 20, 100)]
    for fact in range(50):
        true.practise(fact, 100, True, 1.0)

    assert falling == sorted(falling, reverse=True)
    assert all(0 < chance < 1 for chance in falling)
    assert mean(true.recall(fact, 101) for fact in range(50)) > falling[0] - 0.1
    assert mean(true.recall(fact, 120) for fact in range(50)) > falling[3]


@pytest.mark.parametrize("world", WORLDS)
def test_recognising_does_less_for_memory_than_recalling(world: str) -> None:
    recalled_one, recognised = (WORLDS[world](1, Random(1)) for _ in range(2))
    recalled_one.practise(0, 0, True, 1.0)
    recognised.practise(0, 0, True, 0.7)

    assert recognised.recall(0, 5) < recalled_one.recall(0, 5)


@pytest.mark.parametrize("world", WORLDS)
def test_a_seed_makes_the_same_memory_again(world: str) -> None:
    one, again, other = (WORLDS[world](5, Random(seed)) for seed in (1, 1, 2))

    chances = [[true.recall(fact, 0) for fact in range(5)] for true in (one, again, other)]

    assert chances[0] == chances[1] != chances[2]


def test_default_fsrs_is_as_calibrated_in_world_b_as_on_real_users() -> None:
    learners = [cards_of("B", seed) for seed in range(4)]

    loss = mean(
        -log(one.forecast if one.right else 1 - one.forecast)
        for reviews in learners
        for one in reviews
    )

    assert mean(map(rmse_in_bins, learners)) == pytest.approx(REAL_RMSE, abs=0.015)
    assert loss == pytest.approx(REAL_LOSS, abs=0.03)


def test_a_chance_of_activation_at_the_threshold_is_a_half() -> None:
    assert recalled(-0.704, 0.3) == 0.5
    assert recalled(-0.704 + 0.3, 0.3) == pytest.approx(1 / (1 + exp(-1)))
