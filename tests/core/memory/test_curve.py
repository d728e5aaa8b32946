"""The forgetting curve: falls each day, rises at each review, ends where it is told to."""

from datetime import timedelta

import pytest

from quizapp.core.memory.curve import Point, curve
from quizapp.core.memory.state import Memory, retrievability
from tests.core.memory.reviews import DAY


def at(days: int, stability: float):
    day = DAY + timedelta(days)
    return day, Memory(stability, 5, day)


def test_a_review_lifts_the_curve_from_what_was_foretold() -> None:
    found = curve([at(0, 2), at(2, 8)], DAY + timedelta(10))

    assert [point.day for point in found] == [0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert found[0] == Point(0, 1.0)
    assert found[2].recall == pytest.approx(0.9)  # two days at a stability of two
    assert found[3] == Point(2, 1.0)
    assert found[-1].recall == pytest.approx(0.9)  # eight days at one of eight


def test_between_reviews_it_only_falls() -> None:
    found = curve([at(0, 1)], DAY + timedelta(60))

    recalls = [point.recall for point in found]
    assert recalls == sorted(recalls, reverse=True)
    assert recalls[-1] == retrievability(at(0, 1)[1], DAY + timedelta(60))


def test_two_reviews_on_one_day_are_two_points_of_it() -> None:
    found = curve([at(0, 1), at(0, 3)], DAY)

    assert found == (Point(0, 1.0), Point(0, 1.0))


def test_a_curve_of_years_has_some_hundred_points_and_both_its_ends() -> None:
    found = curve([at(0, 9), at(3_001, 50)], DAY + timedelta(7_000))

    assert len(found) < 900
    assert (found[0].day, found[-1].day) == (0, 7_000)
    assert [point.day for point in found].count(3_001) == 2
