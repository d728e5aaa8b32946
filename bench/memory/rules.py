"""Rules: how one memory is updated by a response, forecast, and scheduled; of any fact or card.

A rule sees the form of a question and whether the response was right: never what is true. Ours is
the core as the app calls it; the others are what one could do instead.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import log
from typing import Final, Generic, TypeVar

from fsrs import Rating

from bench.memory.forms import OPTIONS
from quizapp.core.grading.score import Outcome
from quizapp.core.memory.evidence import (
    Evidence,
    recall,
    retrieved_if_right,
    retrieved_if_wrong,
    updated,
)
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.ladder import recalls
from quizapp.core.memory.replay import after
from quizapp.core.memory.review import PartOutcome, Review
from quizapp.core.memory.state import Memory, interval, retrievability

S = TypeVar("S")

_FIRST_DAY: Final = date(2025, 1, 1)


class Rule(ABC, Generic[S]):
    """What becomes of one memory; ``S`` is its state."""

    @abstractmethod
    def after(self, state: S | None, form: str, right: bool, day: int) -> S:
        """Return the state after a response; None stands for one that there was none of."""

    @abstractmethod
    def interval(self, state: S, target: float) -> int:
        """Return after how many days it is asked again, at least 1.

        Args:
            target: the retention aimed at, in (0, 1); of rules without one, how far their own
                intervals are stretched or shrunk, so that they too can be had at any effort.
        """

    @abstractmethod
    def forecast(self, state: S, day: int) -> float:
        """Return the chance of free recall that the rule predicts, in (0, 1]."""

    @abstractmethod
    def stability(self, state: S) -> float:
        """Return the days until the forecast is down to 0.9."""


class Fsrs(Rule[Memory]):
    """FSRS-6 by the core, told of each response what a reading of it says."""

    def __init__(self, reading: Callable[[Memory | None, str, bool, date], Evidence]) -> None:
        """Take how a response is read: state, form, whether right, and day to evidence."""
        self._reading = reading

    def after(self, state: Memory | None, form: str, right: bool, day: int) -> Memory:
        """Return the core's update on the evidence."""
        return updated(state, self._reading(state, form, right, _date(day)))

    def interval(self, state: Memory, target: float) -> int:
        """Return the core's interval."""
        return interval(state, target)

    def forecast(self, state: Memory, day: int) -> float:
        """Return the core's chance of recall."""
        return retrievability(state, _date(day))

    def stability(self, state: Memory) -> float:
        """Return FSRS's stability."""
        return state.stability


class Core(Fsrs):
    """The core by its front door: a review goes in, a memory comes out, as in the app."""

    def __init__(self) -> None:
        """Nothing is chosen: the core says how a response is read."""
        super().__init__(plainly)

    def after(self, state: Memory | None, form: str, right: bool, day: int) -> Memory:
        """Return what the core makes of the review."""
        answered = datetime.combine(_date(day), time(12), UTC)
        outcome = Outcome.RIGHT if right else Outcome.WRONG
        part = PartOutcome(("set/fact/slot",), outcome, OPTIONS[form])
        review = Review("", answered, form, (part,), feedback=answered)
        before = {} if state is None else {"set/fact/slot": state}
        return after(before, review, UTC)["set/fact/slot"]


def plainly(_state: Memory | None, _form: str, right: bool, day: date) -> Evidence:
    """Return that what is right was remembered, and what is wrong was not: Good or Again."""
    return Evidence(day, float(right), failed=not right)


def recognition_as_hard(state: Memory | None, form: str, right: bool, day: date) -> Evidence:
    """Return the plain reading, with Hard for what was right among options."""
    plain = plainly(state, form, right, day)
    return plain if recalls(form) else replace(plain, rating=Rating.Hard)


def typed_as_easy(state: Memory | None, form: str, right: bool, day: date) -> Evidence:
    """Return the plain reading, with Easy for what was typed right."""
    plain = plainly(state, form, right, day)
    return replace(plain, rating=Rating.Easy) if form == "typed" else plain


def guess_corrected(state: Memory | None, form: str, right: bool, day: date) -> Evidence:
    """Return the core's chance that it was remembered, with no discount for recognition."""
    constants = FORMS[form]
    weigh = retrieved_if_right if right else retrieved_if_wrong
    chance = weigh(recall(state, day), constants, constants.guess(OPTIONS[form]))
    return Evidence(day, chance, failed=not right)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A state of rules that know intervals only.

    Attributes:
        day: that of the last response.
        days: the interval from then on, in days.
        step: successes in a row, or the box.
        ease: by which the interval grows (SM-2).
    """

    day: int
    days: float
    step: int
    ease: float = 2.5


class Intervals(Rule[Scheduled]):
    """Rules that only schedule; read as a forecast, an interval is the days until 0.9.

    They know days only: of several responses on one day the first counts.
    """

    def after(self, state: Scheduled | None, form: str, right: bool, day: int) -> Scheduled:
        """Return the state after the first response of a day; later ones change nothing."""
        return state if state is not None and state.day == day else self._next(state, right, day)

    def interval(self, state: Scheduled, target: float) -> int:
        """Return the interval, stretched as an exponential curve would be to meet the target."""
        return max(round(state.days * log(target) / log(0.9)), 1)

    def forecast(self, state: Scheduled, day: int) -> float:
        """Return 0.9 ^ (t / interval)."""
        return float(0.9 ** ((day - state.day) / state.days))

    def stability(self, state: Scheduled) -> float:
        """Return the interval."""
        return state.days

    @abstractmethod
    def _next(self, state: Scheduled | None, right: bool, day: int) -> Scheduled:
        """Return the state after a response on a new day."""


class Sm2(Intervals):
    """SM-2 (Wozniak, 1990): 1 day, 6 days, then the interval before times the ease, rounded.

    Right is his grade 4, which leaves the ease as it is; wrong is his 2, which takes 0.32 off it.
    """

    def _next(self, state: Scheduled | None, right: bool, day: int) -> Scheduled:
        ease = 2.5 if state is None else state.ease
        if not right:
            return Scheduled(day, 1.0, 0, max(ease - 0.32, 1.3))
        step = 1 if state is None else state.step + 1
        if state is None or step == 1:
            return Scheduled(day, 1.0, 1, ease)
        days = 6.0 if step == 2 else float(round(state.days * ease))
        return Scheduled(day, days, step, ease)


class Leitner(Intervals):
    """Boxes (Leitner, 1972): a new card lies in the first, right is one up, wrong is all back."""

    BOXES: Final = (1.0, 3.0, 7.0, 14.0, 30.0, 60.0)

    def _next(self, state: Scheduled | None, right: bool, day: int) -> Scheduled:
        step = 0 if state is None or not right else min(state.step + 1, len(self.BOXES) - 1)
        return Scheduled(day, self.BOXES[step], step)


@cache
def _date(day: int) -> date:
    return _FIRST_DAY + timedelta(day)
