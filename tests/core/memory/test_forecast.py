"""What is due, what is expected to be remembered, and how much there will be to do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.forecast import due, due_day, expected_recall, load
from quizapp.core.memory.state import Memory, retrievability, stabilities_passed
from tests.core.memory.reviews import DAY

STATES = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.builds(
        Memory,
        stability=st.floats(0.01, 100),
        difficulty=st.floats(1, 10),
        last_day=st.integers(0, 100).map(lambda days: DAY - timedelta(days)),
    ),
)
RETENTIONS = st.floats(0.8, 0.95)


def memory(stability: float, days_ago: int = 0) -> Memory:
    return Memory(stability=stability, difficulty=5, last_day=DAY - timedelta(days_ago))


def test_what_is_expected_is_the_sum_of_the_chances() -> None:
    memories = [memory(5, 5), memory(10, 10), memory(3)]

    assert expected_recall(memories, DAY) == pytest.approx(0.9 + 0.9 + 1)
    assert expected_recall([], DAY) == 0


@given(STATES, st.integers(0, 500), st.integers(0, 500))
def test_without_study_less_is_remembered_every_day(states, one: int, other: int) -> None:
    sooner, later = (DAY + timedelta(days) for days in sorted((one, other)))

    found = expected_recall(states.values(), later)

    assert 0 <= found <= expected_recall(states.values(), sooner) <= len(states)


@given(STATES)
def test_the_more_stabilities_have_passed_the_less_is_remembered(states) -> None:
    """So that what is due can be put in order without a chance for each."""
    ranked = sorted(states.values(), key=lambda one: stabilities_passed(one, DAY))

    chances = [retrievability(one, DAY) for one in ranked]
    assert chances == sorted(chances, reverse=True)


def test_a_slot_is_due_when_its_chance_has_fallen_to_the_desired_one() -> None:
    assert due_day(memory(12)) == DAY + timedelta(12)
    assert due_day(memory(12), 0.8) > DAY + timedelta(12) > due_day(memory(12), 0.95)
    assert due_day(Memory(9e9, 5, date.max)) == date.max


def test_what_is_due_comes_in_the_order_in_which_it_is_forgotten() -> None:
    states = {"b": memory(5, 6), "a": memory(5, 9), "later": memory(5, 4), "c": memory(5, 6)}

    assert due(states, DAY) == ("a", "b", "c")
    assert due(states, DAY - timedelta(30)) == ()


@given(STATES, RETENTIONS)
def test_what_is_due_is_below_the_desired_chance_and_nothing_else_is(states, desired) -> None:
    waiting = due(states, DAY, desired)

    for slot, one in states.items():
        # An interval is rounded to a whole day, and is one day at least.
        was_yesterday = retrievability(one, DAY - timedelta(1))
        will_be_tomorrow = retrievability(one, DAY + timedelta(1))
        if slot in waiting:
            assert will_be_tomorrow < desired
        else:
            assert was_yesterday > desired or one.last_day == DAY


def test_the_load_counts_what_falls_due_on_each_day_and_what_is_late_at_once() -> None:
    states = [memory(1, 9), memory(2), memory(2), memory(13), memory(14)]

    assert load(states, DAY) == (1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert load(states, DAY, days=3) == (1, 0, 2)


@given(STATES, RETENTIONS)
def test_the_load_of_today_is_what_is_due(states, desired: float) -> None:
    found = load(states.values(), DAY, desired)

    assert found[0] == len(due(states, DAY, desired))
    assert sum(found) == len(due(states, DAY + timedelta(13), desired))
    assert len(found) == 14
