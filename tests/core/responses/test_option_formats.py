"""Single choice, true or false, multiple choice."""

from fractions import Fraction

import pytest

from quizapp.core.responses import FORMATS
from quizapp.errors import InvalidResponse
from tests.core.responses.examples import option_item

CHOICES = FORMATS["choices"]


@pytest.mark.parametrize("name", ["choice", "true_false"])
def test_a_single_choice_takes_one_option(name: str) -> None:
    item = option_item(name, right={0}, count=2)

    with pytest.raises(InvalidResponse, match="choose one"):
        FORMATS[name].parse(["0", "1"], item)


@pytest.mark.parametrize("raw", ["4", "-1", "01", "1 ", "²", "B", ""])
@pytest.mark.parametrize("name", ["choice", "choices"])
def test_an_option_that_is_not_shown_is_refused(name: str, raw: str) -> None:
    item = option_item(name, right={0}, count=4)

    with pytest.raises(InvalidResponse, match="no such option"):
        FORMATS[name].parse([raw], item)


def test_a_multiple_choice_is_kept_ascending_and_once() -> None:
    item = option_item("choices", right={0, 2})

    assert CHOICES.parse(["2", "0", "2"], item) == ("0", "2")


@pytest.mark.parametrize(
    ("right", "count", "chosen", "earned"),
    [
        # Two of four are right: each wrong one beyond two chosen takes a right one away.
        ({0, 2}, 4, "02", Fraction(1)),
        ({0, 2}, 4, "0", Fraction(1, 2)),
        ({0, 2}, 4, "01", Fraction(1, 2)),
        ({0, 2}, 4, "012", Fraction(1, 2)),
        ({0, 2}, 4, "1", Fraction(0)),
        ({0, 2}, 4, "13", Fraction(0)),
        ({0, 2}, 4, "013", Fraction(0)),
        ({0, 2}, 4, "0123", Fraction(0)),
        # Three of four: one wrong leaves room for two right ones.
        ({0, 1, 2}, 4, "0123", Fraction(2, 3)),
        ({0, 1, 2}, 4, "01", Fraction(2, 3)),
        ({0, 1, 2}, 4, "013", Fraction(2, 3)),
        ({0, 1, 2}, 4, "3", Fraction(0)),
        # Three of six: choosing everything earns nothing.
        ({0, 1, 2}, 6, "012345", Fraction(0)),
        ({0, 1, 2}, 6, "0123", Fraction(2, 3)),
        ({0, 1, 2}, 6, "01234", Fraction(1, 3)),
        # One of four.
        ({1}, 4, "1", Fraction(1)),
        ({1}, 4, "12", Fraction(0)),
    ],
)
def test_a_multiple_choice_earns_its_exact_part(right, count, chosen, earned) -> None:
    item = option_item("choices", right=right, count=count)

    assert CHOICES.fraction(tuple(chosen), item) == earned


def test_a_choice_is_spoken_by_the_texts_of_its_options() -> None:
    item = option_item("choices", right={0, 2})

    assert CHOICES.spoken(("1", "2"), item) == "Austin; Kwatra"
