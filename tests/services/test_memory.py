"""What answers leave in memory, and that it follows from the log of responses alone."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.replay import replay
from quizapp.core.memory.review import PartOutcome, Review
from quizapp.core.memory.state import retrievability
from quizapp.errors import InvalidResponse
from quizapp.services.access import own_attempt
from quizapp.services.memory import forget_answer, rebuild
from quizapp.services.quizzes import finish
from quizapp.services.settings import change_settings
from quizapp.store.memories import due_of, memories_of
from quizapp.store.reviewed import reviews_of_slot, reviews_since
from quizapp.store.settings import PRESET
from quizapp.store.showings import showings_of
from tests import make
from tests.services.acting import see, send
from tests.services.memories import live_in, memories

SLOT = "small/mayor/holder"
SECOND = timedelta(seconds=1)


def test_an_answer_is_remembered_as_a_review_of_its_slot(session, ana, now):
    attempt = make.attempt(session, ana, now)
    answered = now + timedelta(seconds=20)

    send(session, ana, see(session, ana, attempt), "Ana", now=answered)

    part = PartOutcome((SLOT,), Outcome.RIGHT, 4)
    review = Review("x", answered, "choice", (part,), feedback=answered, seconds=20)
    kept = memories(session, ana)[SLOT]
    assert kept.memory == replay([review], UTC)[SLOT]
    assert kept.due > answered.date()
    assert kept.last_item == make.item().id


def test_a_wrong_answer_is_due_sooner_than_a_right_one(session, ana, ben, now):
    for person, said in ((ana, "Ana"), (ben, "Ben")):
        attempt = make.attempt(session, person, now)
        send(session, person, see(session, person, attempt), said, now=now + timedelta(minutes=1))

    right, wrong = memories(session, ana)[SLOT], memories(session, ben)[SLOT]
    assert wrong.memory.stability < right.memory.stability
    assert wrong.due <= right.due


def test_a_right_answer_that_nobody_can_have_read_changes_nothing(session, ana, now):
    attempt = make.attempt(session, ana, now)

    send(session, ana, see(session, ana, attempt), "Ana", now=now + timedelta(seconds=1))

    assert memories(session, ana) == {}


def test_a_repeated_post_is_one_review(session, ana, now):
    view = see(session, ana, make.attempt(session, ana, now))
    send(session, ana, view, "Ben", now=now)
    once = memories(session, ana)

    send(session, ana, view, "Ben", now=now + timedelta(seconds=9))

    assert memories(session, ana) == once


def test_with_feedback_at_the_end_the_last_answers_count_from_the_finish_on(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2), feedback_each=False)
    for seconds, said in ((10, "Ben"), (20, "Ana")):
        view = see(session, ana, attempt)
        send(session, ana, view, said, now=now + timedelta(seconds=seconds))
    before = memories(session, ana)

    end = now + timedelta(seconds=40)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=end)

    part = PartOutcome((SLOT,), Outcome.RIGHT, 4)
    answered = now + timedelta(seconds=20)
    review = Review("x", answered, "choice", (part,), feedback=end, seconds=10)
    assert before == {}
    assert memories(session, ana)[SLOT].memory == replay([review], UTC)[SLOT]


def test_the_study_day_is_the_learners_own(session, ana, ben, now):
    night = now.replace(hour=20)  # half past one at night in India, before the cut of the day
    live_in(session, ben, "Asia/Kolkata", night)
    for person in (ana, ben):
        view = see(session, person, make.attempt(session, person, night))
        send(session, person, view, "Ana", now=night.replace(hour=23))

    days = {memories(session, one)[SLOT].memory.last_day for one in (ana, ben)}
    assert days == {night.date(), night.date() + timedelta(days=1)}


def test_who_moves_keeps_the_days_of_before(session, ana, now):
    night = now.replace(hour=23)
    later = night + timedelta(minutes=1)
    send(session, ana, see(session, ana, make.attempt(session, ana, night)), "Ana", now=later)
    live_in(session, ana, "Asia/Kolkata", later + SECOND)
    before = memories(session, ana)
    again = later + timedelta(days=1)
    send(session, ana, see(session, ana, make.attempt(session, ana, night)), "Ana", now=again)

    days = [one.day for one in reviews_of_slot(session, ana.id, SLOT)]

    assert before[SLOT].memory.last_day == now.date()
    assert days == [now.date(), now.date() + timedelta(days=2)]
    assert rebuild(session, ana.id).changed == 0


def test_a_zone_that_this_machine_does_not_know_is_utc(session, ana, now):
    live_in(session, ana, "Mars/Olympus", now)
    later = now + timedelta(minutes=1)

    send(session, ana, see(session, ana, make.attempt(session, ana, now)), "Ana", now=later)

    assert memories(session, ana)[SLOT].memory.last_day == now.date()


def test_a_higher_retention_makes_due_sooner_what_is_known_already(session, ana, now):
    later = now + timedelta(minutes=1)
    attempt = make.attempt(session, ana, now, make.typed_item())
    send(session, ana, see(session, ana, attempt), "Ana Roy", now=later)
    before = memories(session, ana)[SLOT]

    wanted = replace(PRESET, retention=0.95)
    change_settings(session, learner_id=ana.id, wanted=wanted, now=later)

    after = memories(session, ana)[SLOT]
    assert after.due == due_day(after.memory, 0.95) < before.due
    assert after.memory == before.memory
    assert rebuild(session, ana.id).changed == 0


def test_each_review_is_told_with_what_was_foretold(session, ana, now):
    told = ("Ana", "Ben", "Ana")
    for day, said in enumerate(told):
        moment = now + timedelta(days=3 * day)
        attempt = make.attempt(session, ana, moment)
        later = moment + timedelta(minutes=1)
        send(session, ana, see(session, ana, attempt), said, now=later)

    first, second, third = reviews_of_slot(session, ana.id, SLOT)

    assert [one.failed for one in (first, second, third)] == [False, True, False]
    assert first.recall is None
    assert second.recall == retrievability(first.after, second.day)
    assert third.after == memories(session, ana)[SLOT].memory
    assert (third.after.reps, third.after.lapses, third.format) == (3, 1, "choice")
    since = now.date() + timedelta(days=3)
    assert reviews_since(session, ana.id, "small", since) == [second, third]


# --- taking the last answer back ---


def shown(session, person, attempt_id, position=1):
    attempt = own_attempt(session, person.id, attempt_id)
    return attempt, showings_of(session, attempt.row)[position - 1]


def test_what_an_answer_did_can_be_taken_back(session, ana, now):
    moments = [now + timedelta(days=2 * day) for day in range(2)]
    states, attempts = [{}], []
    for moment in moments:
        attempts.append(make.attempt(session, ana, moment))
        later = moment + timedelta(minutes=1)
        send(session, ana, see(session, ana, attempts[-1]), "Ana", now=later)
        states.append({slot: one.memory for slot, one in memories(session, ana).items()})

    for attempt, before in zip(reversed(attempts), reversed(states[:-1]), strict=True):
        forget_answer(session, *shown(session, ana, attempt))

        assert {slot: one.memory for slot, one in memories(session, ana).items()} == before
    assert reviews_of_slot(session, ana.id, SLOT) == []


def test_what_was_asked_again_since_is_not_taken_back(session, ana, now):
    first, second = (make.attempt(session, ana, now) for _ in range(2))
    for attempt in (first, second):
        later = now + timedelta(minutes=1)
        send(session, ana, see(session, ana, attempt), "Ana", now=later)
    before = memories(session, ana)

    with pytest.raises(InvalidResponse):
        forget_answer(session, *shown(session, ana, first))

    assert memories(session, ana) == before


def test_what_is_due_comes_by_how_long_it_waited(session, ana, now):
    items = [make.typed_item(stem=f"{n}?", tests=(f"small/mayor{n}/holder",)) for n in range(3)]
    attempt = make.attempt(session, ana, now, *items)
    for position, said in ((1, "Ana Roy"), (2, "Ben"), (3, "Ana Roy")):
        later = now + timedelta(minutes=position)
        send(session, ana, see(session, ana, attempt, position), said, now=later)

    waiting = due_of(session, ana.id, "small", day=date(2100, 1, 1), most=2)

    assert [one.slot for one in waiting] == ["small/mayor1/holder", "small/mayor0/holder"]
    assert due_of(session, ana.id, "small", day=now.date() - timedelta(days=1), most=9) == []
    assert len(memories_of(session, ana.id, "small")) == 3
    assert memories_of(session, ana.id, "other") == []
