"""One-time passwords by the clock: the vectors of RFC 4226 (D) and RFC 6238 (B)."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.people.totp import (
    SECRET_BYTES,
    address,
    as_text,
    hotp,
    read_secret,
    step_at,
    step_of,
)

SECRET = b"12345678901234567890"
#: RFC 4226, appendix D: the values of counters 0 to 9.
OF_COUNTERS = [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
]
#: RFC 6238, appendix B, mode SHA-1, eight digits: seconds since 1970 and the password.
OF_TIMES = [
    (59, "94287082"),
    (1111111109, "07081804"),
    (1111111111, "14050471"),
    (1234567890, "89005924"),
    (2000000000, "69279037"),
    (20000000000, "65353130"),
]
NOW = datetime(2026, 3, 1, 9, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize("counter", range(10))
def test_the_vectors_of_rfc_4226(counter):
    assert hotp(SECRET, counter) == OF_COUNTERS[counter]


@pytest.mark.parametrize(("seconds", "password"), OF_TIMES)
def test_the_vectors_of_rfc_6238(seconds, password):
    assert hotp(SECRET, step_at(datetime.fromtimestamp(seconds, UTC)), digits=8) == password


@pytest.mark.parametrize(
    ("late", "good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_step_before_and_after_counts_too(late, good):
    code = hotp(SECRET, step_at(NOW) + late)

    assert (step_of(SECRET, code, now=NOW, after=-1) is not None) is good


def test_what_was_used_is_good_no_more_nor_what_was_before_it():
    code, earlier = hotp(SECRET, step_at(NOW)), hotp(SECRET, step_at(NOW) - 1)
    used = step_of(SECRET, code, now=NOW, after=-1)

    assert used == step_at(NOW)
    for one in (code, earlier):
        assert step_of(SECRET, one, now=NOW, after=used) is None
    later = NOW + timedelta(seconds=30)
    assert step_of(SECRET, hotp(SECRET, step_at(later)), now=later, after=used) == used + 1


@pytest.mark.parametrize("typed", ["", "1", "12345", "1234567", "abcdef", "１２３４５６", "\0" * 6])
def test_what_is_no_code_is_none(typed):
    assert step_of(SECRET, typed, now=NOW, after=-1) is None


def test_spaces_do_not_matter():
    code = hotp(SECRET, step_at(NOW))

    assert step_of(SECRET, f" {code[:3]} {code[3:]}", now=NOW, after=-1) is not None


def test_a_secret_comes_back_from_its_text():
    assert len(SECRET) == SECRET_BYTES
    assert as_text(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert read_secret(as_text(SECRET)) == SECRET


@pytest.mark.parametrize("text", ["", "GEZD", "no secret!", "é" * 32, "A" * 31])
def test_what_is_no_secret_is_none(text):
    assert read_secret(text) is None


def test_an_app_reads_whose_it_is():
    assert address(SECRET, "Asha Rao") == (
        "otpauth://totp/quizapp%3AAsha%20Rao?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=quizapp"
    )
