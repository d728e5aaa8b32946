"""What somebody was told stands in the head of every page until it was seen."""

from flask import Flask

from quizapp.core.people.roles import Role
from quizapp.services.run import Store
from tests.conftest import NOW
from tests.people import Person, account
from tests.services.teaching import code_of, come, given, school_class
from tests.web.visitor import Visitor


def test_what_is_new_is_counted_until_it_was_read(
    app: Flask, web_store: Store, as_ana: Visitor, ana: Person
) -> None:
    tara = web_store.write(lambda session: account(session, NOW, role=Role.TEACHER))
    its = web_store.write(lambda session: school_class(session, tara, NOW))
    code = web_store.read(lambda session: code_of(session, tara, its, NOW))
    web_store.write(lambda session: come(session, ana, code, NOW))
    assert "new" not in as_ana.get("/").page.one("nav").text

    for _ in range(2):
        web_store.write(lambda session: given(session, tara, its, NOW))

    for url in ("/", "/history", "/settings", "/classes"):
        assert "2 new" in as_ana.get(url).page.one("nav").text
    seen = as_ana.get("/notices")
    as_ana.submit(seen, "/notices")
    assert "new" not in as_ana.get("/").page.one("nav").text
    assert "new" not in Visitor(app, tara).get("/").page.one("nav").text
