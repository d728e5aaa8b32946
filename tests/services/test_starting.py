"""A quiz starts once per form, and makes a guest of a newcomer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from quizapp.core.items.codec import stored_digest
from quizapp.errors import InvalidResponse, SubmissionConflict
from quizapp.services.quizzes import finish, start_quiz
from quizapp.services.tokens import new_token
from quizapp.store.attempts import AttemptRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerRecord, SessionRecord
from quizapp.store.showings import ShowingRecord
from tests import make
from tests.people import Person, holder
from tests.services.acting import see, send


def start(session, person, key, now, paper=None):
    return start_quiz(
        session,
        learner_id=person.id,
        paper=paper or make.paper(*make.items(2)),
        start_key=key,
        now=now,
    )


def count(session, record) -> int:
    return session.scalar(select(func.count()).select_from(record))


def test_a_newcomer_becomes_a_guest_who_is_known_by_the_cookie(session, outsider, now):
    started = start(session, outsider, new_token(), now)

    newcomer = Person(holder(session, started.cookie, now), started.cookie)
    assert newcomer.id is not None
    assert see(session, newcomer, started.attempt_id).position == 1


def test_somebody_known_gets_no_new_cookie(session, ana, now):
    assert start(session, ana, new_token(), now).cookie is None


def test_of_a_cookie_only_its_hash_is_stored(session, outsider, now):
    started = start(session, outsider, new_token(), now)

    stored = session.scalars(select(SessionRecord.digest)).all()
    assert len(stored) == 1
    assert started.cookie not in stored


def test_a_double_click_starts_one_quiz(session, ana, now):
    key = new_token()

    assert start(session, ana, key, now) == start(session, ana, key, now)
    assert count(session, AttemptRecord) == 1


def test_a_double_click_of_a_newcomer_gives_two_cookies_of_one_guest(session, outsider, now):
    key = new_token()

    first, second = start(session, outsider, key, now), start(session, outsider, key, now)

    assert first.attempt_id == second.attempt_id
    assert first.cookie != second.cookie
    assert holder(session, first.cookie, now) == holder(session, second.cookie, now)
    assert count(session, LearnerRecord) == 1


def test_the_key_of_a_quiz_gives_no_cookie_after_ten_minutes(session, outsider, now):
    key = new_token()
    start(session, outsider, key, now)

    with pytest.raises(SubmissionConflict):
        start(session, outsider, key, now + timedelta(minutes=10))


def test_the_key_of_a_quiz_gives_no_cookie_once_it_has_an_answer(session, ana, outsider, now):
    key = new_token()
    started = start(session, ana, key, now)
    send(session, ana, see(session, ana, started.attempt_id), "Ana", now=now)

    with pytest.raises(SubmissionConflict):
        start(session, outsider, key, now)


def test_the_key_of_a_quiz_gives_no_cookie_once_it_is_finished(session, ana, outsider, now):
    key = new_token()
    started = start(session, ana, key, now)
    finish(session, learner_id=ana.id, attempt_id=started.attempt_id, now=now)

    with pytest.raises(SubmissionConflict):
        start(session, outsider, key, now)


def test_the_key_of_my_quiz_leads_nobody_else_to_it(session, ana, ben, now):
    key = new_token()
    start(session, ana, key, now)

    with pytest.raises(SubmissionConflict):
        start(session, ben, key, now)


def test_a_key_that_could_be_guessed_starts_nothing(session, outsider, now):
    with pytest.raises(InvalidResponse):
        start(session, outsider, "1", now)

    assert count(session, LearnerRecord) == 0


def test_an_item_is_stored_once_however_often_it_is_shown(session, ana, ben, now):
    shown = make.item()
    turned = replace(shown, options=shown.options[::-1], key=(3,), seed=8)

    for person, item in ((ana, shown), (ana, turned), (ben, shown)):
        start(session, person, new_token(), now, make.paper(item))

    assert session.scalars(select(ItemRecord.digest)).all() == [stored_digest(shown)]
    assert count(session, ShowingRecord) == 3


def test_options_are_shown_in_the_order_of_the_paper(session, ana, now):
    turned = make.item(options=("Dee", "Ana", "Cy", "Ben"))
    attempt = make.attempt(session, ana, now, turned)

    assert [one.text for one in see(session, ana, attempt).options] == ["Dee", "Ana", "Cy", "Ben"]


def test_nothing_that_names_a_showing_is_used_twice(session, ana, now):
    first = make.attempt(session, ana, now, *make.items(2))
    second = make.attempt(session, ana, now, *make.items(2))

    views = [see(session, ana, one, place) for one in (first, second) for place in (1, 2)]

    names = [option.token for view in views for option in view.options]
    names += [view.showing_id for view in views] + [first, second]
    assert len(set(names)) == len(names) == 4 * 4 + 4 + 2
