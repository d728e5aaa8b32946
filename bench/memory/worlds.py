"""What a true memory is in a simulation, whatever its laws; no policy ever looks into one.

The two sets of laws are in ``dsr`` and ``activation``.
"""

from abc import ABC, abstractmethod
from math import exp, log
from random import Random

#: So much is known of a fact before it was ever asked, from elsewhere; learners differ.
_KNOWN_FROM, _KNOWN_TO = 0.05, 0.25


class World(ABC):
    """The memory of one learner for a number of facts, counted from 0; days count from 0 too."""

    def __init__(self, facts: int, rng: Random) -> None:
        """Draw what is known of each fact before it is first asked."""
        known = rng.uniform(_KNOWN_FROM, _KNOWN_TO)
        self._known = tuple(
            shifted(known, offset) for offset in (rng.gauss(0, 1) for _ in range(facts))
        )

    @abstractmethod
    def recall(self, fact: int, day: int) -> float:
        """Return the true chance of free recall on a day, in [0, 1], before anything is asked."""

    @abstractmethod
    def practise(self, fact: int, day: int, retrieved: bool, gain: float) -> None:
        """Change the memory by a response after which the learner saw what is right.

        Args:
            day: later than that of the practice before.
            gain: what retrieving it in this form does, as a share of free recall; 0 to 1.
        """


def shifted(chance: float, logits: float) -> float:
    """Return a chance moved by so many logits; 0 and 1 stay."""
    if chance in (0, 1):
        return chance
    return 1 / (1 + exp(-log(chance / (1 - chance)) - logits))
