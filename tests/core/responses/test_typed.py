"""Typed answers against accepted and ambiguous texts."""

import pytest

from quizapp.core.responses import FORMATS
from quizapp.core.responses.typed import LONGEST
from quizapp.errors import InvalidResponse
from tests.core.responses.examples import typed_item

TYPED = FORMATS["typed"]


@pytest.mark.parametrize("typed", ["United States", "the united states", "U.S.", "us", " US "])
def test_every_accepted_text_earns_all_however_it_is_written(typed: str) -> None:
    item = typed_item("United States", "US")

    assert TYPED.fraction(TYPED.parse([typed], item), item) == 1


def test_a_text_that_is_not_accepted_earns_nothing() -> None:
    item = typed_item("United States", "US")

    assert TYPED.fraction(("United Kingdom",), item) == 0


def test_a_text_is_kept_as_it_was_typed() -> None:
    assert TYPED.parse(["  the U.S. "], typed_item("United States")) == ("the U.S.",)


@pytest.mark.parametrize("typed", ["Singh", "singh", "Mr. Singh"])
def test_a_name_of_two_is_asked_again(typed: str) -> None:
    item = typed_item("Manmohan Singh", ambiguous=("Singh",), person=True)

    with pytest.raises(InvalidResponse, match="be more specific"):
        TYPED.parse([typed], item)


def test_a_full_name_beside_an_ambiguous_one_earns_all() -> None:
    item = typed_item("Manmohan Singh", ambiguous=("Singh",), person=True)

    assert TYPED.fraction(TYPED.parse(["Dr Manmohan Singh"], item), item) == 1


def test_honorifics_are_part_of_what_is_no_person() -> None:
    item = typed_item("Strange")

    assert TYPED.fraction(("Dr Strange",), item) == 0


@pytest.mark.parametrize("typed", ["", "   ", "…", '"?"', "\u200b"])
def test_marks_alone_are_nothing_typed(typed: str) -> None:
    with pytest.raises(InvalidResponse, match="Nothing is typed"):
        TYPED.parse([typed], typed_item("India"))


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidResponse, match="too long"):
        TYPED.parse(["x" * (LONGEST + 1)], typed_item("India"))


def test_two_texts_are_refused() -> None:
    with pytest.raises(InvalidResponse, match="type one"):
        TYPED.parse(["India", "Japan"], typed_item("India"))


def test_the_first_accepted_text_is_shown_as_the_key() -> None:
    assert TYPED.key_spoken(typed_item("United States", "US")) == "United States"
