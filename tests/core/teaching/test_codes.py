"""Join codes: readable, typed however, never guessed at."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.teaching.codes import ALPHABET, LENGTH, grouped, new_code, read_code

CODE = "ABC234XYZ"


def test_no_sign_looks_like_another():
    assert not set(ALPHABET) & set("01ILO")
    assert len(set(ALPHABET)) == len(ALPHABET) == 31


def test_there_are_too_many_codes_to_guess():
    assert len(ALPHABET) ** LENGTH > 2**40


@given(st.randoms(use_true_random=False))
def test_a_code_is_read_back_as_it_is_printed(rng: random.Random):
    code = new_code(rng.choice)

    assert read_code(grouped(code)) == code


def test_a_code_is_printed_in_groups():
    assert grouped(CODE) == "ABC-234-XYZ"


@pytest.mark.parametrize(
    "typed",
    [
        "ABC-234-XYZ",
        "abc234xyz",
        "  abc 234 xyz ",
        "abc–234–xyz",
        "ＡＢＣ２３４ＸＹＺ",
        "a.b.c.2.3.4.x.y.z",
    ],
)
def test_it_may_be_typed_however(typed: str):
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "ABC-234-XY", "ABC-234-XYZ2", "ABC-0I4-XYZ", "ABC/234/XYZ"])
def test_what_is_no_code_is_none(typed: str):
    assert read_code(typed) is None


@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_code_or_none(typed: str):
    found = read_code(typed)

    assert found is None or (len(found) == LENGTH and set(found) <= set(ALPHABET))


def test_a_very_long_text_is_no_code():
    assert read_code(" " * 10**6 + CODE) is None
