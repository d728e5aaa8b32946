"""Study days: calendar days with a cut at four in the morning, through every change of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.days import study_day
from quizapp.core.memory.replay import replay
from quizapp.core.memory.state import retrievability
from tests.core.memory.reviews import NOON, SLOT, review

#: Among them: no changes, and half an hour; changes of an hour; of half an hour; a day left out, in
#: Samoa in 2011; and changes of three hours, one of them over the cut.
ZONES = [
    "Asia/Kolkata",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Antarctica/Casey",
]
MOMENTS = st.integers(0, 11_000_000).map(
    lambda minutes: datetime(2009, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def local(zone: str, *when: int, fold: int = 0) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone), fold=fold)


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ((2025, 3, 3, 0, 0), date(2025, 3, 2)),
        ((2025, 3, 3, 3, 59), date(2025, 3, 2)),
        ((2025, 3, 3, 4, 0), date(2025, 3, 3)),
        ((2025, 3, 3, 23, 59), date(2025, 3, 3)),
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_a_day_begins_at_four_in_the_morning(zone: str, clock, day: date) -> None:
    assert study_day(local(zone, *clock), ZoneInfo(zone)) == day


def test_the_zone_of_the_learner_counts_not_that_of_the_moment() -> None:
    moment = datetime(2025, 3, 2, 22, 30, tzinfo=UTC)  # 04:00 of the next day in India

    assert study_day(moment, ZoneInfo("Asia/Kolkata")) == date(2025, 3, 3)
    assert study_day(moment, UTC) == date(2025, 3, 2)


def test_a_naive_moment_has_no_day() -> None:
    with pytest.raises(ValueError, match="has none"):
        study_day(NOON.replace(tzinfo=None), UTC)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((2025, 3, 29, 21, 0), (2025, 3, 30, 20, 0)),  # 22 hours over the change to summer time
        ((2025, 3, 29, 4, 0), (2025, 3, 30, 4, 0)),  # 23 hours
        ((2025, 10, 25, 4, 0), (2025, 10, 26, 4, 0)),  # 25 hours
    ],
)
def test_over_a_change_of_clocks_the_next_day_is_the_next_day(first, second) -> None:
    zone = ZoneInfo("Europe/Berlin")

    days = [study_day(local("Europe/Berlin", *clock), zone) for clock in (first, second)]

    assert days[1] - days[0] == timedelta(1)


def test_twenty_four_hours_may_be_one_day_more_or_none() -> None:
    # The study day of 2025-10-25 has 25 hours: 24 after its 04:30 the clock says 03:30.
    zone = ZoneInfo("Europe/Berlin")
    start = local("Europe/Berlin", 2025, 10, 25, 4, 30)

    assert study_day(start.astimezone(UTC) + timedelta(hours=24), zone) == date(2025, 10, 25)
    assert study_day(start.astimezone(UTC) + timedelta(hours=25), zone) == date(2025, 10, 26)


def test_where_clocks_go_back_over_the_cut_the_day_does_not_end_twice() -> None:
    # In Hong Kong, 1946-12-01, clocks went from 04:30 back to 03:30.
    zone = ZoneInfo("Asia/Hong_Kong")
    first_four = local("Asia/Hong_Kong", 1946, 12, 1, 4, 0).astimezone(UTC)

    found = [study_day(first_four + timedelta(minutes=m), zone) for m in range(-60, 300, 10)]

    assert found == [date(1946, 11, 30)] * 6 + [date(1946, 12, 1)] * 30


def test_where_clocks_go_forward_over_the_cut_the_day_begins_with_the_next_hour() -> None:
    # At Casey in Antarctica, 2011-10-28, clocks went from 02:00 to 05:00.
    zone = ZoneInfo("Antarctica/Casey")
    change = datetime(2011, 10, 27, 18, tzinfo=UTC)

    found = [study_day(change + timedelta(minutes=m), zone) for m in range(-30, 300, 10)]

    assert found == [date(2011, 10, 27)] * 3 + [date(2011, 10, 28)] * 30


@pytest.mark.parametrize("zone", ZONES)
@given(MOMENTS, st.integers(0, 3_000))
def test_a_later_moment_is_on_no_earlier_day(zone: str, moment: datetime, minutes: int) -> None:
    later = moment + timedelta(minutes=minutes)

    assert study_day(moment, ZoneInfo(zone)) <= study_day(later, ZoneInfo(zone))


@pytest.mark.parametrize("zone", ZONES)
@given(MOMENTS)
def test_a_day_lasts_about_a_day(zone: str, moment: datetime) -> None:
    day = study_day(moment, ZoneInfo(zone))

    assert study_day(moment - timedelta(hours=28), ZoneInfo(zone)) < day
    assert study_day(moment + timedelta(hours=28), ZoneInfo(zone)) > day


def test_memory_counts_study_days_not_hours() -> None:
    # Late in the evening, and early the next morning: nine hours, and a night's sleep.
    zone = ZoneInfo("Asia/Kolkata")
    evening = local("Asia/Kolkata", 2025, 3, 3, 22, 0)
    log = [
        review(answered=at, feedback=at)
        for at in (evening, evening + timedelta(hours=5), evening + timedelta(hours=9))
    ]

    one, same_night, next_day = (replay(log[:size], zone)[SLOT] for size in (1, 2, 3))

    assert same_night.last_day == one.last_day == date(2025, 3, 3)
    assert next_day.last_day == date(2025, 3, 4)
    assert retrievability(same_night, date(2025, 3, 4)) < 1
    assert next_day.stability > 1.5 * same_night.stability
