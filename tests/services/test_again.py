"""In practice the last answer may be taken back; what is not known may be said."""

from datetime import timedelta

import pytest

from quizapp.core.grading.score import Outcome
from quizapp.errors import NotFound
from quizapp.services.answering import answer
from quizapp.services.memory import rebuild
from quizapp.services.quizzes import question
from quizapp.store.audit import first_fault
from quizapp.store.memories import all_memories_of
from quizapp.store.reviewed import all_reviews_of
from tests import make
from tests.services.acting import finished, see, send, tokens

PRACTICE = {"name": "Classroom", "practice": True}


def sitting(session, person, now, *items, **changes):
    return make.attempt(session, person, now, *items, settings=PRACTICE, **changes)


def again(session, person, attempt, now, said, position=1):
    view = question(
        session, learner_id=person.id, attempt_id=attempt, position=position, again=True
    )
    return answer(
        session,
        learner_id=person.id,
        showing_id=view.showing_id,
        raw=tokens(view, said),
        submission_key=view.submission_key,
        again=True,
        now=now,
    )


def later(now, minutes):

    return now + timedelta(minutes=minutes)


def test_the_last_answer_may_be_given_again_and_then_counts(session, ana, ben, now):
    attempt = sitting(session, ana, now)
    other = sitting(session, ben, now)
    send(session, ana, see(session, ana, attempt), "Ben", now=later(now, 1))

    answered = again(session, ana, attempt, later(now, 2), "Ana")
    send(session, ben, see(session, ben, other), "Ana", now=later(now, 2))

    assert answered.counted
    mine, his = ([one.memory for one in all_memories_of(session, who.id)] for who in (ana, ben))
    assert mine == his
    assert [one.failed for one in all_reviews_of(session, ana.id)] == [False]
    assert rebuild(session, ana.id).changed == 0
    result = finished(session, ana, attempt, later(now, 3))
    assert result.right == 1
    assert first_fault(session, attempt) is None


def test_what_is_given_again_shows_no_key_before(session, ana, now):
    attempt = sitting(session, ana, now)
    send(session, ana, see(session, ana, attempt), "Ben", now=later(now, 1))

    shown = question(session, learner_id=ana.id, attempt_id=attempt, position=1, again=True)
    answered = see(session, ana, attempt)

    assert (shown.feedback, shown.again, shown.undo) == (None, True, None)
    assert not any(option.chosen for option in shown.options)
    assert answered.feedback is not None
    assert answered.undo == 1


def test_only_the_last_answer_may_be_given_again(session, ana, now):
    one, two = make.items(2)
    attempt = sitting(session, ana, now, one, two)
    for position in (1, 2):
        send(session, ana, see(session, ana, attempt, position), "Ben", now=later(now, position))
    before = all_memories_of(session, ana.id)

    answered = again(session, ana, attempt, later(now, 3), "Ana", position=1)

    assert not answered.counted
    assert all_memories_of(session, ana.id) == before


@pytest.mark.parametrize("feedback_each", [True, False])
def test_in_a_quiz_an_answer_with_its_feedback_stays(session, ana, now, feedback_each):
    attempt = make.attempt(session, ana, now, feedback_each=feedback_each)
    send(session, ana, see(session, ana, attempt), "Ben", now=later(now, 1))

    answered = again(session, ana, attempt, later(now, 2), "Ana")

    assert answered.counted is not feedback_each
    assert see(session, ana, attempt).undo is None


def test_nobody_else_may_take_an_answer_back(session, ana, ben, now):
    attempt = sitting(session, ana, now)
    view = see(session, ana, attempt)
    send(session, ana, view, "Ben", now=later(now, 1))

    with pytest.raises(NotFound):
        answer(
            session,
            learner_id=ben.id,
            showing_id=view.showing_id,
            raw=tokens(view, "Ana"),
            submission_key=see(session, ana, attempt).submission_key,
            again=True,
            now=later(now, 2),
        )


# --- not known ---


def unknown(session, person, attempt, now):
    view = see(session, person, attempt)
    return answer(
        session,
        learner_id=person.id,
        showing_id=view.showing_id,
        raw=tokens(view, "Ana"),
        submission_key=view.submission_key,
        unknown=True,
        now=now,
    )


@pytest.mark.parametrize("make_item", [make.item, make.typed_item])
def test_who_does_not_know_leaves_a_blank_and_sees_the_key(session, ana, now, make_item):
    attempt = sitting(session, ana, now, make_item())

    answered = unknown(session, ana, attempt, later(now, 1))

    shown = see(session, ana, attempt)
    assert answered.counted
    assert shown.feedback is not None
    assert shown.feedback.outcome is Outcome.BLANK


def test_not_to_know_tells_memory_more_than_a_wrong_guess(session, ana, ben, now):
    mine, his = (sitting(session, who, now) for who in (ana, ben))
    unknown(session, ana, mine, later(now, 1))
    send(session, ben, see(session, ben, his), "Ben", now=later(now, 1))

    (known,), (guessed,) = (all_memories_of(session, who.id) for who in (ana, ben))
    assert known.memory.stability < guessed.memory.stability
