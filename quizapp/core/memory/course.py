"""The course of study until an exam, by expectation: what is asked each day, what is remembered.

A review's result is the mixture of its two results, each with its chance, as if a slot were many.
So there is no chance in it, and slots with one state are moved together: a course costs what there
are states, not slots.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from heapq import nsmallest
from typing import Final, NamedTuple

from quizapp.core.memory.evidence import UNREVIEWED, Evidence, recall, updated
from quizapp.core.memory.state import Memory, interval, retrievability
from quizapp.core.memory.weights import USUAL, Weights

#: What was never asked is asked twice on its first day: it is seldom known the first time.
ANSWERS_A_NEW: Final = 2
#: Of more memories than this a sample is followed, each for its like: R is off by about 0.003.
MOST_MEMORIES: Final = 1_000
#: To look which of so many waiting states come first costs as much as to move one.
_LOOKS_A_STEP: Final = 32
#: States are counted in days from here; any day would do.
_DAY_0: Final = date(2000, 1, 1)


class StudyDay(NamedTuple):
    """What a plan asks on one day.

    Attributes:
        reviews: slots that are asked again, one answer each.
        new: slots that are asked for the first time, ``ANSWERS_A_NEW`` answers each.
    """

    reviews: int
    new: int

    @property
    def answers(self) -> int:
        """How many answers it takes."""
        return self.reviews + ANSWERS_A_NEW * self.new


def expected_review(memory: Memory | None, day: date, weights: Weights = USUAL) -> Memory:
    """Return the memory after a review whose result nobody knows yet.

    ``S' = exp(R ln S_good + (1 - R) ln S_again)``, ``D' = R D_good + (1 - R) D_again``, where R is
    the chance of recall that an answer is weighed with.

    Args:
        memory: None where it was never reviewed.
        day: the study day of the review.

    Source: the update of ``evidence`` for an answer that is right with the chance R.
    """
    return updated(memory, Evidence(day, retrieved=recall(memory, day)), weights)


class State(NamedTuple):
    """A memory, as far as a course goes.

    Attributes:
        last: the day of the last review; 0 is the first of the course, earlier ones are negative.
    """

    stability: float
    difficulty: float
    last: int


def states_of(memories: Collection[Memory], first: date) -> Counter[State]:
    """Return the states with how many slots have each; of very many a sample, each for its like."""
    states = sorted(
        State(one.stability, one.difficulty, (one.last_day - first).days) for one in memories
    )
    found: Counter[State] = Counter()
    for run in _runs(states, MOST_MEMORIES):
        found[run[len(run) // 2]] += len(run)
    return found


def _runs(states: Sequence[State], most: int) -> Iterator[Sequence[State]]:
    """Yield the states in so many runs of the same length, or one longer; each alone if fewer."""
    count = min(len(states), most)
    for place in range(count):
        yield states[place * len(states) // count : (place + 1) * len(states) // count]


class Course:
    """What becomes of memories while somebody studies, day by day from day 0.

    Each day first what is due, the least remembered first, then what is new while answers are left.

    Args:
        states: of what was asked before, with how many slots have each.
        answers: that fit into a day.
        desired_retention: a slot is due when its chance of recall is down to this, in (0, 1).
        most_steps: so much work is done at most, in states that are moved.
        weights: the learner's.

    Attributes:
        new: slots that were never asked.
        due: states that wait, with how many slots have them.
        steps: work done so far.
        stopped: the day on which the work was too much.
    """

    def __init__(
        self,
        states: Counter[State],
        new: int,
        *,
        answers: int,
        desired_retention: float,
        most_steps: int,
        weights: Weights = USUAL,
    ) -> None:
        self.new = new
        self.due: Counter[State] = Counter()
        self.steps = 0
        self.stopped: int | None = None
        self._answers, self._retention, self._most_steps = answers, desired_retention, most_steps
        self._weights = weights
        self._later: dict[int, Counter[State]] = {}
        for state, count in states.items():
            self._put(state, count, interval(_memory(state), desired_retention))

    def study(self, day: int) -> StudyDay:
        """Study on the next day, unless there was too much work already."""
        self.due += self._later.pop(day, Counter())
        self.steps += len(self.due) // _LOOKS_A_STEP
        if self.stopped is None and self.steps > self._most_steps:
            self.stopped = day
        if self.stopped is not None:
            return StudyDay(0, 0)
        reviews = self._review(day)
        # Where something still waits, no answer is left.
        new = min(self.new, (self._answers - reviews) // ANSWERS_A_NEW)
        if new:
            self.new -= new
            stability, difficulty, wait = _learned(self._retention, self._weights)
            self._put(State(stability, difficulty, day), new, wait)
        return StudyDay(reviews, new)

    def asks_all(self, days: int) -> bool:
        """Study for so many days, or until nothing is new; return whether nothing is."""
        for day in range(days):
            self.study(day)
            if not self.new or self.stopped is not None:
                break
        return not self.new

    def recalled(self, day: int) -> float:
        """Return how many slots are expected to be remembered on a day, before its study."""
        known = sum(
            count * retrievability(_memory(state), _DAY_0 + timedelta(day - state.last))
            for states in (self.due, *self._later.values())
            for state, count in states.items()
        )
        return known + UNREVIEWED * self.new

    def _review(self, day: int) -> int:
        """Review what is due, the least remembered first; return how many slots."""
        left = self._answers
        # Recall falls with the share of the stability that has passed: no need to compute it.
        first = nsmallest(left, self.due, key=lambda one: ((one.last - day) / one.stability, one))
        for state in first:
            count = min(self.due[state], left)
            if not count:
                break
            left -= count
            self.due[state] -= count
            if not self.due[state]:
                del self.due[state]
            elapsed = max(day - state.last, 0)
            stability, difficulty, wait = _reviewed(
                state.stability, state.difficulty, elapsed, self._retention, self._weights
            )
            self._put(State(stability, difficulty, day), count, wait)
            self.steps += 1
        return self._answers - left

    def _put(self, state: State, count: int, wait: int) -> None:
        # What is overdue is due on the first day.
        self._later.setdefault(max(state.last + wait, 0), Counter())[state] += count


def _memory(state: State) -> Memory:
    return Memory(state.stability, state.difficulty, _DAY_0)


@lru_cache(maxsize=16)
def _learned(desired_retention: float, weights: Weights) -> tuple[float, float, int]:
    """Return stability, difficulty and interval of a new slot after its first day."""
    memory = None
    for _ in range(ANSWERS_A_NEW):
        memory = expected_review(memory, _DAY_0, weights)
    if memory is None:
        raise TypeError("what was asked has a memory")
    return memory.stability, memory.difficulty, interval(memory, desired_retention)


@lru_cache(maxsize=2**15)
def _reviewed(
    stability: float, difficulty: float, elapsed: int, desired_retention: float, weights: Weights
) -> tuple[float, float, int]:
    """Return stability, difficulty and interval after an expected review; the same in any plan."""
    before = Memory(stability, difficulty, _DAY_0)
    after = expected_review(before, _DAY_0 + timedelta(elapsed), weights)
    return after.stability, after.difficulty, interval(after, desired_retention)
