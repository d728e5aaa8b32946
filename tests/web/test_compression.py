"""Pages are compressed for those who can read it so, and are the same page."""

import gzip

import pytest

from tests.web.conftest import Start
from tests.web.test_learn import SET
from tests.web.visitor import Visitor

BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def test_a_compressed_page_is_the_page(visitor: Visitor) -> None:
    plain = visitor.get("/patterns")
    packed = visitor.get("/patterns", **BROWSER)

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert int(packed.headers["Content-Length"]) == len(packed.body) < len(plain.body) / 2


def test_an_error_is_compressed_too(visitor: Visitor) -> None:
    missing = visitor.get("/nothing", **BROWSER)

    assert missing.status == 404
    assert b"There is nothing here" in gzip.decompress(missing.body)


@pytest.mark.parametrize("accepted", ["", "br", "identity", "gzip;q=0, *", "gzip;q=0.0"])
def test_who_does_not_take_it_gets_the_page_as_it_is(visitor: Visitor, accepted: str) -> None:
    answer = visitor.get("/", **{"Accept-Encoding": accepted})

    assert "Content-Encoding" not in answer.headers
    assert answer.title


def test_a_store_between_is_told_what_the_page_depends_on(visitor: Visitor) -> None:
    assert visitor.get("/", **BROWSER).headers["Vary"] == "Accept-Encoding, Cookie"


def test_what_is_short_or_no_page_stays_as_it_is(visitor: Visitor) -> None:
    redirect = visitor.submit(visitor.get(SET))

    for answer in (visitor.get("/healthz", **BROWSER), redirect):
        assert "Content-Encoding" not in answer.headers


def test_a_question_printed_again_is_under_three_kb_on_the_wire(
    as_ana: Visitor, start: Start
) -> None:
    again = as_ana.get(f"{start()}/1", **BROWSER)

    head = sum(len(name) + len(value) + len(": \r\n") for name, value in again.headers)
    assert head + len(again.body) < 3_000
