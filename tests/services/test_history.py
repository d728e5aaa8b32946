"""Results and history show attempts as they were, to their learner alone."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from quizapp.errors import NotFinished, NotFound
from quizapp.services.history import MOST_OFFERED, attempts, open_attempts, results
from quizapp.services.quizzes import finish
from quizapp.services.views import Bar
from tests import make
from tests.conftest import only
from tests.services.acting import finished, see, send
from tests.statements import told


def test_a_result_counts_right_partly_and_blank(session, ana, now):
    shared = {"options": ("Ana", "Ben", "Cy"), "format": "choices"}
    attempt = make.attempt(
        session,
        ana,
        now,
        make.item(stem="One?"),
        make.item(("Ana", "Ben"), stem="Two?", **shared),
        make.item(stem="Three?"),
    )
    for position in (1, 2):
        send(session, ana, see(session, ana, attempt, position), "Ana", now=now)

    view = finished(session, ana, attempt, now + timedelta(seconds=90))

    assert (view.earned, view.count, view.right, view.blank) == (Fraction(3, 2), 3, 1, 1)
    assert [one.feedback.outcome for one in view.items] == ["right", "partly", "blank"]
    assert view.seconds_taken == 90


def test_a_blank_has_no_response_and_all_its_feedback(session, ana, now):
    attempt = make.attempt(session, ana, now)

    (item,) = finished(session, ana, attempt, now).items

    assert (item.feedback.response, item.feedback.key) == ("", "Ana")
    assert item.feedback.fraction == 0


def test_the_score_is_broken_down_by_topic_and_kind(session, ana, now):
    one, two = make.items(2)
    attempt = make.attempt(
        session,
        ana,
        now,
        make.entry(one, themes=("Water", "Roads"), kind_label="Who said it"),
        make.entry(two, themes=("Roads",), kind_label="Who held it"),
    )
    send(session, ana, see(session, ana, attempt, 1), "Ana", now=now)

    view = finished(session, ana, attempt, now)

    assert view.topics == (Bar("Roads", Fraction(1), 2), Bar("Water", Fraction(1), 1))
    assert view.kinds == (Bar("Who held it", Fraction(0), 1), Bar("Who said it", Fraction(1), 1))


def test_a_result_stays_as_it_was_when_the_set_changes(session, ana, now):
    attempt = make.attempt(session, ana, now)
    before = finished(session, ana, attempt, now)

    changed = make.bundle(digest="c" * 64, title="Another title", citations={}, sources={})
    make.attempt(session, ana, now, bundle=changed)

    assert results(session, learner_id=ana.id, attempt_id=attempt) == before


def test_finishing_again_changes_nothing(session, ana, now):
    attempt = make.attempt(session, ana, now)
    first = finished(session, ana, attempt, now)

    assert finished(session, ana, attempt, now + timedelta(hours=1)) == first


def test_an_open_attempt_has_no_result(session, ana, now):
    attempt = make.attempt(session, ana, now)
    send(session, ana, see(session, ana, attempt), "Ana", now=now)

    with pytest.raises(NotFinished):
        results(session, learner_id=ana.id, attempt_id=attempt)


@pytest.mark.parametrize("who", ["ben", "outsider"])
def test_another_learner_sees_nothing_of_mine(session, ana, who, request, now):
    attempt = make.attempt(session, ana, now)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)
    stranger = request.getfixturevalue(who)

    with pytest.raises(NotFound):
        results(session, learner_id=stranger.id, attempt_id=attempt)

    assert attempts(session, learner_id=stranger.id) == ()
    assert open_attempts(session, learner_id=stranger.id) == ()


def test_history_lists_attempts_the_latest_first(session, ana, now):
    first = make.attempt(session, ana, now, *make.items(2))
    second = make.attempt(session, ana, now + timedelta(minutes=1))
    send(session, ana, see(session, ana, first, 2), "Ana", now=now)
    finish(session, learner_id=ana.id, attempt_id=first, now=now + timedelta(seconds=30))

    latest, earlier = attempts(session, learner_id=ana.id)

    assert (latest.attempt_id, latest.finished_at, latest.earned) == (second, None, None)
    assert (earlier.attempt_id, earlier.earned, earlier.seconds_taken) == (first, 1, 30)
    assert (earlier.set_title, earlier.answered, earlier.count) == ("A small set", 1, 2)


def test_changed_answers_are_counted_once(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2), feedback_each=False)
    for choice in ("Ana", "Ben", "Cy"):
        send(session, ana, see(session, ana, attempt), choice, now=now)

    (row,) = attempts(session, learner_id=ana.id)

    assert (row.answered, row.count) == (1, 2)


def test_an_open_attempt_is_offered_until_it_is_finished(session, ana, now):
    attempt = make.attempt(session, ana, now)
    offered = [one.attempt_id for one in open_attempts(session, learner_id=ana.id)]
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    assert offered == [attempt]
    assert open_attempts(session, learner_id=ana.id) == ()


def test_of_many_open_attempts_the_latest_are_offered(session, ana, now):
    begun = [
        make.attempt(session, ana, now + timedelta(minutes=minute))
        for minute in range(MOST_OFFERED + 2)
    ]

    offered = open_attempts(session, learner_id=ana.id)

    assert [one.attempt_id for one in offered] == begun[:1:-1]
    assert len(attempts(session, learner_id=ana.id)) == MOST_OFFERED + 2


def test_a_clock_that_was_set_back_makes_no_negative_time(session, ana, now):
    attempt = make.attempt(session, ana, now)

    assert finished(session, ana, attempt, now - timedelta(hours=1)).seconds_taken == 0


def queries(session, work) -> int:
    with told(session.connection().connection.dbapi_connection) as statements:
        work()
    return len(statements)


@only("sqlite")
def test_a_longer_history_takes_no_more_queries(session, ana, now):
    counted = []
    for total in (3, 30):
        while len(attempts(session, learner_id=ana.id)) < total:
            make.attempt(session, ana, now)
        counted.append(queries(session, lambda: attempts(session, learner_id=ana.id)))

    assert counted == [1, 1]


@only("sqlite")
def test_a_longer_result_takes_no_more_queries(session, ana, now):
    counted = []
    for size in (1, 3, 30):  # the first brings what is then kept
        attempt = make.attempt(session, ana, now, *make.items(size))
        finish(session, learner_id=ana.id, attempt_id=attempt, now=now)
        session.expire_all()
        counted.append(
            queries(
                session, lambda one=attempt: results(session, learner_id=ana.id, attempt_id=one)
            )
        )

    assert counted[1] == counted[2]


def test_the_stored_score_is_what_the_log_gives(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(4))
    for position, choice in ((1, "Ana"), (2, "Ben"), (4, "Ana")):
        send(session, ana, see(session, ana, attempt, position), choice, now=now)

    view = finished(session, ana, attempt, now)

    assert view.earned == sum(one.feedback.fraction for one in view.items)


def test_hand_written_items_are_not_called_proved(session, ana, now):
    attempt = make.attempt(session, ana, now, replace(make.item(), proof="author"))

    assert not finished(session, ana, attempt, now).items[0].feedback.proved
