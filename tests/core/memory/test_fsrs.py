"""What our states say is what FSRS-6 says, in others' numbers."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.replay import after, replay
from quizapp.core.memory.state import LONGEST_INTERVAL, Memory, interval, retrievability
from tests.core.memory.reviews import DAY, SLOT, button
from tests.shared_fixtures import shared_fixture

RATINGS = st.sampled_from(list(Rating))
HISTORIES = st.lists(st.tuples(RATINGS, st.integers(0, 400)), min_size=1, max_size=12)


def pressed(ratings: list[int], days: list[int]) -> list[Memory]:
    """Return the memory after each button, pressed on those days after the first."""
    memories: dict[str, Memory] = {}
    found = []
    for rating, day in zip(ratings, days, strict=True):
        memories |= after(memories, button(Rating(rating), days=day), UTC)
        found.append(memories[SLOT])
    return found


def test_two_hundred_histories_of_the_library_come_out_to_nine_places() -> None:
    vectors = json.loads(shared_fixture("memory/fsrs6_vectors.json").read_text("utf-8"))
    assert len(vectors["histories"]) == 200

    for history in vectors["histories"]:
        days = list(accumulate(step[1] for step in history))
        found = pressed([step[0] for step in history], days)
        before = [None, *found]
        for (_rating, _gap, recall, *state, due_in), day, known, memory in zip(
            history, days, before[:-1], found, strict=True
        ):
            if known is not None:
                at = DAY + timedelta(day)
                assert retrievability(known, at) == pytest.approx(recall, rel=0, abs=1e-9)
            assert [memory.stability, memory.difficulty] == pytest.approx(state, rel=0, abs=1e-9)
            assert interval(memory) == due_in


def test_the_librarys_own_example_has_its_intervals() -> None:
    # Published with steps of minutes: an interval of 0 days is a review on the same day.
    published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    ratings = [3] * 6 + [1] * 2 + [3] * 5

    found = pressed(ratings, [0, *accumulate(published[:-1])])

    assert [interval(one) for one, days in zip(found, published, strict=True) if days] == [
        days for days in published if days
    ]


def test_the_published_state_of_six_reviews_is_reached() -> None:
    found = pressed([1, 3, 3, 3, 3, 3], list(accumulate([0, 0, 1, 3, 8, 21])))

    # Published from single precision.
    assert found[-1].stability == pytest.approx(53.62691, rel=1e-6)
    assert found[-1].difficulty == pytest.approx(6.3574867, rel=1e-6)


def test_intervals_at_every_desired_retention_are_those_of_the_reference() -> None:
    # fsrs-rs, "next_interval" for a stability of one day, retention 0.1 to 1.0.
    reference = [3116766, 34793, 2508, 387, 90, 27, 9, 3, 1, 1]
    memory = Memory(stability=1, difficulty=5, last_day=DAY)

    found = [interval(memory, tenths / 10) for tenths in range(1, 11)]

    assert found == [min(days, LONGEST_INTERVAL) for days in reference]


@pytest.mark.parametrize("retention", [0, -0.1, 1.01])
def test_a_retention_that_is_none_has_no_interval(retention: float) -> None:
    with pytest.raises(ValueError, match="a retention lies in"):
        interval(Memory(stability=1, difficulty=5, last_day=DAY), retention)


def test_the_stability_is_the_time_to_nine_tenths() -> None:
    memory = Memory(stability=7, difficulty=5, last_day=DAY)

    assert retrievability(memory, DAY + timedelta(7)) == pytest.approx(0.9, abs=1e-12)
    assert retrievability(memory, DAY) == 1
    assert retrievability(memory, DAY - timedelta(1)) == 1


def test_hard_on_the_same_day_takes_no_stability_away() -> None:
    good, hard = pressed([3, 2], [0, 0])

    assert hard.stability == good.stability
    assert hard.difficulty > good.difficulty


@given(HISTORIES)
def test_a_history_of_buttons_is_that_of_the_library_to_the_last_bit(history) -> None:
    ratings = [rating for rating, _gap in history]
    days = list(accumulate(gap for _rating, gap in history))
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    start = datetime(2025, 3, 3, 12, tzinfo=UTC)
    card = Card(card_id=1, due=start)

    found = pressed(ratings, days)

    for rating, day, memory in zip(ratings, days, found, strict=True):
        card, _log = scheduler.review_card(card, rating, start + timedelta(day))
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        assert interval(memory) == (card.due - card.last_review).days


@given(HISTORIES)
def test_reps_count_reviews_and_lapses_failures_on_a_later_day(history) -> None:
    days = list(accumulate(gap for _rating, gap in history))
    log = [button(rating, days=day) for (rating, _gap), day in zip(history, days, strict=True)]

    memory = replay(log, UTC)[SLOT]

    assert memory.reps == len(history)
    assert memory.lapses == sum(rating is Rating.Again and gap > 0 for rating, gap in history[1:])
    assert memory.last_day == DAY + timedelta(days[-1])


def test_time_runs_out_of_no_calendar() -> None:
    memory = Memory(stability=1e8, difficulty=1, last_day=date.min)

    assert 0 < retrievability(memory, date.max) <= 1
    assert interval(memory) == LONGEST_INTERVAL
