"""Difficulty bands: wrong options near the key make an item hard, far ones easy."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from statistics import median


class Band(StrEnum):
    """How hard items are to be, as far as their wrong options make them so."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    def strayed(self, candidates: Sequence[str], likeness: Callable[[str], float]) -> list[float]:
        """Return how far each candidate is from the likeness of the band: the least is best.

        Args:
            likeness: of a candidate to the key.
        """
        likely = [likeness(one) for one in candidates]
        match self:
            case Band.EASY:
                return likely
            case Band.HARD:
                return [-one for one in likely]
        middle = median(likely) if likely else 0.0
        return [abs(one - middle) for one in likely]
