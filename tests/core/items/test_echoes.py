"""Which statements say the same: by declaration, and by words that are the same as those."""

import pytest

from quizapp.core.items.echoes import echoing
from tests.core.items.handmade import statement

THIS, THAT = "We shall open our ports.", "All harbours will be free."


def said(**declared):
    """Return four statements; A and B have the same words, C and D others."""
    words = {"a": THIS, "b": "We shall  open OUR ports.", "c": THAT, "d": "It rained."}
    return [
        statement(slug, quote=quote, echoes=tuple(declared.get(slug, "")))
        for slug, quote in words.items()
    ]


@pytest.mark.parametrize(
    ("declared", "slug", "others"),
    [
        ({}, "a", ""),
        ({"c": "a"}, "c", "ab"),
        ({"c": "a"}, "a", "c"),
        ({"c": "a"}, "b", "c"),
        ({"c": "a"}, "d", ""),
        ({"c": "a", "d": "b"}, "c", "abd"),
        ({"c": "a", "d": "c"}, "d", "abc"),
        ({"b": "a"}, "a", "b"),
    ],
)
def test_what_echoes_one_echoes_all_that_have_its_words(declared, slug, others):
    assert echoing(said(**declared)).get(slug, frozenset()) == set(others)
