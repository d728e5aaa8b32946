"""One course: a learner with a true memory, asked what a policy wants, day by day.

Everything that chance decides is drawn before, for each fact and day: so all policies meet the
same learner with the same luck, and their differences have small errors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt
from random import Random
from typing import Final

from bench.memory.forms import FEEDBACK_SECONDS, SECONDS, TrueForm, Truth
from bench.memory.policies import Policy
from bench.memory.worlds import World, shifted

#: So many days after the last one it is asked what is left.
LATER: Final = 30
#: A forecast is not taken for surer than this, so that log loss stays finite.
_SUREST: Final = 0.9999


@dataclass(frozen=True, slots=True)
class Size:
    """How large a simulation is.

    Attributes:
        learners: how many.
        days: how long each course lasts.
        facts: how many are to be learnt.
        new_a_day: how many are begun on a day.
        targets: the retentions that each policy is run at, rising; 0.9 is one of them.
    """

    learners: int
    days: int
    facts: int
    new_a_day: int
    targets: tuple[float, ...]


CI: Final = Size(4, 60, 80, 5, (0.8, 0.9, 0.96))
#: Errors of forecasts are read at one target, and differ so much between learners that the ratio of
#: two policies of four learners has a standard deviation of 0.1 over seeds: these are more.
CI_FORECASTS: Final = Size(16, 60, 80, 5, (0.9,))
LONG: Final = Size(12, 120, 150, 5, (0.6, 0.75, 0.85, 0.9, 0.94, 0.97))


@dataclass(frozen=True, slots=True)
class Luck:
    """What chance decides for one learner: for each fact and day a number in [0, 1).

    Attributes:
        forms: which form is drawn.
        retrieving: whether it is retrieved, below its chance.
        responding: whether the response is right, below its chance.
    """

    forms: tuple[tuple[float, ...], ...]
    retrieving: tuple[tuple[float, ...], ...]
    responding: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Learner:
    """One learner: how forms are, and what luck there is; the memory is made for each course."""

    forms: Mapping[str, TrueForm]
    luck: Luck


@dataclass(frozen=True, slots=True)
class Course:
    """What came of a course.

    Attributes:
        minutes: of study, in all.
        recall: mean true chance of free recall, over all facts and all mornings after the days in
            which they could all have been begun; what was never asked counts too.
        later: the same, 30 days after the end.
        log_loss: expected log loss of the forecasts of free recall of every fact that was asked
            before, each morning, in nats.
        rmse: root of the mean squared difference of forecast and true chance, of the same.
    """

    minutes: float
    recall: float
    later: float
    log_loss: float
    rmse: float


def learner(size: Size, rng: Random, truth: Truth) -> Learner:
    """Draw a learner."""
    forms = truth(rng)
    draws = [
        tuple(tuple(rng.random() for _ in range(size.days)) for _ in range(size.facts))
        for _ in range(3)
    ]
    return Learner(forms, Luck(*draws))


def course(policy: Policy, world: World, one: Learner, size: Size) -> Course:
    """Run a course; the policy and the world are used up."""
    recalls, losses, squares, seconds = [], [], [], 0.0
    begun_by = -(-size.facts // size.new_a_day)
    for day in range(size.days):
        for fact in range(size.facts):
            true = world.recall(fact, day)
            if day >= begun_by:
                recalls.append(true)
            forecast = policy.forecast(fact, day)
            if forecast is not None:
                losses.append(expected_loss(forecast, true))
                squares.append((forecast - true) ** 2)
        for fact, form in policy.asked(day):
            right = respond(world, one, fact, form, day)
            policy.answered(fact, form, day, right)
            seconds += SECONDS[form] + (0 if right else FEEDBACK_SECONDS)
    last = size.days - 1 + LATER
    return Course(
        minutes=seconds / 60,
        recall=_mean(recalls),
        later=_mean([world.recall(fact, last) for fact in range(size.facts)]),
        log_loss=_mean(losses),
        rmse=sqrt(_mean(squares)),
    )


def respond(world: World, one: Learner, fact: int, form: str, day: int) -> bool:
    """Return whether a response is right, and let the memory change by it."""
    true = one.forms[form]
    chance = shifted(world.recall(fact, day), true.advantage)
    retrieved = one.luck.retrieving[fact][day] < chance
    world.practise(fact, day, retrieved, true.gain)
    return one.luck.responding[fact][day] < (1 - true.slip if retrieved else true.guess)


def expected_loss(forecast: float, true: float) -> float:
    """Return the mean log loss of a forecast where success has the true chance; in nats."""
    sure = min(max(forecast, 1 - _SUREST), _SUREST)
    return -true * log(sure) - (1 - true) * log(1 - sure)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
