"""What an exam is expected to give to one who remembers with some chance, and else guesses or not.

Whoever does not remember is taken to know nothing of the options: who can rule one out gains more
by guessing than is said here.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizapp.core.profiles.marks import Marks


class Unknown(StrEnum):
    """What to do with a question whose answer one does not know."""

    GUESS = "guess"
    BLANK = "blank"
    #: Both earn the same on average.
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class ExpectedMark:
    """What a question is expected to earn.

    Attributes:
        share: as a share of what a right answer earns, at most 1; below 0 where marks are lost.
        unknown: the better thing to do with what is not known, which ``share`` counts with.
    """

    share: float
    unknown: Unknown


def best_of_unknown(marks: Marks, options: int) -> tuple[Unknown, Fraction]:
    """Return what to do with a question that one knows nothing of, and what it earns on average.

    Args:
        options: to choose from, one of them right; at least 1.

    Source: the mean of a guess, right / m + wrong (1 - 1 / m), against a blank.
    """
    guess = (marks.right + (options - 1) * marks.wrong) / options
    if guess == marks.blank:
        return Unknown.EITHER, guess
    return (Unknown.GUESS, guess) if guess > marks.blank else (Unknown.BLANK, marks.blank)


def expected_mark(marks: Marks, options: int, recall: float) -> ExpectedMark:
    """Return what a question is expected to earn.

    A right answer has the chance R + (1 - R) / m where one guesses, R where one leaves blank what
    one does not know. Both are linear in R: the mean R of many slots gives the mean mark.

    Args:
        options: to choose from, one of them right; at least 1.
        recall: the chance to remember, 0 to 1.
    """
    unknown, earned = best_of_unknown(marks, options)
    return ExpectedMark(recall + (1 - recall) * float(earned / marks.right), unknown)
