"""Roles, who may sign in, and the first admin."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotFound, NotSignedIn
from quizapp.services import administering, first_admin
from quizapp.services.people import find_person
from tests.conftest import NOW
from tests.people import Person, guest, holder
from tests.services.signing import HASH, into, up

HOUR = timedelta(hours=1)


# --- whoever runs the place ---


def test_a_role_is_given_by_name(session, ana, now):
    cookie = up(session, ana, now).cookie

    administering.change_role(session, name="asha rao", role=Role.TEACHER)

    assert find_person(session, cookie=cookie, now=now).role is Role.TEACHER


@pytest.mark.parametrize("role", [Role.OUTSIDER, Role.GUEST])
def test_no_account_is_an_outsiders_or_a_guests(session, ana, now, role):
    up(session, ana, now)

    with pytest.raises(InvalidResponse):
        administering.change_role(session, name="Asha Rao", role=role)


def test_somebody_always_runs_the_place(session, ana, ben, now):
    up(session, ana, now, role=Role.ADMIN)
    up(session, ben, now, name="Ben")

    with pytest.raises(InvalidResponse, match="only admin"):
        administering.change_role(session, name="Asha Rao", role=Role.LEARNER)
    with pytest.raises(InvalidResponse, match="only admin"):
        administering.set_disabled(session, name="Asha Rao", disabled=True, now=now)
    administering.change_role(session, name="Ben", role=Role.ADMIN)
    administering.change_role(session, name="Asha Rao", role=Role.LEARNER)


def test_a_disabled_account_is_out_everywhere_until_it_is_not(session, ana, now):
    cookie = up(session, ana, now).cookie

    administering.set_disabled(session, name="Asha Rao", disabled=True, now=now)

    assert holder(session, cookie, now) is None
    with pytest.raises(NotSignedIn):
        into(session, "Asha Rao", now)
    administering.set_disabled(session, name="Asha Rao", disabled=False, now=now)
    assert holder(session, into(session, "Asha Rao", now).cookie, now) == ana.id


# --- the first admin ---


def become(session, person: Person, secret: str, now, name="Head"):
    return first_admin.make_admin(
        session,
        learner_id=person.id,
        secret=secret,
        name=name,
        password=HASH,
        label="Firefox",
        now=now,
    )


def test_the_link_makes_one_admin_and_no_second(session, ana, ben, now):
    secret = first_admin.admin_secret(session, now=now)

    signed_in = become(session, ana, secret, now)

    assert find_person(session, cookie=signed_in.cookie, now=now).role is Role.ADMIN
    with pytest.raises(NotFound):
        become(session, ben, secret, now, name="Other")
    assert first_admin.admin_secret(session, now=now) is None


def test_only_the_newest_link_holds_and_for_a_day(session, ana, now):
    old, new = (first_admin.admin_secret(session, now=now) for _ in range(2))

    for secret, at in ((old, now), (new, now + timedelta(days=1)), ("guessed" * 4, now)):
        with pytest.raises(NotFound):
            become(session, ana, secret, at)
    become(session, ana, new, now + timedelta(hours=23))


def test_a_name_that_cannot_be_leaves_the_link_good(store, now):
    secret = store.write(lambda session: first_admin.admin_secret(session, now=now))
    person = store.write(lambda session: guest(session, now))

    with pytest.raises(InvalidResponse):
        store.write(lambda session: become(session, person, secret, now, name="<"))

    store.write(lambda session: become(session, person, secret, now))


@given(st.text(max_size=80))
def test_no_made_up_secret_makes_an_admin(shared_store, secret: str):
    with pytest.raises(NotFound):
        shared_store.read(
            lambda session: first_admin.require_secret(session, secret=secret, now=NOW)
        )
