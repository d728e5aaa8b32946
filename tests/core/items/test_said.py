"""Statements found by their words."""

import pytest

from quizapp.core.items.said import Texts

ROADS = "We will build the long northern road together."
TEXTS = Texts(
    [
        ("roads", ROADS),
        ("part", "the long northern road"),
        ("same", "WE will build: the long northern road, together!"),
        ("other", "We will build a harbour in the south."),
        ("empty", "…"),
    ]
)


def test_a_text_is_found_inside_another_whatever_its_case_and_stops() -> None:
    found = set(TEXTS.inside(f"Who said “{ROADS.upper()}” that day?"))

    assert found == {"roads", "part", "same"}


def test_words_that_do_not_stand_one_after_the_other_are_not_found() -> None:
    assert not list(TEXTS.inside("The long road is a northern road."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ROADS, {"roads", "same", "part"}),
        ("the long northern road", {"part", "roads", "same"}),
        ("We will build a harbour in the south.", {"other"}),
    ],
)
def test_a_text_repeats_those_that_hold_it_and_those_that_it_holds(text, found) -> None:
    assert set(TEXTS.repeating(text)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We will build", {"roads", "same", "other"}),
        ("we will build the", {"roads", "same"}),
        ("the long", {"part"}),
        ("long northern", set()),
    ],
)
def test_those_that_begin_alike_are_found(words, found) -> None:
    assert set(TEXTS.beginning(words)) == found


def test_the_very_words_are_known() -> None:
    assert "The long northern road" in TEXTS
    assert "northern road" not in TEXTS
