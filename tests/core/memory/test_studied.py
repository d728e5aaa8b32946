"""What the reviews of days come to: months, weeks, streaks. The numbers are counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.studied import (
    Month,
    Studied,
    by_day,
    first_of_months,
    first_of_weeks,
    months,
    streak,
    weeks,
)

#: A Wednesday.
TODAY = date(2026, 3, 4)


def days(*ago: int) -> set[date]:
    return {TODAY - timedelta(one) for one in ago}


def test_a_day_tells_what_came_back_from_an_earlier_day() -> None:
    yesterday = TODAY - timedelta(1)
    reviews = [
        (TODAY, 0.8, False),
        (TODAY, 1.0, True),  # again on the same day
        (TODAY, 0.6, True),
        (TODAY, None, True),  # the first of its slot
        (yesterday, None, False),
    ]

    assert by_day(reviews) == (
        Studied(yesterday, 1, 0, 0, 0.0),
        Studied(TODAY, 4, 2, 1, pytest.approx(1.4)),
    )


def test_a_month_sums_its_days() -> None:
    found = months(
        [
            Studied(date(2026, 2, 27), 5, 4, 3, 3.5),
            Studied(date(2026, 2, 28), 6, 1, 0, 0.9),
            Studied(date(2026, 3, 1), 2, 0, 0, 0.0),
        ]
    )

    february, march = found
    assert february == Month(date(2026, 2, 1), 2, 11, 5, 3, 4.4)
    assert february.retention == pytest.approx(0.6)
    assert february.expected == pytest.approx(0.88)
    assert (march.days, march.retention, march.expected) == (1, None, None)


def test_months_without_reviews_are_left_out() -> None:
    found = months([Studied(date(2026, 1, 5), 1, 0, 0, 0), Studied(date(2026, 3, 5), 1, 0, 0, 0)])

    assert [one.first.month for one in found] == [1, 3]


@pytest.mark.parametrize(
    ("count", "first"),
    [
        (1, date(2026, 3, 1)),
        (3, date(2026, 1, 1)),
        (4, date(2025, 12, 1)),
        (12, date(2025, 4, 1)),
        (15, date(2025, 1, 1)),
    ],
)
def test_the_last_months_begin_with_their_first_day(count: int, first: date) -> None:
    assert first_of_months(TODAY, count) == first


def test_weeks_begin_on_monday_and_end_today() -> None:
    studied = [
        Studied(date(2026, 2, 22), 9, 0, 0, 0),  # the Sunday before
        Studied(date(2026, 2, 23), 1, 0, 0, 0),
        Studied(date(2026, 3, 1), 2, 0, 0, 0),
        Studied(TODAY, 3, 0, 0, 0),
    ]

    assert weeks(studied, TODAY, 2) == ((1, 0, 0, 0, 0, 0, 2), (0, 0, 3))
    assert first_of_weeks(TODAY, 2) == date(2026, 2, 23)
    assert len(weeks([], TODAY)) == 26


@pytest.mark.parametrize(
    ("ago", "count"),
    [
        ((), 0),
        ((0,), 1),
        ((1,), 1),  # today is not over
        ((0, 1, 2), 3),
        ((0, 2), 2),  # a day off
        ((0, 3), 1),  # two of them
        ((0, 1, 3, 4, 6, 7), 4),  # days 2 and 5 off: two of seven
        ((0, 1, 3, 4, 5, 6, 7, 8, 10), 9),  # days 2 and 9 off: seven apart
        ((0, 1, 3, 4, 5, 6, 7, 9), 7),  # days 2 and 8 off
        ((1, 3, 4), 3),  # today is no day off
        ((2, 3), 2),
        ((3, 4), 0),
    ],
)
def test_a_streak_counts_days_with_reviews_and_takes_one_day_off_in_seven(ago, count) -> None:
    assert streak(days(*ago), TODAY) == count


@given(st.sets(st.integers(0, 60)))
def test_a_streak_is_never_longer_than_the_days_and_one_more_review_never_shortens_it(ago) -> None:
    found = streak(days(*ago), TODAY)

    assert found <= len(ago)
    assert streak(days(*ago, 0), TODAY) >= found
