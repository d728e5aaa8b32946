"""What a review scores, and how far the forecast missed it."""

from datetime import UTC, timedelta
from math import log

import pytest
from fsrs import Rating

from quizapp.core.memory.review import PartOutcome
from quizapp.core.memory.state import Memory
from quizapp.core.memory.surprise import surprises
from tests.core.memory.reviews import BLANK, DAY, NOON, RIGHT, SLOT, WRONG, button, review

OTHER = "talks/other/holder"
#: After its stability the chance of recall is 0.9.
KNOWN = {slot: Memory(7.0, 5.0, DAY) for slot in (SLOT, OTHER)}


def told(*arguments, **more) -> dict[str, float]:
    return dict(surprises(review(*arguments, days=7, **more), KNOWN, UTC))


def test_of_a_card_it_is_the_log_loss_of_the_curve() -> None:
    right, wrong = (
        surprises(button(rating, days=7), KNOWN, UTC)[SLOT]
        for rating in (Rating.Good, Rating.Again)
    )

    assert (right, wrong) == pytest.approx((-log(0.9), -log(0.1)))


@pytest.mark.parametrize(
    ("format_name", "options", "right"),
    [
        # q = 0.9 e^0.8 / (0.9 e^0.8 + 0.1) = 0.95245; q (1 - s) + (1 - q) / m, by hand
        ("choice", 4, 0.95245 * 0.98 + 0.04755 / 4),
        ("true_false", 2, 0.95245 * 0.98 + 0.04755 / 2),
        ("typed", 0, 0.9 * 0.95),
    ],
)
def test_of_another_form_it_is_that_of_a_right_response_in_it(
    format_name: str, options: int, right: float
) -> None:
    one = told(RIGHT, format_name, options=options)[SLOT]
    other = told(WRONG, format_name, options=options)[SLOT]

    assert (one, other) == pytest.approx((-log(right), -log(1 - right)), abs=1e-3)


def test_a_blank_says_that_it_was_not_retrieved() -> None:
    assert told(BLANK, "typed")[SLOT] == pytest.approx(-log(0.1))
    assert told(BLANK, "choice")[SLOT] == pytest.approx(-log(0.04755), abs=1e-3)


def test_what_has_no_forecast_is_not_scored() -> None:
    later = review(days=7)

    assert surprises(later, {}, UTC) == {}
    assert surprises(review(days=0), KNOWN, UTC) == {}
    assert surprises(review(days=7, feedback=None), KNOWN, UTC) == {}
    assert set(surprises(later, KNOWN, UTC)) == {SLOT}


def test_a_guess_too_fast_to_be_read_is_not_scored() -> None:
    assert told(RIGHT, "choice", seconds=1.0) == {}
    assert told(WRONG, "choice", seconds=1.0)


def test_what_tells_of_several_slots_at_once_is_not_scored() -> None:
    assert told(RIGHT, "choice", slots=(SLOT, OTHER)) == {}


def test_parts_are_scored_each_and_a_slot_once_by_its_worst() -> None:
    wrong, right = (PartOutcome((SLOT,), one, 4) for one in (WRONG, RIGHT))
    beside = PartOutcome((OTHER,), RIGHT, 4)
    alone = told(WRONG, "matching")[SLOT]

    for parts in ((right, wrong, beside), (wrong, right, beside)):
        found = told(RIGHT, "matching", parts=parts)
        assert set(found) == {SLOT, OTHER}
        assert found[SLOT] == alone


def test_no_forecast_is_so_sure_that_its_failure_costs_all() -> None:
    sure = {SLOT: Memory(1e12, 1.0, DAY)}

    found = surprises(button(Rating.Again, days=1), sure, UTC)

    assert found[SLOT] == pytest.approx(-log(1e-6))
    assert review(days=1).answered == NOON + timedelta(1)
