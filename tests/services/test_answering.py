"""Answers are taken once, from the learner whose question it is, and graded exactly."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from quizapp.errors import AlreadyFinished, InvalidResponse, NotFound, SubmissionConflict
from quizapp.services.answering import MOST_RESPONSES, answer
from quizapp.services.quizzes import finish
from quizapp.services.tokens import new_token
from quizapp.store.responses import ResponseRecord
from tests import answerable, make
from tests.services.acting import finished, see, send, tokens


def stored(session) -> int:
    return session.scalar(select(func.count(ResponseRecord.id)))


def test_an_answer_is_stored_with_its_exact_mark(session, ana, now):
    attempt = make.attempt(session, ana, now)

    answered = send(session, ana, see(session, ana, attempt), "Ana", now=now)

    record = session.scalars(select(ResponseRecord)).one()
    assert answered.counted
    assert (record.fraction, record.outcome, record.received_at) == (Fraction(1), "right", now)


def test_three_thirds_are_one(session, ana, now):
    thirds = [
        make.item(
            key=("Ana", "Ben", "Cy"), options=("Ana", "Ben", "Cy", "Dee"), format="choices", stem=s
        )
        for s in ("One?", "Two?", "Three?")
    ]
    attempt = make.attempt(session, ana, now, *thirds)

    for position in (1, 2, 3):
        send(session, ana, see(session, ana, attempt, position), "Ana", now=now)

    assert finished(session, ana, attempt, now).earned == 1


@pytest.mark.parametrize("who", ["ben", "outsider"])
def test_another_learner_cannot_answer_my_question(session, ana, who, request, now):
    view = see(session, ana, make.attempt(session, ana, now))
    stranger = request.getfixturevalue(who)

    with pytest.raises(NotFound):
        send(session, stranger, view, "Ana", now=now)

    assert stored(session) == 0


def test_a_foreign_question_is_refused_in_the_words_for_a_missing_one(session, ana, ben, now):
    hers = see(session, ana, make.attempt(session, ana, now))

    said = []
    for view in (hers, replace(hers, showing_id="no-such-showing")):
        with pytest.raises(NotFound) as refused:
            send(session, ben, view, "Ana", now=now)
        said.append((type(refused.value), str(refused.value)))

    assert said[0] == said[1]


def test_a_repeated_post_gives_the_stored_result(session, ana, now):
    view = see(session, ana, make.attempt(session, ana, now, *make.items(2)))
    first = send(session, ana, view, "Ben", now=now)

    again = send(session, ana, view, "Ben", now=now + timedelta(seconds=1))

    assert again == first
    assert stored(session) == 1


def test_a_repeated_post_is_answered_even_after_the_finish(session, ana, now):
    attempt = make.attempt(session, ana, now)
    view = see(session, ana, attempt)
    first = send(session, ana, view, "Ben", now=now)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    assert send(session, ana, view, "Ben", now=now) == first


def test_a_key_that_comes_again_with_another_response_is_refused(session, ana, now):
    view = see(session, ana, make.attempt(session, ana, now))
    send(session, ana, view, "Ben", now=now)

    with pytest.raises(SubmissionConflict):
        send(session, ana, view, "Ana", now=now)

    assert session.scalars(select(ResponseRecord.outcome)).all() == ["wrong"]


def test_a_key_of_another_question_is_refused(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2))
    view = see(session, ana, attempt, 1)
    send(session, ana, view, "Ana", now=now)
    other = replace(see(session, ana, attempt, 2), submission_key=view.submission_key)

    with pytest.raises(SubmissionConflict):
        send(session, ana, other, "Ana", now=now)


def test_a_key_of_another_learner_tells_nothing_of_it(session, ana, ben, now):
    hers = see(session, ana, make.attempt(session, ana, now))
    send(session, ana, hers, "Ana", now=now)
    his = see(session, ben, make.attempt(session, ben, now))

    with pytest.raises(SubmissionConflict):
        send(session, ben, replace(his, submission_key=hers.submission_key), "Ana", now=now)


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "has spaces in its middle", "ключ" * 5])
def test_a_key_that_could_be_guessed_or_is_damaged_is_refused(session, ana, now, key):
    view = see(session, ana, make.attempt(session, ana, now))

    with pytest.raises(InvalidResponse):
        send(session, ana, replace(view, submission_key=key), "Ana", now=now)


def test_with_feedback_after_each_the_first_answer_of_two_tabs_counts(session, ana, now):
    attempt = make.attempt(session, ana, now)
    one_tab, other_tab = see(session, ana, attempt), see(session, ana, attempt)
    send(session, ana, one_tab, "Ben", now=now)

    late = send(session, ana, other_tab, "Ana", now=now)

    assert not late.counted
    assert stored(session) == 1
    assert finished(session, ana, attempt, now).earned == 0


def test_an_answer_is_not_changed_without_end(session, ana, now):
    attempt = make.attempt(session, ana, now, feedback_each=False)
    for _ in range(MOST_RESPONSES):
        last = see(session, ana, attempt)
        send(session, ana, last, "Ana", now=now)

    with pytest.raises(InvalidResponse, match="the last one stays"):
        send(session, ana, see(session, ana, attempt), "Ben", now=now)

    assert stored(session) == MOST_RESPONSES
    assert send(session, ana, last, "Ana", now=now).counted
    assert finished(session, ana, attempt, now).earned == 1


def test_with_feedback_at_the_end_the_last_answer_of_two_tabs_counts(session, ana, now):
    attempt = make.attempt(session, ana, now, feedback_each=False)
    one_tab, other_tab = see(session, ana, attempt), see(session, ana, attempt)
    send(session, ana, one_tab, "Ben", now=now)

    late = send(session, ana, other_tab, "Ana", now=now)

    assert late.counted
    assert session.scalars(select(ResponseRecord.seq)).all() == [1, 2]
    assert finished(session, ana, attempt, now).earned == 1


def test_the_order_of_answers_is_the_servers_not_the_clocks(session, ana, now):
    attempt = make.attempt(session, ana, now, feedback_each=False)
    send(session, ana, see(session, ana, attempt), "Ben", now=now)

    send(session, ana, see(session, ana, attempt), "Ana", now=now - timedelta(days=365))

    assert finished(session, ana, attempt, now).right == 1


def test_a_finished_attempt_takes_no_answer(session, ana, now):
    attempt = make.attempt(session, ana, now)
    view = see(session, ana, attempt)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    with pytest.raises(AlreadyFinished):
        send(session, ana, view, "Ana", now=now)

    assert stored(session) == 0


@pytest.mark.parametrize("raw", [[], ["no-such-token"], ["0"]])
def test_what_no_form_of_the_question_sends_is_refused(session, ana, now, raw):
    view = see(session, ana, make.attempt(session, ana, now))

    with pytest.raises(InvalidResponse):
        answer(
            session,
            learner_id=ana.id,
            showing_id=view.showing_id,
            raw=raw,
            submission_key=new_token(),
            now=now,
        )

    assert stored(session) == 0


def test_a_token_of_another_question_is_refused(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2))
    other = tokens(see(session, ana, attempt, 2), "Ana")

    with pytest.raises(InvalidResponse):
        answer(
            session,
            learner_id=ana.id,
            showing_id=see(session, ana, attempt, 1).showing_id,
            raw=other,
            submission_key=new_token(),
            now=now,
        )


def test_a_typed_answer_is_kept_as_typed(session, ana, now):
    attempt = make.attempt(session, ana, now, make.typed_item("Ana Roy"), feedback_each=False)

    send(session, ana, see(session, ana, attempt), " ana ROY ", now=now)

    assert see(session, ana, attempt).typed == "ana ROY"
    assert finished(session, ana, attempt, now).right == 1


def test_the_next_question_is_the_next_one_without_an_answer(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(3))

    after = [
        send(session, ana, see(session, ana, attempt, place), "Ana", now=now).next_position
        for place in (2, 3, 1)
    ]

    assert after == [3, 1, None]


def test_the_stored_response_names_the_option_whatever_order_was_shown(session, ana, now):
    turned = make.item(options=("Dee", "Cy", "Ben", "Ana"))
    for shown in (make.item(), turned):
        view = see(session, ana, make.attempt(session, ana, now, shown))
        send(session, ana, view, "Cy", now=now)

    assert len({tuple(one) for one in session.scalars(select(ResponseRecord.response))}) == 1


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (answerable.statements_item(), ("t", "f", "t")),
        (answerable.statements_item(), ("x", "f")),
        (answerable.matching_item(), ("0", "1", "9")),
        (answerable.matching_item(), ("0", "1", "2", "3")),
        (answerable.ordering_item(), ("1", "2")),
        (answerable.ordering_item(), ("1", "1", "2")),
        (answerable.date_item(), ("1", "5")),
        (answerable.date_item(), ("1", "5", "2023", "1")),
        (answerable.number_item(), ("5",)),
        (answerable.card_item(), ("good",)),
        (make.item(), ("0",)),
    ],
)
def test_fields_that_no_form_of_the_question_sends_are_refused(session, ana, now, item, parts):
    view = see(session, ana, make.attempt(session, ana, now, item))

    with pytest.raises(InvalidResponse):
        send(session, ana, view, parts=parts, now=now)

    assert stored(session) == 0


@pytest.mark.parametrize("item", [answerable.matching_item(), answerable.ordering_item()])
def test_parts_are_no_place_for_a_text(session, ana, now, item):
    view = see(session, ana, make.attempt(session, ana, now, item))

    with pytest.raises(InvalidResponse):
        send(session, ana, view, "Ana", parts=("1", "2", "3"), now=now)


def test_the_same_form_again_with_other_marks_is_no_double_click(session, ana, now):
    attempt = make.attempt(session, ana, now, answerable.statements_item(), feedback_each=False)
    view = see(session, ana, attempt)
    send(session, ana, view, parts=("t", "f"), now=now)

    assert send(session, ana, view, parts=("t", "f"), now=now).counted
    with pytest.raises(SubmissionConflict):
        send(session, ana, view, parts=("t", "t"), now=now)
    assert stored(session) == 1
