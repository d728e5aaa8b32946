"""Replay: the same memories whatever the order, and as if they had been kept all along."""

from dataclasses import replace
from datetime import UTC, timedelta
from math import exp

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.replay import after, counted, replay
from quizapp.core.memory.state import reviewed
from tests.core.memory.reviews import DAY, LOGS, NOON, RIGHT, SLOT, WRONG, button, review


@given(LOGS)
def test_kept_step_by_step_memories_are_those_of_a_replay(log) -> None:
    memories = {}
    for one in counted(log):
        memories |= after(memories, one, UTC)

    assert memories == replay(log, UTC)


@given(LOGS, st.data())
def test_logs_of_two_devices_converge_in_any_order(log, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(log))
    twice = data.draw(st.lists(st.sampled_from(log))) if log else []

    assert replay([*shuffled, *twice], UTC) == replay(log, UTC)


@given(LOGS, st.data())
def test_a_device_that_does_not_know_of_the_feedback_yet_changes_nothing(log, data) -> None:
    behind = [replace(one, feedback=None) for one in log]

    assert replay(data.draw(st.permutations([*log, *behind])), UTC) == replay(log, UTC)


@given(LOGS)
def test_a_slot_is_touched_by_its_own_reviews_only(log) -> None:
    alone = [one for one in log if all(part.slots == ("a",) for part in one.parts)]
    others = [one for one in log if all("a" not in part.slots for part in one.parts)]

    assert replay(alone + others, UTC).get("a") == replay(alone, UTC).get("a")


@given(LOGS)
def test_nothing_is_changed_that_was_handed_in(log) -> None:
    first = replay(log, UTC)
    kept = dict(first)

    after(first, review(slots=("a", "b", "c"), days=400), UTC)

    assert first == kept


def test_an_empty_log_remembers_nothing() -> None:
    assert replay([], UTC) == {}


def test_reviews_at_one_moment_come_in_the_order_of_their_ids() -> None:
    good, again = button(Rating.Good, id="1"), button(Rating.Again, id="2")
    other_way = [replace(good, id="2"), replace(again, id="1")]

    assert replay([again, good], UTC) == replay([good, again], UTC)
    assert replay([good, again], UTC) != replay(other_way, UTC)


def test_one_id_is_one_review() -> None:
    one = review(RIGHT, id="1")

    with pytest.raises(ValueError, match="two different reviews have the id 1"):
        replay([one, replace(one, hints=1)], UTC)


def test_an_exam_counts_once_its_results_are_shown() -> None:
    answered = review(WRONG, "card", rating=Rating.Again, feedback=None)
    shown = replace(answered, feedback=NOON + timedelta(2))

    assert replay([answered], UTC) == {}
    assert replay([shown], UTC)[SLOT].last_day == DAY


def test_of_two_times_of_feedback_the_first_counts() -> None:
    first = button(Rating.Good)
    again = replace(first, feedback=NOON + timedelta(1))

    assert counted([again, first]) == counted([first, again]) == [first]


def test_an_exam_counts_after_what_was_reviewed_before_its_results() -> None:
    exam = button(Rating.Good, feedback=NOON + timedelta(9))
    between = button(Rating.Again, days=4)
    later = button(Rating.Good, days=20)

    assert counted([later, exam, between]) == [between, exam, later]


def test_a_second_review_of_a_day_takes_the_same_day_formula() -> None:
    log = [button(Rating.Good), button(Rating.Good, days=3), button(Rating.Again, days=3)]

    before, found = (replay(log[:size], UTC)[SLOT] for size in (2, 3))

    assert (found.stability, found.difficulty) == reviewed(before, Rating.Again, before.last_day)
    same_day = exp(0.5425 * (1 - 3 + 0.0912)) * before.stability**-0.0658
    assert found.stability == pytest.approx(before.stability * same_day)
    assert found.lapses == 0
