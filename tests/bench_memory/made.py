"""Worlds whose recall a test chooses, and courses in them."""

from random import Random

from bench.memory.forms import believed
from bench.memory.simulate import Learner, Size, learner
from bench.memory.worlds import World

SMALL = Size(1, 40, 30, 3, (0.8, 0.9, 0.96))


class Fixed(World):
    """A memory that nothing changes, and that keeps what was done to it."""

    def __init__(self, facts: int, recall: float) -> None:
        super().__init__(facts, Random(1))
        self._recall = recall
        self.practised: list[tuple[int, int, bool, float]] = []

    def recall(self, fact: int, day: int) -> float:
        return self._recall

    def practise(self, fact: int, day: int, retrieved: bool, gain: float) -> None:
        self.practised.append((fact, day, retrieved, gain))


def someone(size: Size = SMALL, seed: int = 1) -> Learner:
    """Return a learner for whom the forms are as believed."""
    return learner(size, Random(seed), believed)
