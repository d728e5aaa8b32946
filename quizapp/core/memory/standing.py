"""How a slot stands with a learner on a day: never asked, failing, due or known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from quizapp.core.memory.state import Memory, retrievability

#: Below this chance of recall a slot is weak.
WEAK: Final = 0.7
#: Below this one it is failing: rather forgotten than known.
FAILING: Final = 0.5


class State(StrEnum):
    """How a slot stands."""

    NEVER = "never"
    FAILING = "failing"
    DUE = "due"
    KNOWN = "known"


#: Where words belong to several slots they are marked by the first of these.
WORST_FIRST: Final = (State.FAILING, State.DUE, State.NEVER, State.KNOWN)


@dataclass(frozen=True, slots=True)
class Standing:
    """One slot that was asked before.

    Attributes:
        slot: the slot key, ``set/fact/part``.
        recall: the chance of recall on the day, in (0, 1].
        due: the first day on which it is to be asked again.
        failed: whether its last review failed.
        fresh: whether that was on the day, so that its answer was shown on it.
        state: never ``NEVER``.
    """

    slot: str
    memory: Memory
    recall: float
    due: date
    failed: bool
    fresh: bool
    state: State

    @property
    def is_weak(self) -> bool:
        """Whether it is hardly remembered, or its last review failed."""
        return self.failed or self.recall < WEAK


def standing(slot: str, memory: Memory, *, due: date, failed: bool, day: date) -> Standing:
    """Return how a slot stands on a study day.

    Args:
        due: the first day on which it is to be asked again.
        failed: whether its last review failed.
    """
    recall = retrievability(memory, day)
    if failed or recall < FAILING:
        state = State.FAILING
    else:
        state = State.DUE if due <= day else State.KNOWN
    return Standing(slot, memory, recall, due, failed, memory.last_day >= day, state)
