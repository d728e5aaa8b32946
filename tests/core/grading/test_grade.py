"""From a response to a score."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading.grade import grade
from quizapp.core.grading.score import Outcome, Score
from quizapp.core.responses import FORMATS
from tests.core.responses.examples import ITEMS, option_item


@pytest.mark.parametrize(
    ("response", "score"),
    [
        (("0", "2"), Score(Fraction(1), Outcome.RIGHT)),
        (("0",), Score(Fraction(1, 2), Outcome.PARTLY)),
        (("1",), Score(Fraction(0), Outcome.WRONG)),
        ((), Score(Fraction(0), Outcome.BLANK)),
    ],
)
def test_a_score_is_a_fraction_and_its_word(response, score) -> None:
    assert grade(option_item("choices", right={0, 2}), response) == score


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(data=st.data())
def test_every_format_is_graded_right_for_its_key(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])

    assert grade(item, FORMATS[name].key_response(item)) == Score(Fraction(1), Outcome.RIGHT)
