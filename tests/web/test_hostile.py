"""Texts that no page of ours sends are answered, on either database: never with a failure."""

from urllib.parse import quote

import pytest
from flask import Flask

from tests import make
from tests.people import Person
from tests.web.conftest import Start
from tests.web.test_learn import SET
from tests.web.visitor import OWN, Answer, Visitor, form_of

HOSTILE = {
    "nul": b"\x00",
    "nul-inside": b"abcdefghijklmnop\x00qrst",
    "half-a-sign": b"\xed\xa0\x80",
    "no-utf-8": b"\xff\xfe",
    "long": b"x" * 10_000,
    "percent": b"%",
    "percent-s": b"%s%(name)s",
    "quotes": b"\"'`; DROP TABLE learners; --",
    "backslash": b"\\",
}
#: Wrong as an answer, and yet one.
STORED = {HOSTILE[name] for name in ("half-a-sign", "no-utf-8", "percent-s", "quotes")}
REFUSED = {400, 404, 409, 413, 422}

hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


def post(visitor: Visitor, url: str, **fields: bytes) -> int:
    body = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
    answered = visitor.client.post(
        url, data=body, headers=OWN, content_type="application/x-www-form-urlencoded"
    )
    return answered.status_code


def fields(seen: Answer) -> dict[str, bytes]:
    form = form_of(seen)
    hidden = [one for one in form.all("input") if one.get("type") == "hidden"]
    return {one["name"]: one["value"].encode() for one in hidden}


@hostile
@pytest.mark.parametrize(
    "url",
    ["/quiz/{}", "/quiz/{}/1", "/quiz/{}/finish", "/quiz/{}/result", "/sets/{}", "/sets/{}/plan"],
)
def test_as_a_name_in_an_address(as_ana: Visitor, url: str, text: bytes) -> None:
    seen = as_ana.get(url.format(quote(text, safe="")))

    assert seen.status == 404


@hostile
@pytest.mark.parametrize("field", ["showing_id", "submission_key", "go", "no_such_field"])
def test_as_a_hidden_field_of_a_question(
    as_ana: Visitor, start: Start, field: str, text: bytes
) -> None:
    url = f"{start(make.typed_item())}/1"
    sent = {**fields(as_ana.get(url)), "response": b"Ana Roy"}

    assert post(as_ana, url, **{**sent, field: text}) in REFUSED


@hostile
def test_as_a_chosen_option(as_ana: Visitor, start: Start, text: bytes) -> None:
    url = f"{start()}/1"

    assert post(as_ana, url, **{**fields(as_ana.get(url)), "response": text}) == 422


@hostile
def test_as_a_typed_answer(as_ana: Visitor, start: Start, text: bytes) -> None:
    """It may be an answer, if a wrong one: then it is stored, and shown as it was sent."""
    url = f"{start(make.typed_item())}/1"

    status = post(as_ana, url, **{**fields(as_ana.get(url)), "response": text})

    assert status == (303 if text in STORED else 422)
    assert as_ana.get(url).status == 200


@hostile
def test_as_the_key_of_a_start(visitor: Visitor, text: bytes) -> None:
    sent = fields(visitor.get(SET))

    assert post(visitor, f"{SET}/start", **{**sent, "start_key": text}) in REFUSED


@hostile
@pytest.mark.parametrize("field", ["zone", "retention", "minutes", "keys"])
def test_as_a_setting(as_ana: Visitor, field: str, text: bytes) -> None:
    sent = {"zone": b"UTC", "retention": b"90", "minutes": b"15", "keys": b"on"}

    assert post(as_ana, "/settings", **{**sent, field: text}) == 422


@hostile
@pytest.mark.parametrize(("field", "status"), [("day", 422), ("go", 400)])
def test_as_the_day_of_an_exam(as_ana: Visitor, field: str, status: int, text: bytes) -> None:
    sent = {"day": b"2026-05-01", "go": b""}

    assert post(as_ana, f"{SET}/plan", **{**sent, field: text}) == status


@hostile
def test_as_a_cookie(app: Flask, text: bytes) -> None:
    stranger = Visitor(app, Person(id=None, cookie=None))

    seen = stranger.client.get("/history", headers={"Cookie": f"quizapp={text.decode('latin-1')}"})

    assert seen.status_code == 200
