"""Options that are numbers stand in their order, also where they are written by hand."""

from random import Random

import pytest

from quizapp.core.items.lints.option_order import option_order
from quizapp.core.items.positions import balanced
from quizapp.core.items.values import written_numbers
from tests.core.items.handmade import bank, choosing
from tests.core.items.posing import posed

OWN = """
questions:
  own:
    {format: choice, stem: How long was it?, right: 1200 km, wrong: ["1,500 km", 90 km, 7 km],
      cite: {teacher: x}}
"""


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["7", "1,200", "-3.5", "−4"], [7, 1200, -3.5, -4]),
        (["7 km", "12 km"], [7, 12]),
        (["about 7 km", "about 12 km"], [7, 12]),
    ],
)
def test_numbers_with_the_same_words_around_them_are_numbers(texts, numbers) -> None:
    assert written_numbers(texts) == numbers


@pytest.mark.parametrize(
    "texts", [[], ["7 km", "7 miles"], ["7", "seven"], ["10–20", "30–40"], ["2020-03", "2020-04"]]
)
def test_other_texts_are_none(texts) -> None:
    assert written_numbers(texts) is None


@pytest.mark.parametrize("seed", range(6))
def test_numbers_written_by_hand_are_printed_in_their_order_and_stay_in_it(seed) -> None:
    (item,) = balanced(posed("written", OWN, seed=seed), Random(seed))

    assert [option.text for option in item.options] == ["7 km", "90 km", "1200 km", "1,500 km"]
    assert item.key == (2,)


def test_numbers_that_are_not_in_their_order_are_told() -> None:
    assert option_order(choosing("How many?", "30", "7", "12"), bank()) is not None
    assert option_order(choosing("How many?", "7", "12", "30", right=(1,)), bank()) is None
