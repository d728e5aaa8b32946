"""Windows and the one deadline."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.teaching.windows import Stage, Window, deadline, last_deadline

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
PLAIN = Fraction(1)


@pytest.mark.parametrize(
    ("window", "stages"),
    [
        (Window(), (Stage.OPEN, Stage.OPEN, Stage.OPEN)),
        (Window(opens=NINE), (Stage.BEFORE, Stage.OPEN, Stage.OPEN)),
        (Window(closes=NINE), (Stage.OPEN, Stage.OVER, Stage.OVER)),
        (Window(NINE, NINE + HOUR), (Stage.BEFORE, Stage.OPEN, Stage.OVER)),
    ],
)
def test_a_window_is_before_open_or_over(window: Window, stages: tuple[Stage, ...]):
    moments = (NINE - timedelta(seconds=1), NINE, NINE + HOUR)

    assert tuple(window.stage(at) for at in moments) == stages


def test_nothing_ends_what_has_neither_limit_nor_end():
    assert deadline(NINE, minutes=None, closes=None, time=Fraction(3)) is None


@pytest.mark.parametrize(
    ("minutes", "closes", "time", "end"),
    [
        (30, None, PLAIN, 30),
        (30, None, Fraction(3, 2), 45),
        (30, 20, PLAIN, 20),  # begun late
        (30, 20, Fraction(3, 2), 35),  # 20 and the half of 30 more
        (30, 90, Fraction(3, 2), 45),
        (None, 20, PLAIN, 20),
        (None, 20, Fraction(3), 20),  # of no limit nobody gets more
        (10, None, Fraction(4, 3), 13 + Fraction(1, 3)),
    ],
)
def test_the_deadline_is_the_earlier_of_limit_and_end(minutes, closes, time, end):
    closing = None if closes is None else NINE + timedelta(minutes=closes)

    found = deadline(NINE, minutes=minutes, closes=closing, time=time)

    assert found == NINE + timedelta(seconds=float(end * 60))


@given(
    st.integers(1, 600),
    st.integers(0, 10_000),
    st.fractions(1, 3, max_denominator=12),
    st.integers(0, 10_000),
)
def test_who_has_more_time_is_never_cut_off_and_nobody_outlasts_the_last(
    minutes: int, closes: int, time: Fraction, begun: int
):
    end = NINE + timedelta(minutes=closes)
    started = NINE + timedelta(minutes=min(begun, closes))

    mine = deadline(started, minutes=minutes, closes=end, time=time)
    usual = deadline(started, minutes=minutes, closes=end, time=PLAIN)
    last = last_deadline(minutes=minutes, closes=end, time=time)

    assert usual is not None
    assert mine is not None
    assert last is not None
    assert usual <= mine <= last
    gained = (mine - usual).total_seconds()
    assert gained == pytest.approx(minutes * 60 * float(time - 1), abs=1)
