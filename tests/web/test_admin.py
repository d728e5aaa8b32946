"""Running the place through its pages; and another password by a code."""

import io
import zipfile

import pytest
from flask import Flask

from quizapp.core.people.roles import Role
from quizapp.services.run import Store
from quizapp.web.access import ACCESS
from tests.people import Person
from tests.web.admins import find, reset
from tests.web.signing import OTHER, WORDS, into, is_in, new_name, up
from tests.web.visitor import Answer, Visitor
from tests.web.writing import act, new, yaml_of


@pytest.fixture
def asha(app: Flask, web_store: Store) -> tuple[Visitor, str]:
    """Somebody who signed up: browser and name."""
    visitor, name = Visitor(app), new_name()
    up(visitor, name)
    return visitor, name


def log(ada: Visitor, query: str = "") -> str:
    return ada.get(f"/admin/log{query}").text


def test_the_place_is_shown_with_its_settings_and_no_secret(ada: Visitor) -> None:
    answer = ada.get("/admin")

    assert answer.status == 200
    for word in ("Accounts", "Attempts", "QUIZAPP_INSTANCE", "QUIZAPP_DATABASE"):
        assert word in answer.text


def test_people_are_found_by_a_part_of_their_name(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    _, name = asha

    assert name in ada.get(f"/admin/people?name={name[-4:]}").text
    assert "Nobody with such a name." in ada.get("/admin/people?name=%25%27no-such").text


def test_a_role_is_given_and_told_in_the_log(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    visitor, name = asha
    assert visitor.get("/teach/classes").status == 403
    where = find(ada, name)

    done = ada.follow(ada.post(f"{where}/role", {"role": "teacher"}))

    assert "The role is changed." in done.text
    assert visitor.get("/teach/classes").status == 200
    person = where.rpartition("/")[2]
    assert f"gave a role: {name}" in log(ada, f"?person={person}")


def test_who_may_not_sign_in_is_out_at_once_and_in_again_later(
    ada: Visitor, asha: tuple[Visitor, str]
) -> None:
    visitor, name = asha
    where = find(ada, name)

    ada.post(f"{where}/disabled", {"disabled": "yes"})
    assert not is_in(visitor)
    assert into(visitor, name).status == 422
    ada.post(f"{where}/disabled", {"disabled": "no"})

    assert into(visitor, name).status == 303


def test_everywhere_is_signed_out(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    visitor, name = asha

    ada.post(f"{find(ada, name)}/sessions")

    assert not is_in(visitor)


def test_a_code_of_an_admin_sets_another_password(
    app: Flask, ada: Visitor, asha: tuple[Visitor, str]
) -> None:
    visitor, name = asha
    shown = ada.post(f"{find(ada, name)}/code")
    code = shown.page.one("p", class_="join-code").text
    other = Visitor(app)

    wrong = reset(other, name, "ABC-DEF-GHJ", OTHER)
    short = reset(other, name, code, "short")
    done = reset(other, name, code, OTHER)

    assert (wrong.status, short.status, done.status) == (422, 422, 303)
    assert "do not belong together" in wrong.text
    assert is_in(other)
    assert not is_in(visitor)
    assert into(Visitor(app), name, WORDS).status == 422
    assert into(Visitor(app), name, OTHER).status == 303
    assert reset(Visitor(app), name, code, WORDS).status == 422


def test_codes_are_not_guessed_by_trying(app: Flask, asha: tuple[Visitor, str]) -> None:
    _, name = asha
    other = Visitor(app, address="203.0.113.77")

    found = {reset(other, name, "ABC-DEF-GHJ", OTHER).status for _ in range(12)}

    assert 429 in found


def test_somebody_gets_all_that_is_stored_of_them(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    visitor, name = asha
    own = visitor.post("/account/export")
    anothers = ada.post(f"{find(ada, name)}/export")

    for answer in (own, anothers):
        assert answer.headers["Content-Type"] == "application/zip"
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            assert name in archive.read("accounts.json").decode()
    assert log(ada).count("exported a person") >= 2


def test_somebody_erases_themselves_by_name_and_password(
    app: Flask, asha: tuple[Visitor, str]
) -> None:
    visitor, name = asha

    def erase(typed: str, password: str) -> Answer:
        page = visitor.get("/account/erase")
        return visitor.submit(page, "/erase", name=typed, password=password)

    assert erase(name, "wrong words of mine").status == 422
    assert erase("Somebody", WORDS).status == 422
    assert erase(name, WORDS).status == 303

    assert not is_in(visitor)
    assert into(Visitor(app), name).status == 422
    assert up(Visitor(app), name).status == 303


def test_an_admin_erases_somebody(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    visitor, name = asha
    where = find(ada, name)
    person = where.rpartition("/")[2]

    assert ada.post(f"{where}/erase", {"name": "Another"}).status == 422
    done = ada.follow(ada.post(f"{where}/erase", {"name": name}))

    assert "Erased." in done.text
    assert ada.get(where).status == 404
    assert not is_in(visitor)
    assert name not in log(ada, f"?person={person}")
    assert f"person {person}" in log(ada, f"?person={person}")


def test_all_sets_are_listed(ada: Visitor, desk: Visitor) -> None:
    desk.post("/teach/sets", {"title": "A set for the list"})

    answer = ada.get("/admin/sets")

    assert "A set for the list" in answer.text
    assert "India-US 2+2" in answer.text


def test_whoever_looks_at_a_person_is_told_once(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    where = find(ada, asha[1])
    person = where.rpartition("/")[2]
    for _ in range(3):
        ada.get(where)

    assert log(ada, f"?person={person}").count("read a person:") == 1


def test_what_was_refused_is_told_as_refused_only(ada: Visitor, asha: tuple[Visitor, str]) -> None:
    _, name = asha
    person = find(ada, name).rpartition("/")[2]

    into(asha[0], name, "wrong words of mine")

    text = log(ada, f"?person={person}")
    assert "Somebody could not sign in" in text
    assert "wrong words" not in text


def test_what_is_not_done_is_not_told(ada: Visitor, web_store: Store) -> None:
    before = log(ada, "?deed=gave+a+role")

    ada.post("/admin/people/999999/role", {"role": "teacher"})

    assert log(ada, "?deed=gave+a+role") == before


def test_every_change_by_teachers_and_admins_is_told() -> None:
    """What is not is kept with its author in versions, or changes nothing."""
    kept = {"edit.save", "edit.check", "edit.add_file", "edit.remove_file", "edit.bring"}
    kept |= {"versions.restore"}
    untold = {
        name
        for name, access in ACCESS.items()
        if access.tells is None and not {Role.GUEST, Role.LEARNER} & access.roles
    }
    ends = ("page", "state", "items", "compare", "export")
    looks = {name for name in untold if name.endswith(ends)}

    assert untold - looks == kept


def test_a_teacher_publishing_is_told(ada: Visitor, desk: Visitor, tara: Person) -> None:
    page = new(desk, "To be told")
    act(desk, page, "publish", yaml_of(page))

    text = log(ada, f"?person={tara.id}")
    assert "published a set" in text
    assert "made a set" in text
