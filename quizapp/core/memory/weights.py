"""Weights: the numbers of FSRS-6 that may differ from learner to learner.

Of its 21 weights those that ratings of two sorts tell something of: where a memory begins, how it
grows, what a lapse leaves. The decay is everybody's, so that a curve R(t, S), an interval and each
stored stability mean the same whatever the weights are.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

#: Their places among the weights.
_AGAIN, _HARD, _GOOD, _EASY, _GROWTH, _LAPSE = 0, 1, 2, 3, 8, 11


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of FSRS-6; all others are the defaults.

    Attributes:
        again: w0, the stability after a first review that was failed, in days.
        good: w2, that after one that was not. After Hard and Easy it is in the same proportion to
            this as by default.
        growth: w8; stability grows with its exponential.
        lapse: w11; what a lapse leaves is in proportion to it.
    """

    again: float = DEFAULT_PARAMETERS[_AGAIN]
    good: float = DEFAULT_PARAMETERS[_GOOD]
    growth: float = DEFAULT_PARAMETERS[_GROWTH]
    lapse: float = DEFAULT_PARAMETERS[_LAPSE]

    @property
    def are_sound(self) -> bool:
        """Whether they lie within the library's bounds, and what was right begins more stable."""
        if not self.again <= parameters(self)[_HARD]:
            return False
        bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        return all(
            least <= weight <= most
            for weight, (least, most) in zip(parameters(self), bounds, strict=True)
        )


#: Those of whoever has no others: the defaults of FSRS-6, fitted by its authors to many people.
USUAL: Final = Weights()


@lru_cache(maxsize=64)
def parameters(weights: Weights) -> tuple[float, ...]:
    """Return all 21 weights, as the library takes them."""
    found = list(DEFAULT_PARAMETERS)
    if weights.good != USUAL.good:  # else the proportion is 1, but for rounding
        for place in (_HARD, _EASY):
            found[place] *= weights.good / USUAL.good
    found[_AGAIN], found[_GOOD] = weights.again, weights.good
    found[_GROWTH], found[_LAPSE] = weights.growth, weights.lapse
    return tuple(found)
