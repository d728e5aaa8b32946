"""What a learner knows of a set: what is remembered, due, weak, kept."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from sqlalchemy import insert

from quizapp.core.memory.standing import State
from quizapp.core.memory.state import retrievability
from quizapp.services.known import known
from quizapp.services.settings import change_settings, set_exam
from quizapp.store.memories import MemoryRecord, all_memories_of
from quizapp.store.settings import PRESET
from tests.conftest import only
from tests.services.knowing import (
    ABOUT,
    BEFORE,
    HELD,
    SAID,
    SLOTS,
    answered,
    asking,
    shelf,
)

DAY = timedelta(days=1)


def view_of(session, person, now, **places):
    return known(session, learner_id=person.id, shelf=shelf(), now=now, **places)


def memory_of(session, person, slot):
    (found,) = [m for m in all_memories_of(session, person.id) if m.slot == f"small/{slot}"]
    return found


def test_a_stranger_knows_nothing_and_is_told_how_much_there_is(session, outsider, now):
    view = view_of(session, outsider, now)

    assert (view.slots, view.asked, view.remembered) == (SLOTS, 0, 0)
    assert view.counts == {State.NEVER: SLOTS, State.FAILING: 0, State.DUE: 0, State.KNOWN: 0}
    assert view.facts == view.months == view.answers.confusions == ()


def test_what_is_remembered_is_the_sum_of_the_chances(session, ana, now):
    told = [(asking(HELD), "Ana Roy"), (asking(SAID), "Ana Roy"), (asking(ABOUT), "Cy")]
    answered(session, ana, now, *told)
    later = now + 20 * DAY

    view = view_of(session, ana, later)

    chances = [
        retrievability(memory_of(session, ana, slot).memory, later.date())
        for slot in (HELD, SAID, ABOUT)
    ]
    assert view.remembered == pytest.approx(sum(chances))
    assert (view.asked, view.slots, view.counts[State.NEVER]) == (3, SLOTS, SLOTS - 3)


def test_slots_that_are_gone_from_the_set_are_not_counted(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"), (asking("gone/holder"), "Ana Roy"))

    view = view_of(session, ana, now)

    assert (view.asked, view.slots) == (1, SLOTS)


def test_on_the_day_of_the_exam_less_is_left(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"), (asking(SAID), "Ana Roy"))
    day = (now + 40 * DAY).date()
    set_exam(session, learner_id=ana.id, set_id="small", day=day, now=now)

    exam = view_of(session, ana, now).exam

    memory = memory_of(session, ana, HELD).memory
    assert exam.day == day
    assert exam.remembered == pytest.approx(2 * retrievability(memory, day))
    assert exam.remembered < view_of(session, ana, now).remembered
    assert view_of(session, ana, now + 41 * DAY).exam is None


def test_what_is_due_is_counted_on_its_day_and_what_was_due_before_today(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"), (asking(SAID), "Cy"))
    right, wrong = (memory_of(session, ana, slot).due for slot in (HELD, SAID))
    assert wrong < right

    first = view_of(session, ana, now).due
    late = view_of(session, ana, now + (right - now.date())).due

    assert [day.day for day in first if day.count] == [wrong, right]
    assert (late[0].count, sum(day.count for day in late)) == (2, 2)
    assert late[0].seconds == 24  # two answers as is usual: 12 s each
    assert len(first) == 14


def test_the_time_is_the_learners_own_where_there_are_answers_enough(session, ana, now):
    items = [asking(HELD, seed=number) for number in range(11)]
    answered(session, ana, now, *[(item, "Ana Roy") for item in items], seconds=7)

    answers = view_of(session, ana, now).answers

    assert (answers.seconds, answers.own, answers.count) == (7, True, 11)


def test_topics_show_the_mean_of_what_was_asked_and_how_much_is_weak(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"), (asking(BEFORE), "Cy"))

    rows = {row.label: row for row in view_of(session, ana, now).topics}

    offices = rows["Offices"]
    assert (offices.slots, offices.asked, offices.recall, offices.weak) == (2, 2, 1.0, 1)


def test_topics_of_which_nothing_was_asked_are_counted_and_not_named(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"))

    view = view_of(session, ana, now)

    assert [row.label for row in view.topics] == ["Offices"]
    assert (view.more_topics, view.new_topics) == (0, 4)


def test_facts_come_in_words_the_least_remembered_first(session, ana, now):
    answered(session, ana, now, (asking(SAID), "Ana Roy"), (asking(HELD), "Cy"))

    view = view_of(session, ana, now + 10 * DAY)

    held, said = view.facts
    assert (held.slot, held.state) == (HELD, State.FAILING)
    assert held.text == "On 3 May 2023, Ana Roy was Mayor of Port City."
    assert said.text == "The report attributes these words to Ana Roy."
    assert said.quotes == ("“We will build the long northern road together.”",)
    assert held.recall < said.recall
    assert said.due == memory_of(session, ana, SAID).due


def test_answers_that_were_never_asked_for_are_not_told(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"))

    view = view_of(session, ana, now)

    assert [fact.slot for fact in view.facts] == [HELD]
    assert "Ben Lal" not in repr((view.facts, view.topics, view.answers))


def test_what_is_answered_in_an_open_exam_is_not_told_before_its_end(session, ana, now):
    told = [(asking(HELD), "Cy"), (asking(SAID), "Ana Roy")]
    answered(session, ana, now, *told, feedback_each=False)

    view = view_of(session, ana, now)

    assert (view.asked, view.answers.count) == (0, 0)


def test_nobody_sees_what_others_know(session, ana, ben, now):
    answered(session, ana, now, (asking(HELD), "Cy"))

    assert view_of(session, ben, now).asked == 0


# --- what was kept, and when ---


def test_true_retention_counts_the_first_answer_of_a_later_day(session, ana, now):
    held, said = asking(HELD), asking(SAID)
    answered(session, ana, now, (held, "Ana Roy"), (said, "Ana Roy"))
    foretold = retrievability(memory_of(session, ana, HELD).memory, (now + 2 * DAY).date())
    answered(session, ana, now + 2 * DAY, (held, "Cy"), (said, "Ana Roy"))
    answered(session, ana, now + 2 * DAY, (held, "Cy"), (held, "Ana Roy"))

    (month,) = view_of(session, ana, now + 2 * DAY).months

    assert (month.again, month.right, month.reviews, month.days) == (2, 1, 6, 2)
    assert month.retention == 0.5
    assert month.expected == pytest.approx(foretold)


def test_the_aim_is_the_learners_own(session, ana, now):
    wanted = replace(PRESET, retention=0.85)
    change_settings(session, learner_id=ana.id, wanted=wanted, now=now)

    assert view_of(session, ana, now).retention == 0.85


def test_months_and_weeks_come_from_the_days_of_the_reviews(session, ana, now):
    for ago in (400, 40, 1, 0):  # the first of March 2026 is a Sunday
        answered(session, ana, now - ago * DAY, (asking(HELD), "Ana Roy"))

    view = view_of(session, ana, now)

    assert [month.first.month for month in view.months] == [1, 2, 3]
    assert view.calendar.weeks[-1] == (0, 0, 0, 0, 0, 1, 1)
    assert sum(sum(week) for week in view.calendar.weeks) == 3
    assert view.calendar.streak == 2


def test_the_study_day_is_that_of_the_learners_zone(session, ana, now):
    night = now.replace(hour=23)
    wanted = replace(PRESET, zone="Asia/Kolkata")
    change_settings(session, learner_id=ana.id, wanted=wanted, now=now - DAY)

    assert view_of(session, ana, night).day == (now + DAY).date()


# --- how much ---


def test_facts_stand_fifty_on_a_page(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"), (asking(SAID), "Ana Roy"))

    for first in (0, 1, 49, 50, 10**8):
        leaf = view_of(session, ana, now, first=first).leaf
        assert (leaf.first, leaf.end, leaf.before, leaf.after) == (0, 2, None, None)


@only("sqlite")
def test_thirty_thousand_memories_take_about_a_second(session, ana, now):
    many = [
        {"learner_id": ana.id, "slot": f"small/x{n}/holder", "set_id": "small", "stability": 9.0}
        | {"difficulty": 5.0, "last_day": now.date(), "reps": 1, "lapses": 0}
        | {"due": now.date() + DAY, "last_item": "x"}
        for n in range(30_000)
    ]
    session.execute(insert(MemoryRecord), many)
    answered(session, ana, now, (asking(HELD), "Ana Roy"))
    begun = perf_counter()

    view = view_of(session, ana, now)

    assert perf_counter() - begun < 3  # on a busy machine
    assert view.asked == 1
