"""Error pages: a status, what happened, what to do."""

from pathlib import Path

import pytest
from flask import Flask, abort
from sqlalchemy.orm import Session

from quizapp.errors import (
    AlreadyFinished,
    InvalidResponse,
    NotFound,
    NothingToAsk,
    StoreUnavailable,
    TooMany,
)
from quizapp.library.loader import Library
from quizapp.services.limits import START, line_of, spend
from quizapp.services.run import Store
from quizapp.web.access import ACCESS, ANYBODY, Access
from quizapp.web.app import create_app
from quizapp.web.errors import WORDS
from tests import make
from tests.conftest import NOW
from tests.web.conftest import Start
from tests.web.test_learn import SET
from tests.web.visitor import Visitor, token

ONLY_LOGGED = "what only the log may say"


class Narrower(NotFound):
    """A kind of error without a status of its own."""


@pytest.fixture
def broken(
    web_store: Store, tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Visitor:
    """An app of which some pages always fail."""
    monkeypatch.setattr("quizapp.web.access.ACCESS", {**ACCESS, "fail": Access(ANYBODY)})
    app = create_app(make.config(tmp_path), store=web_store, library=library, now=lambda: NOW)

    def fail(how: str) -> str:
        match how:
            case "bug":
                raise RuntimeError(ONLY_LOGGED)
            case _ if how.isdigit():
                abort(int(how))
            case _:
                raise FAILURES[how]

    app.add_url_rule("/fail/<how>", view_func=fail)
    return Visitor(app)


FAILURES = {
    "narrower": Narrower(ONLY_LOGGED),
    "invalid": InvalidResponse(ONLY_LOGGED),
    "finished": AlreadyFinished(ONLY_LOGGED),
    "nothing": NothingToAsk(ONLY_LOGGED),
    "often": TooMany(ONLY_LOGGED, retry_after=7),
    "disk": StoreUnavailable(ONLY_LOGGED),
}


@pytest.mark.parametrize("status", sorted(WORDS))
def test_every_status_has_a_page_that_says_what_to_do(broken: Visitor, status: int) -> None:
    page = broken.get(f"/fail/{status}")

    assert page.status == status
    words = WORDS[status]
    assert words.title in page.title
    assert words.what in page.text
    assert words.todo in page.text
    assert page.page.one("main").all("a", href="/")


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("narrower", 404),
        ("invalid", 400),
        ("finished", 409),
        ("nothing", 409),
        ("often", 429),
        ("disk", 503),
        ("418", 418),
    ],
)
def test_our_errors_have_their_status_and_say_nothing_more(
    broken: Visitor, how: str, status: int
) -> None:
    page = broken.get(f"/fail/{how}")

    assert page.status == status
    assert ONLY_LOGGED not in page.body.decode()


def test_too_many_says_when_to_come_again(broken: Visitor) -> None:
    assert broken.get("/fail/often").headers["Retry-After"] == "7"


def test_when_nothing_can_be_stored_it_says_that_nothing_was_saved(broken: Visitor) -> None:
    page = broken.get("/fail/disk")

    assert "Nothing was saved" in page.text
    assert int(page.headers["Retry-After"]) > 0


def test_a_bug_shows_a_number_that_stands_in_the_log(
    broken: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    page = broken.get("/fail/bug")

    assert page.status == 500
    number = page.page.one("code").text
    assert number == page.headers["X-Request-Id"]
    assert number in caplog.text
    assert ONLY_LOGGED in caplog.text
    assert ONLY_LOGGED not in page.body.decode()


def test_too_large_a_form_is_refused(as_ana: Visitor, start: Start) -> None:
    attempt = start(make.typed_item())
    form = as_ana.get(f"{attempt}/1")

    refused = as_ana.submit(form, response="x" * 100_000)

    assert refused.status == 413
    assert "More was sent" in refused.text


def test_a_fast_starter_is_asked_to_wait(app: Flask, web_store: Store) -> None:
    crowded = "10.0.0.9"
    visitor = Visitor(app, address=crowded)
    form = visitor.get(SET)
    web_store.write(lambda session: _spend_all(session, crowded, web_store.secret))

    refused = visitor.submit(form)

    assert refused.status == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert "Set-Cookie" not in refused.headers
    assert Visitor(app).submit(form).status == 303


def test_a_fast_starter_has_no_other_limit_for_each_address_of_the_same_household(
    app: Flask, web_store: Store
) -> None:
    counted = line_of("2001:db8:1:2::1")
    web_store.write(lambda session: _spend_all(session, counted, web_store.secret))
    neighbour = Visitor(app, address="2001:db8:1:2:abcd::1")

    refused = neighbour.submit(neighbour.get(SET))

    assert refused.status == 429


def _spend_all(session: Session, who: str, secret: bytes) -> None:
    for _ in range(START.burst):
        spend(session, limit=START, who=who, secret=secret, now=NOW)


def test_a_wrong_way_names_the_right_ones(visitor: Visitor) -> None:
    refused = visitor.get(f"{SET}/start")

    assert refused.status == 405
    assert "POST" in refused.headers["Allow"]


def test_an_unknown_option_is_no_answer(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    form = as_ana.get(f"{attempt}/1")

    again = as_ana.submit(form, response=["made-up"])

    assert again.status == 422
    assert as_ana.submit(again, response=token(again, "Ana")).status == 303
