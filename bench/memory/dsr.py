"""World A: difficulty, stability and retrievability, by the equations of FSRS-6.

The laws are those that our forecasts believe in; the learner's weights are not, nor the stability
and difficulty with which each fact begins. Written out anew here, so that what is true does not
come from the code that is judged; with default weights both say the same, which a test holds.
"""

from math import exp, pow
from random import Random
from typing import Final

from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

from bench.memory.worlds import World

#: How much the weights differ between learners: standard deviations of their logarithms. The
#: first four are stabilities in days, which differ the most.
_SPREAD_OF_FIRST, _SPREAD = 0.5, 0.15
#: How much facts differ for one learner: of the first stability's logarithm, of difficulty.
_SPREAD_OF_FACTS, _SPREAD_OF_DIFFICULTY = 0.5, 1.0
_AGAIN, _GOOD, _EASY = 1, 3, 4
_LEAST_STABLE: Final = 0.001


class DsrWorld(World):
    """Memories that have a stability in days and a difficulty, 1 to 10."""

    def __init__(
        self, facts: int, rng: Random, *, weights: tuple[float, ...] | None = None
    ) -> None:
        """Draw a learner; with ``weights`` given, one who has those and all facts alike."""
        super().__init__(facts, rng)
        self._w = weights or _drawn_weights(rng)
        spread = 0.0 if weights else 1.0
        self._first = [exp(rng.gauss(0, _SPREAD_OF_FACTS) * spread) for _ in range(facts)]
        self._harder = [rng.gauss(0, _SPREAD_OF_DIFFICULTY) * spread for _ in range(facts)]
        self._factor = 0.9 ** (-1 / self._w[20]) - 1
        self._stability: list[float | None] = [None] * facts
        self._difficulty = [0.0] * facts
        self._last = [0] * facts

    def recall(self, fact: int, day: int) -> float:
        """Return R = (1 + F t / S) ^ -w20, with F such that R(S, S) = 0.9."""
        stability = self._stability[fact]
        if stability is None:
            return self._known[fact]
        days = day - self._last[fact]
        return pow(1 + self._factor * days / stability, -self._w[20])

    def practise(self, fact: int, day: int, retrieved: bool, gain: float) -> None:
        """Take what is retrieved for Good, with S' = S + gain (S_good - S); else for Again."""
        grade = _GOOD if retrieved else _AGAIN
        before, hard = self._stability[fact], self._difficulty[fact]
        if before is None:
            after = self._w[grade - 1] * self._first[fact]
            harder = self._first_difficulty(grade) + self._harder[fact]
        elif retrieved:
            after = self._after_success(before, hard, self.recall(fact, day))
            harder = self._next_difficulty(hard, grade)
        else:
            after = self._after_lapse(before, hard, self.recall(fact, day))
            harder = self._next_difficulty(hard, grade)
        if retrieved:
            after = (before or 0.0) + gain * (after - (before or 0.0))
        self._stability[fact] = max(after, _LEAST_STABLE)
        self._difficulty[fact] = min(max(harder, 1.0), 10.0)
        self._last[fact] = day

    def _after_success(self, stability: float, hard: float, recall: float) -> float:
        w = self._w
        spaced = exp((1 - recall) * w[10]) - 1
        grown = exp(w[8]) * (11 - hard) * pow(stability, -w[9]) * spaced
        return stability * (1 + grown)

    def _after_lapse(self, stability: float, hard: float, recall: float) -> float:
        w = self._w
        size = pow(stability + 1, w[13]) - 1
        left = w[11] * pow(hard, -w[12]) * size * exp((1 - recall) * w[14])
        return min(left, stability / exp(w[17] * w[18]))

    def _first_difficulty(self, grade: int) -> float:
        return self._w[4] - exp(self._w[5] * (grade - 1)) + 1

    def _next_difficulty(self, hard: float, grade: int) -> float:
        w = self._w
        moved = hard + (10 - hard) / 9 * (-w[6] * (grade - 3))
        return w[7] * self._first_difficulty(_EASY) + (1 - w[7]) * moved


def _drawn_weights(rng: Random) -> tuple[float, ...]:
    drawn = []
    for place, weight in enumerate(DEFAULT_PARAMETERS):
        spread = _SPREAD_OF_FIRST if place < 4 else _SPREAD
        moved = weight * exp(rng.gauss(0, spread))
        least, most = LOWER_BOUNDS_PARAMETERS[place], UPPER_BOUNDS_PARAMETERS[place]
        drawn.append(min(max(moved, least), most))
    return tuple(drawn)
