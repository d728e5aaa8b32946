"""The access table: every route, by every role, with one's own, another's and no thing at all."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.routing import Rule

from quizapp.core.people.roles import Role
from quizapp.services.run import Store
from quizapp.store.learners import sessions_of
from quizapp.web.access import ACCESS, ANYBODY
from tests import make
from tests.conftest import NOW, only
from tests.people import Person, account, guest
from tests.services.authors import begun, linked
from tests.services.teaching import code_of, come, given, school_class
from tests.web.visitor import Answer, Visitor

#: What an address holds besides the thing that the table names.
FILLED = {
    "name": "quizapp.css",
    "set_id": "india-us-2plus2-2023",
    "slot": "quad/india:quad",
    "position": "1",
    "secret": "no-such-secret-at-all",
    "session_id": "no-such-session",
    "attempt_id": "no-such-attempt-here",
    "class_id": "no-such-class-here",
    "assignment_id": "no-such-task-here",
    "member_id": "no-such-member-here",
    "code": "ABC-DEF-GHJ",
    "public_id": "no-such-set-here-at-all",
    "token": "no-such-link-here-at-all",
    "number": "1",
    "person": "999999",
}
#: Of these there is none for somebody who has only just come.
GUESSED = {"secret", "slot", "name", "person", "member_id"}
MISSING = "a-thing-that-is-not"


@dataclass(frozen=True)
class Thing:
    """What a row of the table names: how it is made for somebody, and where it stands."""

    parameter: str
    make: Callable[[Store, Person], str]


def attempt(store: Store, person: Person) -> str:
    return store.write(lambda session: make.attempt(session, person, NOW))


def session_(store: Store, person: Person) -> str:
    assert person.id is not None
    found = store.read(lambda session: sessions_of(session, person.id))  # type: ignore[arg-type]
    return found[0].public_id or "a-guest-has-none"


def class_(store: Store, person: Person) -> str:
    return store.write(lambda session: school_class(session, person, NOW))


def taught(store: Store, person: Person) -> str:
    made = class_(store, person)
    return store.write(lambda session: given(session, person, made, NOW))


def task(store: Store, person: Person) -> str:
    teacher = somebody(store, Role.TEACHER)
    made = class_(store, teacher)
    code = store.read(lambda session: code_of(session, teacher, made, NOW))
    store.write(lambda session: come(session, person, code, NOW))
    return store.write(lambda session: given(session, teacher, made, NOW))


def set_(store: Store, person: Person) -> str:
    return begun(store, person, NOW).public_id


def link(store: Store, person: Person) -> str:
    return store.write(lambda session: linked(session, person, NOW))


THINGS = {
    "set": Thing("public_id", set_),
    "link": Thing("token", link),
    "attempt": Thing("attempt_id", attempt),
    "session": Thing("session_id", session_),
    "class": Thing("class_id", class_),
    "taught": Thing("assignment_id", taught),
    "task": Thing("assignment_id", task),
}


def somebody(store: Store, role: Role) -> Person:
    if role is Role.OUTSIDER:
        return Person(None, None)
    if role is Role.GUEST:
        return store.write(lambda session: guest(session, NOW))
    return store.write(lambda session: account(session, NOW, role=role))


def rules(app: Flask) -> list[Rule]:
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))


def methods(rule: Rule) -> set[str]:
    return set(rule.methods or ()) & {"GET", "POST"}


def sent(visitor: Visitor, rule: Rule, things: dict[str, str]) -> Answer:
    adapter_values = {name: things.get(name, FILLED[name]) for name in rule.arguments}
    url = rule.rule
    for name, value in adapter_values.items():
        url = re.sub(rf"<([^<>]*:)?{name}>", value, url)
    assert "<" not in url, url
    (method,) = methods(rule)
    return visitor.get(url) if method == "GET" else visitor.post(url)


def test_every_route_stands_in_the_table_and_nothing_else_does(app: Flask) -> None:
    assert {rule.endpoint for rule in rules(app)} == set(ACCESS)


def test_every_route_has_one_method(app: Flask) -> None:
    assert all(len(methods(rule)) == 1 for rule in rules(app))


def test_what_the_table_names_is_known_here_and_stands_in_the_address(app: Flask) -> None:
    for rule in rules(app):
        named = ACCESS[rule.endpoint].of
        assert not named or THINGS[named].parameter in rule.arguments, rule
    for rule in rules(app):
        for name in {one.parameter for one in THINGS.values()} & rule.arguments:
            assert THINGS[ACCESS[rule.endpoint].of].parameter == name, rule


@only("sqlite")
@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_what_the_table_says(app: Flask, web_store: Store, role: Role) -> None:
    for rule in rules(app):
        access = ACCESS[rule.endpoint]
        person, other = somebody(web_store, role), somebody(web_store, Role.ADMIN)
        visitor = Visitor(app, person)
        things = {}
        if access.of and person.id is not None and role in access.roles:
            thing = THINGS[access.of]
            things[thing.parameter] = thing.make(web_store, person)

        answer = sent(visitor, rule, things)

        said = f"{role} {rule.endpoint}: {answer.status}"
        if role in access.roles:
            assert answer.status not in {401, 403}, said
            if not (access.of and role is Role.OUTSIDER):
                assert answer.status != 404 or GUESSED & rule.arguments, said
        elif methods(rule) == {"GET"} and not role.has_account:
            assert answer.status == 302, said
            assert answer.leads_to.startswith("/sign-in?next=%2F"), said
        else:
            assert answer.status == 403, said
        assert other.id != person.id


@only("sqlite")
@pytest.mark.parametrize("role", list(Role))
def test_what_is_anothers_is_what_is_missing(app: Flask, web_store: Store, role: Role) -> None:
    owner = somebody(web_store, Role.ADMIN if role is not Role.ADMIN else Role.TEACHER)
    person = somebody(web_store, role)
    for rule in rules(app):
        access = ACCESS[rule.endpoint]
        if not access.of or role not in access.roles:
            continue
        thing = THINGS[access.of]
        visitor = Visitor(app, person)

        foreign = sent(visitor, rule, {thing.parameter: thing.make(web_store, owner)})
        missing = sent(visitor, rule, {thing.parameter: MISSING})

        said = f"{role} {rule.endpoint}"
        if foreign.status == 400:  # it reads the form first, of which it knows nothing more
            assert missing.status == 400, said
            continue
        assert (foreign.status, missing.status) == (404, 404), said
        assert foreign.body == missing.body, said


def test_a_route_that_is_missing_is_for_nobody(
    web_store: Store, library: object, tmp_path: object, monkeypatch: pytest.MonkeyPatch, app: Flask
) -> None:
    rows = {endpoint: row for endpoint, row in ACCESS.items() if endpoint != "results.history"}
    monkeypatch.setattr("quizapp.web.access.ACCESS", rows)
    admin = somebody(web_store, Role.ADMIN)

    assert Visitor(app, admin).get("/history").status == 403
    assert Visitor(app).get("/history").status == 403


def test_the_table_is_not_all_open() -> None:
    assert any(row.roles != ANYBODY for row in ACCESS.values())
