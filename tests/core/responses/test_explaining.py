"""Assertion and reason: nothing before the answer tells whether both are true."""

import pytest

from quizapp.core.responses import FORMATS
from quizapp.errors import InvalidResponse
from tests.core.items import bundled

FORM = FORMATS["statements"]
ITEMS = [*bundled.of_kind("assertion_reason"), *bundled.of_kind("statement_one_two")]
EXPLAINED = [item for item in ITEMS if len(item.parts) == 3]


def test_an_item_shows_two_statements_whether_both_are_true_or_not():
    assert EXPLAINED
    assert len(EXPLAINED) < len(ITEMS)

    for item in ITEMS:
        assert len(FORM.shown_parts(item)) == FORM.fields(item) == 2
        assert "explan" not in " ".join(text for _, text in FORM.shown_parts(item))


def test_two_true_statements_leave_open_whether_one_explains_the_other():
    for item in EXPLAINED:
        with pytest.raises(InvalidResponse, match="More than one answer fits"):
            FORM.parse(("t", "t"), item)


def test_after_the_answer_the_explanation_is_told_too():
    item = EXPLAINED[0]
    (right,) = item.chosen
    wrong = 1 - right  # of the two codes with both true

    reviews = FORM.reviews((str(wrong), "t", "t"), item)

    assert [review.right for review in reviews] == [True, True, False]
    assert reviews[2].why == item.parts[2].why
