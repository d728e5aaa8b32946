"""Mass assignment: every column of every table, sent with every form, changes nothing by itself."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.people.roles import Role
from quizapp.services.run import Store
from quizapp.store.tables import METADATA
from quizapp.web.access import ACCESS
from tests.conftest import NOW, only
from tests.people import Person, account, guest
from tests.web.signing import WORDS, new_name, up
from tests.web.test_access_table import FILLED, THINGS, methods, rules
from tests.web.visitor import Visitor

#: What somebody would send who hopes that a form takes what it does not ask for.
WISHES = {"role": "admin", "kind": "guest", "audience": "public", "state": "in", "time": "3/1"}
COLUMNS = sorted({column.name for table in METADATA.sorted_tables for column in table.c})
#: Fields that some form has of its own; there they are what they are for.
EXTRA = {name: WISHES.get(name, "1") for name in COLUMNS}

pytestmark = only("sqlite")


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row there is, but for what counts tries and the log."""
    names = [one.name for one in METADATA.sorted_tables if one.name != "rate_buckets"]
    return store.read(lambda session: {name: rows(session, name) for name in names})


def rows(session: Session, table: str) -> list[tuple[object, ...]]:
    found = session.execute(select(METADATA.tables[table]))
    return sorted((tuple(row) for row in found), key=repr)


@pytest.mark.parametrize("role", [Role.GUEST, Role.LEARNER, Role.TEACHER, Role.ADMIN])
def test_no_form_takes_what_it_does_not_ask_for(app: Flask, web_store: Store, role: Role) -> None:
    if role is Role.GUEST:
        person = web_store.write(lambda session: guest(session, NOW))
    else:
        person = web_store.write(lambda session: account(session, NOW, role=role))
    visitor, tried = Visitor(app, person), 0
    taken: list[str] = []
    for rule in rules(app):
        if methods(rule) != {"POST"}:
            continue
        url, made = address(rule.rule, rule.endpoint, web_store, person)
        before = content(web_store)

        answer = visitor.post(url, {**EXTRA})

        after = content(web_store)
        if answer.status not in {400, 403, 404} or after != before:
            taken.append(f"{rule.endpoint} {answer.status} {made}")
        tried += 1
    assert not taken
    assert tried > 40


def address(rule: str, endpoint: str, store: Store, person: Person) -> tuple[str, str]:
    """Return the address of a route, of a thing of one's own where it names one."""
    of = ACCESS[endpoint].of
    made = ""
    for name, value in FILLED.items():
        if of and THINGS[of].parameter == name and person.id is not None:
            value = made = THINGS[of].make(store, person)
        for form in (f"<{name}>", f"<path:{name}>"):
            rule = rule.replace(form, value)
    for begin in ("<int(", "<int:"):
        while begin in rule:
            head, _, tail = rule.partition(begin)
            rule = head + "1" + tail.partition(">")[2]
    return rule, made


def test_signing_up_makes_a_learner_whatever_is_sent(app: Flask, web_store: Store) -> None:
    visitor, name = Visitor(app), new_name()
    page = visitor.get("/sign-up")

    for extra in ({"role": "admin"}, {"learner_id": "1"}, {"kind": "admin"}, {"id": "1"}):
        sent = visitor.submit(page, "/sign-up", name=name, password=WORDS, **extra)
        assert sent.status == 400
    assert up(visitor, name).status == 303
    assert visitor.get("/teach/classes").status == 403
