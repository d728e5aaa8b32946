"""Passwords: what is long enough and not common can be one."""

import pytest

from quizapp.core.people.passwords import LONGEST, SHORTEST, fault_of_password
from quizapp.core.people.tried_first import WORDS, is_common

NAME = "Asha Rao"


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "mein hund frisst gerne gurken",
        "kx8#vQ2!mZ",
        "नमस्ते दुनिया मेरी",
        "   spaces count   ",
        "tr0mbone-waffle-9",
        "x" * 3 + "yzabuio" * 17,
    ],
)
def test_a_password_of_ones_own_can_be_used(password: str):
    assert fault_of_password(password, name=NAME) is None


@pytest.mark.parametrize("length", [0, SHORTEST - 1, LONGEST + 1, 10**6])
def test_it_is_neither_short_nor_endless(length: int):
    whole = ("kx8#vQ2!mZ" * (length // 10 + 1))[:length]

    assert fault_of_password(whole, name=NAME)


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "Password1",
        "P@ssw0rd",
        "p@$$w0rd123",
        "12345678",
        "123456789",
        "1234567890",
        "87654321",
        "qwertyuiop",
        "qwerty123",
        "1q2w3e4r",
        "1qaz2wsx",
        "asdfghjkl",
        "zxcvbnm1",
        "11111111",
        "00000000",
        "abcabcabc",
        "abcd1234",
        "iloveyou",
        "ILoveYou2!",
        "sunshine1",
        "princess!",
        "football2024",
        "welcome@123",
        "Admin@123",
        "india@123",
        "krishna108",
        "jaishriram",
        "omsairam1",
        "sachin10!",
        "dragon99",
        "letmein!!",
        "trustno1!",
        "monkey123",
        "superman7",
        "password1password1",
        "summer2026",
        "29-11-1999",
        "9876543210",
        "1999/11/29",
        "loveforever",
        "changeme!",
    ],
)
def test_what_is_tried_first_is_refused(password: str):
    assert is_common(password)
    assert fault_of_password(password, name=NAME)


@pytest.mark.parametrize("password", ["asharao1", "Asha Rao 2026", "quizapp123", "aSHA.rAO!"])
def test_what_stands_on_the_page_is_refused(password: str):
    assert fault_of_password(password, name=NAME)


def test_it_knows_more_than_three_thousand():
    ends = ("", "1", "12", "123", "1234", "!", "@123", "2024", "2025", "007", "#1", "99")
    forms = {form(word) + end for word in WORDS for form in (str, str.title) for end in ends}

    assert len({one for one in forms if is_common(one)}) > 3_000
