"""Policies beside each other at equal minutes of study: the only comparison that is fair.

At one target one policy studies longer than another and so remembers more. So each is run at
several targets, and read off where it takes as long as plain FSRS does at its default target.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from random import Random
from statistics import mean, stdev
from typing import Final

from bench.memory.activation import ActivationWorld
from bench.memory.dsr import DsrWorld
from bench.memory.forms import Mix, Truth
from bench.memory.policies import PerFact, PerForm, Plan, Policy
from bench.memory.rules import (
    Core,
    Fsrs,
    Leitner,
    Sm2,
    guess_corrected,
    plainly,
    recognition_as_hard,
    typed_as_easy,
)
from bench.memory.simulate import Course, Learner, Size, course, learner
from bench.memory.worlds import World
from quizapp.core.memory.state import DESIRED_RETENTION

#: How a policy is made for a course.
Maker = Callable[[Plan], Policy]

PLAIN, PER_FORM, CORE = "plain FSRS", "FSRS per form", "core"

POLICIES: Final[Mapping[str, Maker]] = {
    PLAIN: lambda plan: PerFact(Fsrs(plainly), plan),
    PER_FORM: lambda plan: PerForm(Fsrs(plainly), plan, facts_first=False),
    "FSRS per form, facts first": lambda plan: PerForm(Fsrs(plainly), plan, facts_first=True),
    "choices right = Hard": lambda plan: PerFact(Fsrs(recognition_as_hard), plan),
    "typed right = Easy": lambda plan: PerFact(Fsrs(typed_as_easy), plan),
    "guess-corrected": lambda plan: PerFact(Fsrs(guess_corrected), plan),
    CORE: lambda plan: PerFact(Core(), plan),
    "plain FSRS, ladder": lambda plan: PerFact(Fsrs(plainly), plan, ladder=True),
    "core, ladder": lambda plan: PerFact(Core(), plan, ladder=True),
    "SM-2": lambda plan: PerFact(Sm2(), plan),
    "SM-2 per form": lambda plan: PerForm(Sm2(), plan, facts_first=False),
    "Leitner": lambda plan: PerFact(Leitner(), plan),
}
#: Those that claims are about.
CLAIMED: Final = {name: POLICIES[name] for name in (PLAIN, PER_FORM, CORE)}

WORLDS: Final[Mapping[str, Callable[[int, Random], World]]] = {
    "A": DsrWorld,
    "B": ActivationWorld,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Under what policies are compared.

    Attributes:
        world: a name of ``WORLDS``.
        mix: how often each form comes.
        truth: what the forms truly are.
        seed: the same gives the same learners with the same luck.
    """

    world: str
    mix: Mix
    truth: Truth
    size: Size
    seed: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one policy did for one learner.

    Attributes:
        recall, later: as of ``Course``, at the minutes of the plain policy.
        reached: whether it was run with both more and fewer minutes than that; if not, it was read
            at the target whose minutes come nearest.
        at_default: the course at the default target.
    """

    recall: float
    later: float
    reached: bool
    at_default: Course


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean over learners, with twice its standard error."""

    mean: float
    error: float


#: Readings by policy, one for each learner.
Readings = Mapping[str, Sequence[Reading]]


def readings(setting: Setting, policies: Mapping[str, Maker]) -> Readings:
    """Return every policy's readings of the same learners; the plain policy is among them."""
    found: dict[str, list[Reading]] = {name: [] for name in policies}
    for number in range(setting.size.learners):
        # A text as a seed: learners of neighbouring numbers have nothing in common.
        luck, memory = (f"{setting.seed} {number} {use}" for use in ("luck", "memory"))
        one = learner(setting.size, Random(luck), setting.truth)
        sweeps = {name: _sweep(maker, one, setting, memory) for name, maker in policies.items()}
        minutes = sweeps[PLAIN][DESIRED_RETENTION].minutes
        for name, sweep in sweeps.items():
            found[name].append(at_minutes(sweep, minutes))
    return found


def at_minutes(sweep: Mapping[float, Course], minutes: float) -> Reading:
    """Return a reading between the two courses whose minutes lie around the wanted ones."""
    courses = sorted(sweep.values(), key=lambda one: one.minutes)
    default = sweep[DESIRED_RETENTION]
    for low, high in pairwise(courses):
        if low.minutes <= minutes <= high.minutes and low.minutes < high.minutes:
            share = log(minutes / low.minutes) / log(high.minutes / low.minutes)
            return Reading(
                recall=low.recall + share * (high.recall - low.recall),
                later=low.later + share * (high.later - low.later),
                reached=True,
                at_default=default,
            )
    nearest = courses[0] if minutes < courses[0].minutes else courses[-1]
    reached = nearest.minutes == minutes
    return Reading(nearest.recall, nearest.later, reached, default)


def difference(ours: Sequence[float], theirs: Sequence[float]) -> Difference:
    """Return the mean of differences of the same learners, with twice its standard error."""
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    error = 2 * stdev(differences) / sqrt(len(differences)) if len(differences) > 1 else 0.0
    return Difference(mean(differences), error)


def _sweep(maker: Maker, one: Learner, setting: Setting, memory: str) -> dict[float, Course]:
    size, world = setting.size, WORLDS[setting.world]
    plans = {
        target: Plan(size.facts, size.new_a_day, target, setting.mix, one.luck.forms)
        for target in size.targets
    }
    # The same text makes the same memory anew for each course.
    return {
        target: course(maker(plan), world(size.facts, Random(memory)), one, size)
        for target, plan in plans.items()
    }
