"""What is stored of a person: handed to them whole, erased to the last byte."""

import json
import zipfile

import pytest

from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotFound
from quizapp.services import leaving
from quizapp.services.learners import LearnerId
from quizapp.services.quizzes import own_attempt
from quizapp.store.audit import first_fault
from quizapp.store.persons import OWNERS, tables_of_persons
from tests import make
from tests.conftest import only
from tests.people import account
from tests.services.acting import see, send
from tests.services.authors import begin, linked, publish
from tests.services.teaching import code_of, come, school_class

NAME = "Asha Zyxwvu"


@pytest.fixture
def asha(session, now):
    return account(session, now, name=NAME)


def lived(session, person, now):
    """Let somebody answer a quiz, be in a class, and be told things."""
    attempt = make.attempt(session, person, now)
    send(session, person, see(session, person, attempt), "Ana", now=now)
    tara = account(session, now, role=Role.TEACHER)
    its = school_class(session, tara, now)
    come(session, person, code_of(session, tara, its, now), now, name=NAME)
    return attempt


def files(session, person):
    with leaving.export(session, person=person.id) as found, zipfile.ZipFile(found) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_table_of_persons_is_told_and_explained():
    assert {table.name for table in tables_of_persons()} == set(leaving.MEANINGS)


def test_everything_of_a_person_is_in_the_zip(session, asha, ben, now):
    attempt = lived(session, asha, now)
    lived(session, ben, now)

    found = files(session, asha)

    told = {name: json.loads(text) for name, text in found.items() if name.endswith(".json")}
    assert [one["name"] for one in told["accounts.json"]] == [NAME]
    assert [one["public_id"] for one in told["attempts.json"]] == [attempt]
    assert [one["response"] for one in told["responses.json"]]
    assert len(told["items.json"]) >= 1
    assert told["members.json"][0]["name"] == NAME
    for name, rows in told.items():
        assert name in found["README.txt"]
        for row in rows:
            assert not {"password", "name_key"} & set(row)
            for column in OWNERS:
                if column in row and name != "audit_entries.json":
                    assert row[column] == asha.id


def test_a_zip_holds_no_cookie_and_no_hash(session, asha, now):
    lived(session, asha, now)

    whole = "".join(files(session, asha).values())

    assert asha.cookie not in whole
    assert "digest" not in json.loads(files(session, asha)["sessions.json"])[0]


def test_who_is_erased_is_nobody_and_their_quizzes_stay_sound(session, asha, now):
    attempt = lived(session, asha, now)

    assert leaving.erase(session, person=asha.id, now=now) == NAME

    found = files(session, asha)
    kept = {"attempts", "showings", "items", "responses", "assigned_attempts", "audit_entries"}
    assert {name.removesuffix(".json") for name in found} - {"README.txt"} <= kept
    assert own_attempt(session, asha.id, attempt) is not None
    assert NAME not in "".join(found.values())
    with pytest.raises(NotFound):
        leaving.erase(session, person=asha.id, now=now)


def test_attempts_of_who_was_erased_pass_the_audit(store, now):
    asha = store.write(lambda session: account(session, now, name=NAME))
    attempt = store.write(lambda session: lived(session, asha, now))
    store.write(lambda session: leaving.erase(session, person=asha.id, now=now))

    assert store.read(lambda session: first_fault(session, attempt)) is None


@only("sqlite")
def test_no_byte_of_the_name_is_left_on_the_disk(store, config, now):
    asha = store.write(lambda session: account(session, now, name=NAME))
    store.write(lambda session: lived(session, asha, now))
    files = [path for path in config.instance.rglob("*") if path.is_file()]
    assert any(NAME.encode() in path.read_bytes() for path in files)

    store.write(lambda session: leaving.erase(session, person=asha.id, now=now))
    store.settle()

    for path in config.instance.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            assert NAME.lower().encode() not in content, path
            assert b"zyxwvu" not in content, path


def test_of_a_teacher_classes_are_archived_links_end_and_sets_stay(session, now):
    tara = account(session, now, name=NAME, role=Role.TEACHER)
    its_class = school_class(session, tara, now)
    its = begin(session, tara, now)
    publish(session, tara, its, now)
    linked(session, tara, now)

    leaving.erase(session, person=tara.id, now=now)

    told = {
        name: json.loads(text)
        for name, text in files(session, tara).items()
        if name.endswith(".json")
    }
    (taught,) = told["classes.json"]
    assert (taught["public_id"], taught["archived_at"] is not None) == (its_class, True)
    assert told["quiz_links.json"][0]["ended_at"] is not None
    assert told["sets.json"][0]["set_id"] == "capitals"


def test_the_only_admin_is_not_erased(session, now):
    ada = account(session, now, role=Role.ADMIN)

    with pytest.raises(InvalidResponse, match="only admin"):
        leaving.erase(session, person=ada.id, now=now)


@pytest.mark.parametrize("typed", ["", "asha zyxwvu", "Asha"])
def test_the_name_has_to_be_typed_as_it_stands(session, asha, typed):
    with pytest.raises(InvalidResponse, match=NAME):
        leaving.require_name(session, person=asha.id, typed=typed)


def test_who_is_nobody_cannot_be_erased(session, now):
    with pytest.raises(NotFound):
        leaving.erase(session, person=LearnerId(10**6), now=now)
