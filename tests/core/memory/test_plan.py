"""Plans until an exam, against numbers computed by hand, and laws that hold of any."""

from datetime import date, timedelta

import pytest

from quizapp.core.memory import course
from quizapp.core.memory.course import StudyDay, expected_review, states_of
from quizapp.core.memory.evidence import UNREVIEWED
from quizapp.core.memory.forecast import expected_recall
from quizapp.core.memory.plan import Aim, Enough, Plan, enough_minutes, plan
from quizapp.core.memory.state import Memory

FIRST = date(2026, 3, 1)
#: With an answer a minute, minutes are answers.
A_MINUTE = 60.0


def after(days: int) -> date:
    return FIRST + timedelta(days)


def aim(days: int, retention: float = 0.9) -> Aim:
    return Aim(FIRST, after(days), retention, seconds=A_MINUTE)


def memory(stability: float, last: int, difficulty: float = 5.0) -> Memory:
    return Memory(stability, difficulty, after(last))


def at_exam(made: Plan) -> float:
    return made.outlooks[-1].planned


# --- one and two slots, by hand: the equations of FSRS-6 with its default weights ---


def test_a_new_slot_is_asked_twice_and_each_result_is_a_mixture() -> None:
    # S = 2.3065 ^ 0.15 * 0.212 ^ 0.85; then, on the same day, R is held at 0.95.
    once = expected_review(None, FIRST)
    twice = expected_review(once, FIRST)

    assert (once.stability, once.difficulty) == pytest.approx((0.303269, 5.769021), abs=1e-6)
    assert (twice.stability, twice.difficulty) == pytest.approx((0.326476, 5.900283), abs=1e-6)


def test_a_review_is_the_mixture_of_its_two_results() -> None:
    # R(10, 2) = 0.760528: S' = S_good ^ 0.760528 * S_again ^ 0.239472, D' = 5.792828.
    reviewed = expected_review(memory(2.0, last=-10), FIRST)

    assert reviewed.stability == pytest.approx(7.689955, abs=1e-6)
    assert reviewed.difficulty == pytest.approx(5.792828, abs=1e-6)


def test_one_new_slot_until_an_exam_in_three_days() -> None:
    made = plan([], 1, aim(3), 2, watched=[after(1), after(2)])

    # S = 0.326476, due next day; 1.431067, due next day; 3.329406, R(1) = 0.960985.
    assert made.days == (StudyDay(0, 1), StudyDay(1, 0), StudyDay(1, 0))
    assert [one.planned for one in made.outlooks] == pytest.approx(
        [0.807449, 0.922691, 0.960985], abs=1e-6
    )
    assert [one.idle for one in made.outlooks] == [UNREVIEWED] * 3
    assert [one.day for one in made.outlooks] == [after(1), after(2), after(3)]
    assert (made.unasked, made.waiting, made.stopped) == (0, 0, None)


def test_of_two_due_slots_the_less_remembered_one_comes_first() -> None:
    firm, weak = memory(10.0, last=-10), memory(2.0, last=-10)

    made = plan([firm, weak], 0, aim(2), 1)

    # R = 0.9 and 0.760528. The weak one: S = 7.689955, R(2) = 0.965586. Next day the firm one,
    # after 11 days: S = 23.927585, R(1) = 0.993827. Without: R(12, 10) + R(12, 2).
    assert made.days == (StudyDay(1, 0), StudyDay(1, 0))
    assert at_exam(made) == pytest.approx(0.965586 + 0.993827, abs=2e-6)
    assert made.outlooks[-1].idle == pytest.approx(0.886993 + 0.742717, abs=2e-6)


def test_what_does_not_fit_into_a_day_waits_for_the_next() -> None:
    like = [memory(10.0, last=-10)] * 3

    made = plan(like, 1, aim(3), 2)

    # What is new comes when nothing waits, and takes both answers of its day.
    assert made.days == (StudyDay(2, 0), StudyDay(1, 0), StudyDay(0, 1))


def test_a_single_answer_that_is_left_asks_nothing_new() -> None:
    made = plan([memory(10.0, last=-10)], 5, aim(1), 2)

    assert made.days == (StudyDay(1, 0),)
    assert made.unasked == 5


def test_minutes_become_answers_by_what_an_answer_takes() -> None:
    assert Aim(FIRST, after(1), 0.9).answers(15) == 75
    assert Aim(FIRST, after(1), 0.9, seconds=25).answers(1) == 2
    assert StudyDay(reviews=3, new=2).answers == 7


# --- edges ---


def test_with_the_exam_tomorrow_only_the_reviews_of_today_count() -> None:
    due, later = memory(10.0, last=-10), memory(10.0, last=-1)

    made = plan([due, later], 0, aim(1), 60)

    kept = [expected_review(due, FIRST), later]
    assert made.days == (StudyDay(1, 0),)
    assert at_exam(made) == pytest.approx(expected_recall(kept, after(1)), abs=1e-9)


def test_minutes_that_are_used_up_by_reviews_leave_nothing_for_what_is_new() -> None:
    made = plan([memory(1.0, last=-9)] * 50, 10, aim(5), 2)

    assert {day.new for day in made.days} == {0}
    assert made.unasked == 10
    assert made.waiting >= 50 - 2 * 5


def test_no_minutes_are_no_plan() -> None:
    made = plan([memory(10.0, last=-3)], 4, aim(9), 0)

    assert made.days == (StudyDay(0, 0),) * 9
    assert at_exam(made) == made.outlooks[-1].idle


def test_nothing_to_know_is_planned_too() -> None:
    made = plan([], 0, aim(2), 15)

    assert (at_exam(made), made.unasked) == (0, 0)


@pytest.mark.parametrize("days", [0, -1])
def test_an_exam_that_is_not_after_the_first_day_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="comes after the first day"):
        plan([], 1, aim(days), 15)


def test_a_memory_of_a_day_to_come_is_planned_as_one_of_today() -> None:
    # Who moves to another time zone may have answered on a study day that is not yet.
    made = plan([memory(3.0, last=1)], 0, aim(3), 15)

    assert made.outlooks[-1].idle == pytest.approx(0.92538, abs=1e-5)  # R(2, 3)


# --- how many minutes are enough ---


def test_enough_minutes_are_enough_and_one_less_is_not() -> None:
    known = [memory(2.0 + one, last=-one - 5) for one in range(20)]

    found = enough_minutes(known, 40, aim(10), 600)

    assert found.minutes is not None
    assert found.is_known
    assert plan(known, 40, aim(10), found.minutes).unasked == 0
    assert plan(known, 40, aim(10), found.minutes - 1).unasked > 0


def test_nothing_new_needs_no_minutes_and_too_much_cannot_be_had() -> None:
    assert enough_minutes([], 0, aim(10), 600) == Enough(0)
    assert enough_minutes([], 3_001, aim(10), 600) == Enough(None)
    assert enough_minutes([], 3_000, aim(10), 600) == Enough(None)  # the first are asked again
    assert enough_minutes([], 300, aim(1), 600) == Enough(600)


def test_a_search_may_begin_where_minutes_are_known_to_be_too_few() -> None:
    known = [memory(2.0 + one, last=-one - 5) for one in range(20)]
    found = enough_minutes(known, 40, aim(10), 600)
    assert found.minutes is not None

    assert enough_minutes(known, 40, aim(10), 600, few=found.minutes - 1) == found
    assert enough_minutes([], 3_001, aim(10), 600, few=600) == Enough(None)


def test_a_search_that_is_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.core.memory.plan.MOST_SEARCH_STEPS", 40)
    known = [memory(1.0, last=-one - 5) for one in range(30)]

    found = enough_minutes(known, 5, aim(30), 600)

    assert not found.is_known
    assert found.minutes is None or plan(known, 5, aim(30), found.minutes).unasked == 0


# --- bounded work ---


def test_too_much_work_stops_and_says_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.core.memory.plan.MOST_STEPS", 50)
    known = [memory(1.0 + one / 100, last=-5) for one in range(40)]

    short = plan(known, 0, aim(60), 600)

    assert short.stopped is not None
    stopped = (short.stopped - FIRST).days
    assert 0 < stopped < 60
    assert all(day == StudyDay(0, 0) for day in short.days[stopped:])
    assert short.days[0] == StudyDay(40, 0)


def test_of_very_many_memories_a_sample_stands_for_all() -> None:
    known = [memory(1 + one / 50, last=-(one % 30), difficulty=1 + one % 9) for one in range(5_000)]

    states = states_of(known, FIRST)

    assert states.total() == 5_000
    assert len(states) <= course.MOST_MEMORIES
    sampled = plan(known, 0, aim(30), 0).outlooks[-1].idle
    assert sampled / 5_000 == pytest.approx(expected_recall(known, after(30)) / 5_000, abs=0.01)


def test_up_to_a_thousand_memories_are_all_followed() -> None:
    known = [memory(1 + one / 50, last=-(one % 30)) for one in range(1_000)]

    made = plan(known, 0, aim(30), 0)

    assert made.outlooks[-1].idle == pytest.approx(expected_recall(known, after(30)), abs=1e-6)
