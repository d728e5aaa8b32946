"""The log: what was done is told with it or not at all, without names, and never changed."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from quizapp.core.people.deeds import Deed
from quizapp.services import auditing, leaving
from tests.people import account
from tests.services.signing import into, up


def deeds(session, **more):
    return [(line.actor, line.deed, line.person) for line in auditing.log(session, **more)]


def test_signing_up_and_in_is_told(session, ana, now):
    up(session, ana, now, "Asha Rao")
    into(session, "asha rao", now)

    assert deeds(session) == [
        ("Asha Rao", "signed in", "Asha Rao"),
        ("Asha Rao", "made an account", "Asha Rao"),
    ]


def test_of_who_was_erased_a_number_is_left(session, now):
    asha = account(session, now, name="Asha Rao")
    auditing.told(session, deed=Deed.SIGNED_IN, by=asha.id, person=asha.id, now=now)
    leaving.erase(session, person=asha.id, now=now)

    assert deeds(session) == [(f"person {asha.id}", "signed in", f"person {asha.id}")]


def test_lines_are_found_by_person_deed_and_day(session, now):
    asha, ben = (account(session, now, name=name) for name in ("Asha Rao", "Ben Lal"))
    for day, (who, deed) in enumerate(
        [(asha, Deed.SIGNED_IN), (ben, Deed.SIGNED_IN), (asha, Deed.RENAMED)]
    ):
        auditing.told(session, deed=deed, by=who.id, now=now + timedelta(days=day))

    assert [one for one, _, _ in deeds(session, about=ben.id)] == ["Ben Lal"]
    assert [one for _, one, _ in deeds(session, deed=Deed.RENAMED)] == ["changed a name"]
    assert len(deeds(session, since=now + timedelta(days=1))) == 2
    first, *_ = auditing.log(session)
    assert len(auditing.log(session, below=first.row)) == 2
    assert len(auditing.log(session, most=1)) == 1


def test_looking_is_told_once_an_hour(session, now):
    tara = account(session, now)
    what = {"learner_id": tara.id, "deed": Deed.READ_RESULTS, "thing": "c" * 22}
    assert not auditing.has_looked(session, **what, now=now)

    auditing.looks(session, **what, now=now)

    assert auditing.has_looked(session, **what, now=now + timedelta(minutes=59))
    assert not auditing.has_looked(session, **what, now=now + timedelta(minutes=61))
    assert not auditing.has_looked(session, **{**what, "thing": "d" * 22}, now=now)


@pytest.mark.parametrize(
    "change", ["UPDATE audit_entries SET deed = 'nothing'", "DELETE FROM audit_entries"]
)
def test_no_line_is_changed(session, now, change):
    auditing.told(session, deed=Deed.SIGNED_IN, by=None, now=now)

    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(change))
