"""Sessions of accounts: how long they last, and who ends them."""

from datetime import timedelta
from functools import partial

import pytest

from quizapp.core.people.sessions import ABSOLUTE, IDLE, MID_ATTEMPT
from quizapp.errors import InvalidResponse, NotFound, NotSignedIn
from quizapp.services import accounts
from quizapp.services.people import find_person, note
from quizapp.store.accounts import account_of
from tests import make
from tests.people import holder
from tests.services.acting import finished
from tests.services.signing import HASH, NEW, into, up, views

HOUR = timedelta(hours=1)


# --- sessions ---


def test_after_signing_out_a_cookie_is_nobodys(session, ana, now):
    signed_in = up(session, ana, now)

    accounts.sign_out(session, cookie=signed_in.cookie)

    assert holder(session, signed_in.cookie, now) is None


def test_a_session_ends_when_nothing_is_done_and_after_two_weeks_in_any_case(session, ana, now):
    cookie = up(session, ana, now).cookie

    assert holder(session, cookie, now + IDLE) == ana.id
    assert holder(session, cookie, now + IDLE + timedelta(seconds=1)) is None
    at = now
    while at < now + ABSOLUTE:  # somebody who comes again and again
        note(session, find_person(session, cookie=cookie, now=at), now=at)
        at += IDLE
    assert holder(session, cookie, now + ABSOLUTE) == ana.id
    assert holder(session, cookie, now + ABSOLUTE + timedelta(seconds=1)) is None


def test_in_the_middle_of_a_quiz_nobody_is_thrown_out(session, ana, now):
    cookie = up(session, ana, now).cookie
    attempt = make.attempt(session, ana, now)
    late = now + IDLE + HOUR

    assert holder(session, cookie, late) == ana.id
    finished(session, ana, attempt, late)
    assert holder(session, cookie, late) is None


def test_nor_after_two_weeks_but_an_unfinished_quiz_keeps_nobody_for_ever(session, ana, now):
    cookie = up(session, ana, now).cookie
    make.attempt(session, ana, now)
    at = now
    while at < now + ABSOLUTE + 2 * HOUR:
        note(session, find_person(session, cookie=cookie, now=at), now=at)
        last, at = at, at + HOUR

    assert holder(session, cookie, last + MID_ATTEMPT) == ana.id
    assert holder(session, cookie, last + MID_ATTEMPT + timedelta(seconds=1)) is None


def test_a_guest_is_a_guest_for_ever(session, ana, now):
    assert holder(session, ana.cookie, now + timedelta(days=3_000)) == ana.id


def test_that_somebody_is_here_is_written_down_now_and_then(session, ana, now):
    cookie = up(session, ana, now).cookie
    seen = []
    for minutes in (1, 4, 6, 7, 12):
        at = now + timedelta(minutes=minutes)
        note(session, find_person(session, cookie=cookie, now=at), now=at)
        seen.append(find_person(session, cookie=cookie, now=at).seen_at)

    minute = partial(timedelta, minutes=1)
    assert seen == [now, now, now + 6 * minute(), now + 6 * minute(), now + 12 * minute()]


def test_sessions_are_listed_and_ended_one_by_one_or_all_others(session, ana, now):
    first = up(session, ana, now)
    second, third = (into(session, "Asha Rao", now + HOUR * hours) for hours in (1, 2))

    listed = views(session, third)
    assert [one.here for one in listed] == [True, False, False]
    accounts.end_one(session, learner_id=ana.id, session_id=listed[1].id)
    assert holder(session, second.cookie, now) is None
    accounts.end_others(session, learner_id=ana.id, cookie=third.cookie)
    assert holder(session, first.cookie, now) is None
    assert holder(session, third.cookie, now) == ana.id


def test_nobody_ends_the_session_of_another(session, ana, ben, now):
    mine, other = up(session, ana, now), up(session, ben, now, name="Ben")
    (listed,) = views(session, mine)

    with pytest.raises(NotFound):
        accounts.end_one(session, learner_id=ben.id, session_id=listed.id)

    assert holder(session, mine.cookie, now) == ana.id
    assert holder(session, other.cookie, now) == ben.id


def test_another_password_ends_all_other_sessions(session, ana, now):
    first, second = up(session, ana, now), into(session, "Asha Rao", now)

    accounts.change_password(
        session, learner_id=ana.id, checked=HASH, password=NEW, cookie=second.cookie
    )

    assert holder(session, first.cookie, now) is None
    assert holder(session, second.cookie, now) == ana.id


def test_the_password_is_changed_only_by_who_has_the_one_it_was(session, ana, now):
    signed_in = up(session, ana, now)

    with pytest.raises(NotSignedIn):
        accounts.change_password(
            session,
            learner_id=ana.id,
            checked="an older one",
            password=NEW,
            cookie=signed_in.cookie,
        )


def test_another_name_is_ones_own_in_another_form_or_a_free_one(session, ana, ben, now):
    up(session, ana, now)
    up(session, ben, now, name="Ben")

    accounts.change_name(session, learner_id=ana.id, name="ASHA RAO")
    with pytest.raises(InvalidResponse):
        accounts.change_name(session, learner_id=ana.id, name="ben")

    assert account_of(session, ana.id).name == "ASHA RAO"
