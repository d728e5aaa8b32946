"""Accounts: made of guests, signed in to, kept by nobody but their owner."""

from datetime import timedelta

import pytest

from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotSignedIn
from quizapp.services import accounts
from quizapp.services.history import attempts
from quizapp.services.people import find_person
from quizapp.store.accounts import account_of
from tests import make
from tests.people import guest, holder
from tests.services.signing import HASH, NEW, into, up

HOUR = timedelta(hours=1)


# --- signing up ---


def test_a_guest_keeps_their_history_and_gets_a_new_cookie(session, ana, now):
    attempt = make.attempt(session, ana, now)

    signed_in = up(session, ana, now)

    assert signed_in.learner == ana.id
    assert [one.attempt_id for one in attempts(session, learner_id=ana.id)] == [attempt]
    assert holder(session, signed_in.cookie, now) == ana.id
    assert holder(session, ana.cookie, now) is None


def test_a_newcomer_gets_an_account_at_once(session, outsider, now):
    signed_in = up(session, outsider, now)

    person = find_person(session, cookie=signed_in.cookie, now=now)
    assert (person.name, person.role) == ("Asha Rao", Role.LEARNER)


@pytest.mark.parametrize("name", ["asha rao", "ASHA  RAO", "Аsha Rao", "AshaRao"])
def test_nobody_takes_a_name_that_looks_like_anothers(session, ana, ben, now, name):
    up(session, ana, now)

    with pytest.raises(InvalidResponse, match="Somebody has this name"):
        up(session, ben, now, name=name)

    assert account_of(session, ben.id) is None


def test_one_learner_has_one_account(session, ana, now):
    up(session, ana, now)

    with pytest.raises(InvalidResponse, match="sign out first"):
        up(session, ana, now, name="Another")


def test_two_who_want_one_name_at_once_get_one(store, now):
    people = [store.write(lambda session: guest(session, now)) for _ in range(2)]

    store.write(lambda session: up(session, people[0], now))
    with pytest.raises(InvalidResponse):
        store.write(lambda session: up(session, people[1], now))


# --- signing in ---


def test_one_may_be_signed_in_in_several_browsers(session, ana, now):
    first = up(session, ana, now)

    second = into(session, "asha rao", now)

    assert first.cookie != second.cookie
    assert {holder(session, one.cookie, now) for one in (first, second)} == {ana.id}


def test_signing_in_again_ends_the_session_of_that_browser(session, ana, now):
    first = up(session, ana, now)

    second = into(session, "Asha Rao", now, former=first.cookie)

    assert holder(session, first.cookie, now) is None
    assert holder(session, second.cookie, now) == ana.id


def test_the_session_of_another_is_not_ended_by_it(session, ana, ben, now):
    up(session, ana, now)
    bens = up(session, ben, now, name="Ben")

    into(session, "Asha Rao", now, former=bens.cookie)

    assert holder(session, bens.cookie, now) == ben.id


def test_a_password_that_changed_since_it_was_checked_signs_nobody_in(session, ana, now):
    signed_in = up(session, ana, now)
    checked = accounts.account_to_check(session, name="Asha Rao")
    accounts.change_password(
        session,
        learner_id=ana.id,
        checked=HASH,
        password=NEW,
        cookie=signed_in.cookie,
    )

    with pytest.raises(NotSignedIn):
        accounts.sign_in(
            session, checked=checked, former=None, rehashed=None, label="Chrome", now=now
        )


def test_a_hash_made_in_an_old_way_is_exchanged(session, ana, now):
    up(session, ana, now)

    into(session, "Asha Rao", now, rehashed=NEW)

    assert account_of(session, ana.id).password == NEW
