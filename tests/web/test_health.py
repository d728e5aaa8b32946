"""Health: alive, ready to take answers, and what is said when nothing can be stored."""

import pytest
from flask import Flask

from quizapp.library.loader import Library
from quizapp.services.run import Store
from quizapp.web.app import create_app
from tests import make
from tests.conftest import NOW
from tests.sealing import seal
from tests.web.test_learn import SET
from tests.web.visitor import Visitor


@pytest.fixture
def sealed(store: Store, tmp_path, library: Library) -> Flask:
    """An app whose database can be read and not written, as on a disk that went read-only."""
    seal(store)
    return create_app(make.config(tmp_path), store=store, library=library, now=lambda: NOW)


def test_it_is_alive_and_ready(visitor: Visitor) -> None:
    alive, ready = visitor.get("/healthz"), visitor.get("/readyz")

    assert (alive.status, alive.body) == (200, b"ok\n")
    assert (ready.status, ready.body) == (200, b'{"ready":true,"reason":""}\n')


def test_it_says_why_it_cannot_take_answers(sealed: Flask) -> None:
    visitor = Visitor(sealed)

    alive, ready = visitor.get("/healthz"), visitor.get("/readyz")

    assert alive.status == 200
    assert (ready.status, ready.body) == (503, b'{"ready":false,"reason":"not-writable"}\n')


def test_pages_stay_readable_and_a_start_says_that_nothing_was_saved(sealed: Flask) -> None:
    visitor = Visitor(sealed)
    form = visitor.get(SET)

    refused = visitor.submit(form)

    assert refused.status == 503
    assert "Nothing was saved" in refused.text
    assert "Set-Cookie" not in refused.headers
    assert visitor.get(SET).status == 200
