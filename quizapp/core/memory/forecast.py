"""What is due, and what will be remembered if nobody studies."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from quizapp.core.memory.state import DESIRED_RETENTION, Memory, interval, retrievability

#: For so many days, today the first, the load is foretold.
LOAD_DAYS: Final = 14


def expected_recall(memories: Iterable[Memory], day: date) -> float:
    """Return how many slots are expected to be remembered on a day, if nobody studies until then.

    The sum of the chances of recall: exact for an expectation, however the memories hang together.
    Slots that were never reviewed have no memory and are not counted.
    """
    return sum(retrievability(memory, day) for memory in memories)


def due_day(memory: Memory, desired_retention: float = DESIRED_RETENTION) -> date:
    """Return the first day on which a slot is to be asked again."""
    days = min(interval(memory, desired_retention), (date.max - memory.last_day).days)
    return memory.last_day + timedelta(days)


def due(
    memories: Mapping[str, Memory], day: date, desired_retention: float = DESIRED_RETENTION
) -> tuple[str, ...]:
    """Return the slots that are due on a day or were before, the least remembered first."""
    waiting = {
        slot: retrievability(memory, day)
        for slot, memory in memories.items()
        if due_day(memory, desired_retention) <= day
    }
    return tuple(sorted(waiting, key=lambda slot: (waiting[slot], slot)))


def load(
    memories: Iterable[Memory],
    day: date,
    desired_retention: float = DESIRED_RETENTION,
    *,
    days: int = LOAD_DAYS,
) -> tuple[int, ...]:
    """Return how many slots fall due on each of the next days, the given day the first.

    What was due before is due on the first. Each slot counts once: that it comes back after its
    review is not foretold.
    """
    places = Counter(max((due_day(memory, desired_retention) - day).days, 0) for memory in memories)
    return tuple(places[place] for place in range(days))
