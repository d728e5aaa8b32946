"""Feedback: every option with its verdict and its reason, in the order it was shown."""

from dataclasses import replace

import pytest

from quizapp.services.feedback import closed
from quizapp.store.attempts import attempt_of
from quizapp.store.responses import latest_response
from quizapp.store.showings import showing_at
from tests import make
from tests.services.acting import finished, see, send


def feedback_to(session, person, now, item, *choice, parts=()):
    attempt = make.attempt(session, person, now, item)
    send(session, person, see(session, person, attempt), *choice, parts=parts, now=now)
    return see(session, person, attempt).feedback


def test_every_option_has_a_verdict_a_reason_and_a_passage(session, ana, now):
    view = feedback_to(session, ana, now, make.item(options=("Dee", "Ana", "Ben")), "Dee")

    assert [(one.label, one.text, one.chosen, one.right) for one in view.options] == [
        ("A", "Dee", True, False),
        ("B", "Ana", False, True),
        ("C", "Ben", False, False),
    ]
    assert [one.why for one in view.options] == ["Dee is wrong.", "Ana is right.", "Ben is wrong."]
    shown = {passage.id for passage in view.passages}
    assert all(one.passages and set(one.passages) <= shown for one in view.options)


def test_the_reason_for_a_choice_is_that_of_the_right_option(session, ana, now):
    assert feedback_to(session, ana, now, make.item("Ben"), "Ana").why == "Ben is right."


def test_the_reason_for_several_right_options_names_each_once(session, ana, now):
    both = make.item(("Ana", "Ben"), format="choices")
    alike = replace(both, options=tuple(replace(one, why="So it is.") for one in both.options))

    assert feedback_to(session, ana, now, both, "Ana").why == "Ana is right. Ben is right."
    assert feedback_to(session, ana, now, alike, "Ana").why == "So it is."


def test_the_reason_for_a_typed_answer_is_that_of_its_claim(session, ana, now):
    view = feedback_to(session, ana, now, make.typed_item("Ana Roy", "Roy"), "Ben Lal")

    assert (view.why, view.key, view.response) == ("The report says so.", "Ana Roy", "Ben Lal")
    assert view.options == ()
    assert view.passages


@pytest.mark.parametrize("feedback_each", [True, False])
def test_there_is_no_feedback_to_give_while_an_item_is_open(session, ana, now, feedback_each):
    attempt_id = make.attempt(session, ana, now, feedback_each=feedback_each)
    attempt = attempt_of(session, ana.id, attempt_id)
    showing = showing_at(session, attempt.row, 1)

    assert closed(attempt, showing, latest_response(session, showing.row)) is None


def test_an_answer_closes_an_item_only_with_feedback_after_each(session, ana, now):
    closed_by_answer = []
    for feedback_each in (True, False):
        attempt_id = make.attempt(session, ana, now, feedback_each=feedback_each)
        send(session, ana, see(session, ana, attempt_id), "Ana", now=now)
        attempt = attempt_of(session, ana.id, attempt_id)
        showing = showing_at(session, attempt.row, 1)
        done = closed(attempt, showing, latest_response(session, showing.row))
        closed_by_answer.append(done is not None)

    assert closed_by_answer == [True, False]


def test_the_result_gives_the_feedback_that_the_question_gave(session, ana, now):
    attempt = make.attempt(session, ana, now)
    send(session, ana, see(session, ana, attempt), "Cy", now=now)
    at_once = see(session, ana, attempt).feedback

    assert finished(session, ana, attempt, now).items[0].feedback == at_once
