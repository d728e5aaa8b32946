"""``/patterns`` shows every macro of the design in every state that it has."""

import re
from pathlib import Path

import pytest
from flask import Flask

from quizapp import paths
from quizapp.library.loader import Library
from quizapp.services.run import Store
from quizapp.web.app import create_app
from tests import make
from tests.conftest import NOW
from tests.web.branches import Ways
from tests.web.visitor import Visitor

MACROS = {
    macro
    for path in (paths.TEMPLATES / "ui").glob("*.html")
    for macro in re.findall(r"{%-? macro (\w+)", path.read_text("utf-8"))
}


@pytest.fixture
def fresh_app(web_store: Store, library: Library, tmp_path: Path) -> Flask:
    """An app that has not loaded any template."""
    config = make.config(tmp_path)
    return create_app(config, store=web_store, library=library, now=lambda: NOW, with_patterns=True)


def test_every_way_of_every_macro_is_taken(fresh_app: Flask) -> None:
    ways = Ways(fresh_app.jinja_env, only="ui/")

    assert Visitor(fresh_app).get("/patterns").status == 200

    assert {way.rpartition(" ")[2] for way in ways.there if " macro " in way} == MACROS
    assert not ways.missed, "\n".join(ways.missed)


def test_a_way_that_no_page_takes_is_noticed(fresh_app: Flask) -> None:
    ways = Ways(fresh_app.jinja_env, only="ui/")

    Visitor(fresh_app).get("/history")

    assert [way for way in ways.missed if "if so" in way]


def test_every_macro_is_named_where_it_is_shown(visitor: Visitor) -> None:
    headings = [one.text for one in visitor.get("/patterns").page.all("h2") if one.get("id")]

    assert {name for heading in headings for name in heading.split(", ")} == MACROS
