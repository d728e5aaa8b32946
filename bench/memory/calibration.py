"""How far default FSRS is off in a simulated world, by the measure that is known of real users.

With cards alone all policies of FSRS are one and the same, so a world that is set by this measure
is not set in favour of any.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log, sqrt
from random import Random
from typing import Final

from bench.memory.compare import WORLDS
from bench.memory.forms import believed
from bench.memory.policies import PerFact, Plan, Policy
from bench.memory.rules import Fsrs, plainly
from bench.memory.simulate import Size, course, learner
from quizapp.core.memory.state import DESIRED_RETENTION, Memory

#: Of default FSRS-6 over 9,999 real collections: RMSE in bins, and log loss (srs-benchmark, 2026).
REAL_RMSE, REAL_LOSS = 0.0927, 0.3661

_SIZE: Final = Size(1, 180, 300, 10, (DESIRED_RETENTION,))


@dataclass(frozen=True, slots=True)
class Review:
    """One review that was forecast.

    Attributes:
        forecast: the predicted chance, in (0, 1).
        right: what came.
        days: since the review before, at least 1.
        number: how many reviews there were of it before this one, at least 1.
        lapses: how many of those failed, the first not counted.
    """

    forecast: float
    right: bool
    days: int
    number: int
    lapses: int


def rmse_in_bins(reviews: Sequence[Review]) -> float:
    """Return how far forecasts and shares of success lie apart in bins of alike reviews.

    Source: RMSE(bins) of srs-benchmark (open-spaced-repetition): bins that widen by these factors
    over days, reviews and lapses.
    """
    bins = defaultdict[tuple[int, int, int], list[Review]](list)
    for one in reviews:
        key = (_step(one.days, 3.62), _step(one.number, 1.89), _step(one.lapses, 1.73))
        bins[key].append(one)
    off = (
        sum(one.right - one.forecast for one in alike) ** 2 / len(alike) for alike in bins.values()
    )
    return sqrt(sum(off) / len(reviews))


def cards_of(world: str, seed: int) -> list[Review]:
    """Return the reviews of one learner who only turns cards, at the default target."""
    one = learner(_SIZE, Random(f"{seed} luck"), believed)
    plan = Plan(_SIZE.facts, _SIZE.new_a_day, DESIRED_RETENTION, {"card": 1.0}, one.luck.forms)
    watched = _Watched(plan)
    course(watched, WORLDS[world](_SIZE.facts, Random(f"{seed} memory")), one, _SIZE)
    return watched.reviews


class _Watched(Policy):
    """Plain FSRS that keeps what it forecast."""

    def __init__(self, plan: Plan) -> None:
        self._watched: PerFact[Memory] = PerFact(Fsrs(plainly), plan)
        self._last: dict[int, tuple[int, int, int]] = {}
        self.reviews: list[Review] = []

    def asked(self, day: int) -> list[tuple[int, str]]:
        return self._watched.asked(day)

    def forecast(self, fact: int, day: int) -> float | None:
        return self._watched.forecast(fact, day)

    def answered(self, fact: int, form: str, day: int, right: bool) -> None:
        forecast = self._watched.forecast(fact, day)
        last, number, lapses = self._last.get(fact, (day, 0, 0))
        if forecast is not None:
            self.reviews.append(Review(forecast, right, day - last, number, lapses))
            lapses += not right
        self._last[fact] = (day, number + 1, lapses)
        self._watched.answered(fact, form, day, right)


def _step(count: int, factor: float) -> int:
    return floor(log(count) / log(factor)) if count else -1
