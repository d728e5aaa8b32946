"""Questions that ask the same in almost the same words."""

import pytest

from quizapp.core.items.item import Item
from quizapp.core.items.repeats import repeats
from tests.core.items.handmade import choosing, typing

ASKED = "Who was Foreign Secretary of India when the report was written?"


def by_hand(stem: str, key: str = "Asha Rao") -> Item:
    return choosing(stem, key, "Bela Sen", "Chand Roy", proof="author")


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("When the report was written, who was India's Foreign Secretary?", "Asha Rao"),
        ("who was the foreign secretary of India, as this report was being written", "Asha Rao."),
    ],
)
def test_the_same_words_with_the_same_key_ask_the_same(stem: str, key: str) -> None:
    assert list(repeats([by_hand(ASKED), by_hand(stem, key)])) == [(0, 1)]


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Who was Defence Secretary of India when the report was written?", "Asha Rao"),
        ("Who was Foreign Secretary of India in 2019 when the report was written?", "Asha Rao"),
        (ASKED, "Dev Nair"),
        ("Whom does the report call Foreign Secretary?", "Asha Rao"),
    ],
)
def test_another_name_number_or_key_or_other_words_ask_something_else(stem: str, key: str) -> None:
    assert list(repeats([by_hand(ASKED), by_hand(stem, key)])) == []


def test_what_is_written_by_hand_is_held_against_what_is_made_from_facts() -> None:
    made = typing(ASKED, "Asha Rao", "Rao")

    assert list(repeats([made, by_hand(ASKED)])) == [(1, 0)]


def test_what_is_made_from_facts_is_told_apart_by_its_slots_alone() -> None:
    assert list(repeats([typing(ASKED, "Asha Rao"), typing(ASKED, "Asha Rao")])) == []
