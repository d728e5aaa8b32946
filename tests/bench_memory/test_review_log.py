"""On a real log of reviews the forecasts are as good as FSRS-6 is known to be."""

import subprocess
import sys

import pytest

from bench.memory.review_log import (
    SCORED,
    Answer,
    Forecast,
    area_under_the_curve,
    calibration,
    forecasts,
    log_loss,
    read,
    share_so_far,
)
from bench.memory.rules import Core, Leitner, Sm2
from tests.architecture.project import ROOT
from tests.shared_fixtures import shared_fixture


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return read(shared_fixture("memory/review-log.csv"))


def test_one_learners_reviews_are_predicted_as_published(answers: list[Answer]) -> None:
    found = forecasts(Core(), answers)

    assert len(found) == SCORED == 5_098
    assert log_loss(found) == pytest.approx(0.437, abs=0.001)
    assert area_under_the_curve(found) == pytest.approx(0.671, abs=0.001)


def test_simpler_rules_predict_them_worse(answers: list[Answer]) -> None:
    assert log_loss(share_so_far(answers)) == pytest.approx(0.490, abs=0.001)
    assert log_loss(forecasts(Sm2(), answers)) == pytest.approx(0.505, abs=0.001)
    assert log_loss(forecasts(Leitner(), answers)) == pytest.approx(0.524, abs=0.001)


def test_predictions_are_calibrated_within_five_hundredths(answers: list[Answer]) -> None:
    bins = calibration(forecasts(Core(), answers))

    assert [one.count for one in bins] == [509, 510, 510, 510, 510] * 2
    assert all(abs(one.predicted - one.observed) < 0.05 for one in bins)
    assert sum(one.observed * one.count for one in bins) == pytest.approx(4_199)


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    found = [Forecast(0.9, True), Forecast(0.5, True), Forecast(0.5, False), Forecast(0.2, False)]

    assert area_under_the_curve(found) == 3.5 / 4


def test_reviews_of_one_day_and_the_first_fifth_are_not_scored() -> None:
    answers = [Answer("a", 0, True), Answer("a", 0, True)]
    answers += [Answer("a", day, True) for day in range(1, 11)]

    assert len(forecasts(Core(), answers)) == 8


def test_where_the_log_is_missing_that_is_said() -> None:
    run = subprocess.run(
        [sys.executable, "bench/memory_review_log.py", "nowhere/review-log.csv"],
        cwd=ROOT,
        env={"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (
        run.stdout == "Nothing is measured: the log of reviews is not at nowhere/review-log.csv\n"
    )
