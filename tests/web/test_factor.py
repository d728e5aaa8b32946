"""The second factor of teachers and admins: on, asked for, recovered, off."""

import re

import pytest
from flask import Flask

from quizapp.core.people.roles import Role
from quizapp.core.people.totp import hotp, read_secret, step_at
from quizapp.services.administering import change_role
from quizapp.services.run import Store
from tests.conftest import NOW
from tests.web.admins import find, reset
from tests.web.signing import OTHER, WORDS, into, is_in, new_name, up
from tests.web.visitor import Answer, Visitor

PAGE = "/account/second-factor"


class Phone:
    """An app that shows codes."""

    def __init__(self, page: Answer) -> None:
        text = page.page.all("input", name="secret")[0]["value"]
        secret = read_secret(text)
        assert secret is not None
        self.text, self.secret = text, secret

    def code(self, later: int = 0) -> str:
        return hotp(self.secret, step_at(NOW) + later)


@pytest.fixture
def teacher(app: Flask, web_store: Store) -> tuple[Visitor, str]:
    visitor, name = Visitor(app), new_name()
    up(visitor, name)
    web_store.write(lambda session: change_role(session, name=name, role=Role.TEACHER))
    return visitor, name


@pytest.fixture
def on(teacher: tuple[Visitor, str]) -> tuple[Visitor, str, Phone, list[str]]:
    visitor, name = teacher
    page = visitor.get(PAGE)
    phone = Phone(page)
    done = visitor.submit(page, PAGE, code=phone.code(-1), password=WORDS)
    assert done.status == 200
    return visitor, name, phone, re.findall(r"[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}", done.text)


def enter(visitor: Visitor, name: str, code: str, password: str = WORDS) -> Answer:
    return visitor.submit(into(visitor, name, password), "/sign-in/code", code=code)


def test_it_is_turned_on_by_a_code_and_the_password(teacher: tuple[Visitor, str]) -> None:
    visitor, _ = teacher
    page = visitor.get(PAGE)
    phone = Phone(page)

    wrong = visitor.submit(page, PAGE, code=phone.code(5), password=WORDS)
    stolen = visitor.submit(page, PAGE, code=phone.code(), password=OTHER)
    done = visitor.submit(page, PAGE, code=phone.code(), password=WORDS)

    assert (wrong.status, stolen.status, done.status) == (422, 422, 200)
    assert Phone(wrong).text == phone.text
    assert "It is on" in done.text
    assert "10 recovery codes left" in visitor.get(PAGE).text


def test_the_password_alone_signs_nobody_in(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    _, name, phone, _ = on
    other = Visitor(app)

    asked = into(other, name)

    assert asked.status == 200
    assert "The code of your app" in asked.text
    assert not is_in(other)
    assert enter(other, name, "000000").status == 422
    assert not is_in(other)
    assert enter(other, name, phone.code()).status == 303
    assert is_in(other)


def test_a_code_is_good_once(app: Flask, on: tuple[Visitor, str, Phone, list[str]]) -> None:
    _, name, phone, _ = on
    assert enter(Visitor(app), name, phone.code()).status == 303

    assert enter(Visitor(app), name, phone.code()).status == 422
    assert enter(Visitor(app), name, phone.code(1)).status == 303


def test_a_recovery_code_is_good_once(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    visitor, name, _, codes = on
    assert len(set(codes)) == 10

    assert enter(Visitor(app), name, codes[0].lower()).status == 303
    assert enter(Visitor(app), name, codes[0]).status == 422
    assert "9 recovery codes left" in visitor.get(PAGE).text


def test_a_ticket_that_was_changed_is_none(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    _, name, phone, _ = on
    other = Visitor(app)
    ticket = into(other, name).page.one("input", name="ticket")["value"]
    person, until, mac = ticket.split(".")

    for wrong in (
        f"{int(person) + 1}.{until}.{mac}",
        f"{person}.{int(until) + 600}.{mac}",
        f"{person}.1.{mac}",
        "",
        "..",
        "x.y.z",
        f"{person}.{until}.",
        "9" * 200,
        f"²{person}.{until}.{mac}",
    ):
        values = {"ticket": wrong, "code": phone.code(), "leads_to": ""}
        answer = other.post("/sign-in/code", values)
        assert (answer.status, answer.leads_to) == (303, "/sign-in"), wrong
        assert not is_in(other)


def test_codes_are_not_guessed_by_trying(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    _, name, _, _ = on
    other = Visitor(app, address="203.0.113.9")
    ticket = into(other, name).page.one("input", name="ticket")["value"]

    found = [
        other.post("/sign-in/code", {"ticket": ticket, "code": f"{n:06}", "leads_to": ""}).status
        for n in range(12)
    ]

    assert 429 in found
    assert 303 not in found


def test_another_password_by_a_code_leaves_it_on(
    app: Flask, ada: Visitor, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    _, name, phone, _ = on
    code = ada.post(f"{find(ada, name)}/code").page.one("p", class_="join-code").text
    other = Visitor(app)

    done = reset(other, name, code, OTHER)

    assert (done.status, done.leads_to) == (303, "/sign-in")
    assert not is_in(other)
    assert enter(other, name, phone.code(), OTHER).status == 303


def test_it_is_turned_off_by_a_code_and_the_password(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    visitor, name, phone, _ = on

    for code, password in ((phone.code(9), WORDS), (phone.code(), OTHER)):
        refused = visitor.submit(visitor.get(PAGE), "/off", code=code, password=password)
        assert refused.status == 422
    done = visitor.submit(visitor.get(PAGE), "/off", code=phone.code(), password=WORDS)

    assert done.status == 303
    assert into(Visitor(app), name).status == 303


def test_an_admin_turns_off_what_somebody_lost(
    app: Flask, ada: Visitor, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    _, name, _, _ = on
    where = find(ada, name)
    assert "Turn their second factor off" in ada.get(where).text

    ada.post(f"{where}/factor")

    assert into(Visitor(app), name).status == 303


def test_the_one_there_is_is_not_exchanged_by_who_has_only_the_password(
    app: Flask, on: tuple[Visitor, str, Phone, list[str]]
) -> None:
    visitor, name, phone, _ = on
    fresh = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    secret = read_secret(fresh)
    assert secret is not None
    code = hotp(secret, step_at(NOW))

    answer = visitor.post(PAGE, {"secret": fresh, "code": code, "password": WORDS})

    assert answer.status == 422
    assert "turn that off first" in answer.text
    assert enter(Visitor(app), name, phone.code()).status == 303


def test_learners_have_none(app: Flask) -> None:
    visitor = Visitor(app)
    up(visitor, new_name())

    assert visitor.get(PAGE).status == 403
    assert "Second factor" not in visitor.get("/account").text
