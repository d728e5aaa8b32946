"""The plan of a learner for a set: from the memories, the settings and the day that were stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from quizapp import paths
from quizapp.core.memory.forecast import expected_recall
from quizapp.core.memory.plan import Aim, plan
from quizapp.core.memory.state import Memory
from quizapp.core.profiles.expected import Unknown
from quizapp.library.files import load_set
from quizapp.library.profiles import load_profiles
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.plan import exam_days, given, plan_view
from quizapp.services.settings import change_settings, set_exam
from quizapp.store.memories import KeptMemory, save_memories
from quizapp.store.settings import PRESET

SET = "india-us-2plus2-2023"
TODAY = date(2026, 3, 1)  # of ``now``


@pytest.fixture(scope="module")
def shelf():
    return Shelf(load_set(paths.QUESTIONS / f"{SET}.yaml"), load_wording())


def known(session, person, shelf, *stabilities):
    """Store memories of the first slots of a set, last reviewed a week ago."""
    slots = list(shelf.slots)
    day = TODAY - timedelta(days=7)
    kept = [
        KeptMemory(slot, Memory(stability, 5.0, day), TODAY, "item")
        for slot, stability in zip(slots, stabilities, strict=False)
    ]
    save_memories(session, person.id, kept, known={})
    return [one.memory for one in kept]


def view(session, person, shelf, now):
    made_from = given(session, learner_id=person.id, set_id=SET, now=now)
    return plan_view(shelf, load_profiles(), made_from)


def test_a_stranger_gets_the_plan_of_one_who_knows_nothing(session, outsider, shelf, now):
    seen = view(session, outsider, shelf, now)

    slots = len(shelf.slots)
    assert (seen.chosen, seen.exam, seen.today) == (None, TODAY + timedelta(days=30), TODAY)
    assert (seen.slots, seen.asked, seen.minutes, seen.percent) == (slots, 0, 15, 90)
    assert seen.on_the_day.idle == pytest.approx(0.15 * slots)
    assert seen.on_the_day.planned_share > 0.9
    assert (seen.is_over, seen.unasked, seen.stopped, seen.sample) == (False, 0, None, None)


def test_the_plan_is_made_from_ones_memories_settings_and_day(session, ana, ben, shelf, now):
    memories = known(session, ana, shelf, 3.0, 10.0, 40.0)
    wanted = replace(PRESET, retention=0.85, minutes=3)
    change_settings(session, learner_id=ana.id, wanted=wanted, now=now)
    exam = TODAY + timedelta(days=10)
    set_exam(session, learner_id=ana.id, set_id=SET, day=exam, now=now)

    seen = view(session, ana, shelf, now)

    new = len(shelf.slots) - 3
    made = plan(memories, new, Aim(TODAY, exam, 0.85), 3)
    assert (seen.exam, seen.chosen, seen.days, seen.asked) == (exam, exam, 10, 3)
    assert seen.on_the_day.planned == pytest.approx(made.outlooks[-1].planned)
    assert seen.on_the_day.idle == pytest.approx(expected_recall(memories, exam) + 0.15 * new)
    assert (seen.unasked, seen.waiting) == (made.unasked, made.waiting)
    assert view(session, ben, shelf, now).asked == 0


def test_memories_of_what_the_set_no_longer_holds_do_not_count(session, ana, shelf, now):
    gone = KeptMemory(f"{SET}/gone/part", Memory(9.0, 5.0, TODAY), TODAY, "item")
    save_memories(session, ana.id, [gone], known={})

    seen = view(session, ana, shelf, now)

    assert (seen.asked, seen.slots) == (0, len(shelf.slots))


def test_the_mark_of_each_exam_follows_from_the_recall(session, outsider, shelf, now):
    marks = {one.name: one for one in view(session, outsider, shelf, now).marks}

    assert [one.name for one in load_profiles().values()] == list(marks)
    assert marks["Classroom"].idle == pytest.approx(0.3625)
    assert marks["UPSC Civil Services (GS I)"].idle == pytest.approx(0.15)
    assert marks["UPSC Civil Services (GS I)"].unknown is Unknown.EITHER
    assert marks["SSC CGL (tier 1)"].idle == pytest.approx(0.203125)
    assert all(one.planned > one.idle for one in marks.values())


def test_what_does_not_fit_is_told_with_what_would_be_enough(session, ana, shelf, now):
    change_settings(session, learner_id=ana.id, wanted=replace(PRESET, minutes=1), now=now)
    exam = TODAY + timedelta(days=5)
    set_exam(session, learner_id=ana.id, set_id=SET, day=exam, now=now)

    few = view(session, ana, shelf, now)
    assert few.unasked > 0
    assert few.is_least
    change_settings(
        session,
        learner_id=ana.id,
        wanted=replace(PRESET, minutes=few.enough),
        now=now + timedelta(seconds=1),
    )

    assert view(session, ana, shelf, now).unasked == 0


@pytest.mark.parametrize(
    ("days", "lines", "long"), [(1, 1, 1), (14, 14, 1), (15, 3, 7), (182, 26, 7), (183, 7, 28)]
)
def test_the_lines_of_a_plan_are_days_then_weeks_then_four_weeks(
    session, ana, shelf, now, days, lines, long
):
    exam = TODAY + timedelta(days=days)
    set_exam(session, learner_id=ana.id, set_id=SET, day=exam, now=now)

    seen = view(session, ana, shelf, now)

    assert len(seen.steps) == lines
    assert (seen.steps[0].last - seen.steps[0].first).days == min(long, days) - 1
    assert seen.steps[-1].last == exam - timedelta(days=1)
    assert [one.day for one in seen.points] == [*(step.first for step in seen.steps), exam]
    assert seen.points[0].at == 0
    assert seen.points[-1].at == 1
    lengths = [(step.last - step.first).days + 1 for step in seen.steps]
    asked = sum(step.new * one for step, one in zip(seen.steps, lengths, strict=True))
    assert round(asked) == seen.slots - seen.unasked


@pytest.mark.parametrize("ago", [0, 1, 400])
def test_a_day_that_is_not_ahead_any_more_is_told_and_an_example_shown(
    session, ana, shelf, now, ago
):
    over = TODAY - timedelta(days=ago)
    set_exam(session, learner_id=ana.id, set_id=SET, day=over, now=now)

    seen = view(session, ana, shelf, now)

    assert (seen.is_over, seen.chosen, seen.exam) == (True, over, TODAY + timedelta(days=30))


def test_the_plan_begins_on_the_study_day_of_the_learners_clock(session, ana, shelf):
    night = datetime(2026, 3, 1, 21, 0, tzinfo=UTC)
    wanted = replace(PRESET, zone="Asia/Kolkata")
    change_settings(session, learner_id=ana.id, wanted=wanted, now=night - timedelta(days=1))

    assert view(session, ana, shelf, night).today == TODAY  # 02:30, before the night is over
    assert view(session, ana, shelf, night + timedelta(hours=2)).today == date(2026, 3, 2)


def test_an_exam_is_ahead_and_within_five_years():
    assert exam_days(date(2026, 3, 1)) == (date(2026, 3, 2), date(2031, 3, 1))
    assert exam_days(date(2028, 2, 29)) == (date(2028, 3, 1), date(2033, 2, 28))
