"""Weights of one's own forecast better where one differs, and are left alone where one does not."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from bench.memory.personal import LEARNERS, Trial, real, simulated, trial
from bench.memory.review_log import SCORED
from bench.memory.simulate import Size
from quizapp.core.grading.score import Outcome
from quizapp.core.memory.fitting import Counted, fit, losses
from quizapp.core.memory.weights import USUAL
from tests.architecture.project import ROOT
from tests.shared_fixtures import shared_fixture

SIZE = Size(1, 130, 250, 4, (0.9,))
SEEDS = 6


@cache
def log_of(kind: str, seed: int) -> Sequence[Counted]:
    return simulated(kind, seed, SIZE)


@cache
def trials(kind: str) -> tuple[Trial, ...]:
    return tuple(trial(log_of(kind, seed), 800) for seed in range(SEEDS))


def test_who_forgets_faster_is_forecast_better_on_reviews_never_seen() -> None:
    found = trials("forgetful")

    assert all(one.gain > 0.005 for one in found), found
    assert sum(one.fit.is_better for one in found) >= SEEDS / 2
    assert all(one.fit.weights.growth < USUAL.growth for one in found), found


def test_who_is_as_the_usual_weights_say_mostly_keeps_them() -> None:
    found = trials("usual")

    assert sum(one.fit.is_better for one in found) <= SEEDS / 3
    # And what little is kept by chance does next to no harm.
    assert all(one.gain > -0.006 for one in found), found


@pytest.mark.parametrize("kind", LEARNERS)
def test_every_kind_of_learner_is_asked_enough_to_fit_to(kind: str) -> None:
    scored = losses({}, log_of(kind, 0), USUAL)

    assert len(scored) > 800 + 100


def test_a_log_of_the_same_learner_is_the_same() -> None:
    again = simulated("forgetful", 0, SIZE)

    assert again == log_of("forgetful", 0) != log_of("forgetful", 1)


# --- planted ---


def test_weights_that_are_fitted_to_the_wrong_outcome_are_not_kept() -> None:
    """The newest reviews tell who learnt the older ones upside down."""
    log_ = log_of("usual", 0)
    cut = len(log_) * 4 // 5

    found = fit({}, [*(upside_down(one) for one in log_[:cut]), *log_[cut:]], USUAL)

    assert found is not None
    assert not found.is_better


def upside_down(one: Counted) -> Counted:
    (part,) = one.review.parts
    right = part.outcome is Outcome.RIGHT
    outcome = Outcome.WRONG if right else Outcome.RIGHT
    return replace(one, review=replace(one.review, parts=(replace(part, outcome=outcome),)))


# --- the real log ---


@pytest.fixture(scope="module")
def reviews() -> list[Counted]:
    return real(shared_fixture("memory/review-log.csv"))


def test_the_real_log_is_scored_as_it_is_elsewhere(reviews: list[Counted]) -> None:
    scored = [loss for _slot, loss in losses({}, reviews, USUAL)]

    newest = scored[len(scored) // 5 :]
    assert len(newest) == SCORED
    assert sum(newest) / len(newest) == pytest.approx(0.437, abs=0.001)


def test_weights_fitted_to_the_real_log_forecast_its_newest_part_better(
    reviews: list[Counted],
) -> None:
    found = fit({}, reviews, USUAL)

    assert found is not None
    assert (found.scored, found.held) == (6_372, 1_274)
    assert found.before == pytest.approx(0.4522, abs=0.001)
    assert found.after == pytest.approx(0.4488, abs=0.001)
    assert found.is_better


def test_where_the_log_is_missing_that_is_said() -> None:
    run = subprocess.run(
        [sys.executable, "bench/memory_personal.py", "nowhere/review-log.csv", "--only-log"],
        cwd=ROOT,
        env={"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (
        run.stdout == "Nothing is measured: the log of reviews is not at nowhere/review-log.csv\n"
    )
