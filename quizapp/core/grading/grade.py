"""Grading: from an item and a response to a score. How much a score counts is left to quizzes."""

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.items.item import Item
from quizapp.core.responses import FORMATS, Response


def grade(item: Item, response: Response) -> Score:
    """Return what the response earns.

    Args:
        response: in the normal form that the item's format parsed; empty for a blank.
    """
    fraction = FORMATS[item.format].fraction(response, item)
    if not response:
        outcome = Outcome.BLANK
    elif fraction == 1:
        outcome = Outcome.RIGHT
    elif fraction == 0:
        outcome = Outcome.WRONG
    else:
        outcome = Outcome.PARTLY
    return Score(fraction, outcome)
