"""What messages offer instead of an unknown word."""

import pytest

from quizapp.core.text.offering import nearest, some_of


@pytest.mark.parametrize(
    ("word", "near"), [("mayer", "mayor"), ("mayor", "mayor"), ("x", None), ("", None)]
)
def test_the_nearest_word_is_offered_if_one_is_near(word: str, near: str | None) -> None:
    assert nearest(word, {"mayor": 1, "secretary": 2}) == near


def test_nothing_is_offered_for_what_is_longer_than_any_word() -> None:
    assert nearest("a" * 65, ["a" * 64]) is None


def test_few_names_are_all_named_and_of_many_some() -> None:
    assert some_of(["a", "b"]) == "a, b"
    assert some_of([str(n) for n in range(20)]).endswith("10, 11 and 8 more")
