"""What a short text says, however it is dressed."""

import pytest

from quizapp.core.text.sense import sense_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the port was opened", "Ports opened."),
        ("1,000 ships", "1000.0 ship"),
        ("Trade ties", "the trade-ties"),
        ("It was", "it was"),
    ],
)
def test_articles_endings_signs_and_ways_of_writing_a_number_do_not_count(
    one: str, other: str
) -> None:
    assert sense_of(one) == sense_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it rose", "it did not rise"),
        ("it rose", "it never rose"),
        ("fair before march", "march before fair"),
        ("C", "C++"),
        ("-3", "3"),
        ("a", "the"),
    ],
)
def test_denials_order_and_signs_of_numbers_do(one: str, other: str) -> None:
    assert sense_of(one) != sense_of(other)
