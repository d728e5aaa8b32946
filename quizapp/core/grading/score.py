"""What a response earned."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Outcome(StrEnum):
    """A score in a word."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Score:
    """The exact fraction of the mark, in [0, 1], and its word."""

    fraction: Fraction
    outcome: Outcome
