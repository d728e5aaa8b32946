"""Weights of a learner's own: on simulated learners, whose true memory is known, and on a real log.

A learner studies by the app's own rules and the usual weights. At some review weights are fitted as
the app does it, and held against the usual ones on all that came later, of which nobody knew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

from fsrs.scheduler import DEFAULT_PARAMETERS

from bench.memory.activation import ActivationWorld
from bench.memory.dsr import DsrWorld
from bench.memory.forms import MIXED, OPTIONS, Mix, believed
from bench.memory.policies import PerFact, Plan
from bench.memory.review_log import Answer, read
from bench.memory.rules import Core
from bench.memory.simulate import Size, learner, respond
from bench.memory.worlds import World
from quizapp.core.grading.score import Outcome
from quizapp.core.memory.fitting import Counted, Fit, fit, losses
from quizapp.core.memory.replay import changes
from quizapp.core.memory.review import PartOutcome, Review
from quizapp.core.memory.state import DESIRED_RETENTION, Memory
from quizapp.core.memory.surprise import surprises
from quizapp.core.memory.weights import USUAL

_FIRST_DAY: Final = date(2025, 1, 1)
_NOON: Final = time(12)


#: True weights that are not the usual ones: the first stabilities times the first number, growth
#: and the second, what a lapse leaves times the third.
_OTHERS: Final[Mapping[str, tuple[float, float, float]]] = MappingProxyType(
    {"usual": (1.0, 0.0, 1.0), "forgetful": (0.4, -0.6, 0.6), "retentive": (3.0, 0.4, 1.4)}
)
#: What the memory of a learner is truly like: FSRS with the usual weights or with others; with
#: weights and facts drawn at random; or no FSRS at all.
LEARNERS: Final = (*_OTHERS, "drawn", "activation")


def world_of(kind: str, facts: int, rng: Random) -> World:
    """Return the true memory of a learner of one of the ``LEARNERS``."""
    if kind == "activation":
        return ActivationWorld(facts, rng)
    if kind == "drawn":
        return DsrWorld(facts, rng)
    first, growth, lapse = _OTHERS[kind]
    weights = list(DEFAULT_PARAMETERS)
    weights[:4] = [first * one for one in weights[:4]]
    weights[8] += growth
    weights[11] *= lapse
    return DsrWorld(facts, rng, weights=tuple(weights))


@dataclass(frozen=True, slots=True)
class Trial:
    """What a fit was, and what it would have been worth.

    Attributes:
        fit: as the app has it.
        later: reviews after it that were scored.
        gain: by how much the mean log loss of those is less with the fitted weights, in nats.
    """

    fit: Fit
    later: int
    gain: float


def trial(reviews: Sequence[Counted], scored: int) -> Trial:
    """Fit to the first reviews, so many of them scored, and hold it against the later ones."""
    known: dict[str, Memory] = {}
    place = 0
    while scored > 0:
        one = reviews[place]
        scored -= len(surprises(one.review, known, one.zone))
        known |= {
            slot: change.after for slot, change in changes(known, one.review, one.zone).items()
        }
        place += 1
    found = fit({}, reviews[:place], USUAL)
    if found is None:
        raise ValueError("weights are fitted to more reviews than that")
    usual, fitted = (
        [loss for _, loss in losses(known, reviews[place:], weights)]
        for weights in (USUAL, found.weights)
    )
    return Trial(found, len(usual), (sum(usual) - sum(fitted)) / len(usual))


def simulated(kind: str, seed: int, size: Size, mix: Mix = MIXED) -> list[Counted]:
    """Return all reviews of a learner who studies what is due, by the usual weights."""
    one = learner(size, Random(f"{seed} luck"), believed)
    world = world_of(kind, size.facts, Random(f"{seed} memory"))
    plan = Plan(size.facts, size.new_a_day, DESIRED_RETENTION, mix, one.luck.forms)
    policy = PerFact(Core(), plan, ladder=True)
    found = []
    for day in range(size.days):
        for fact, form in policy.asked(day):
            right = respond(world, one, fact, form, day)
            policy.answered(fact, form, day, right)
            found.append(_counted(str(fact), form, day, right))
    return found


def real(path: Path) -> list[Counted]:
    """Return the reviews of the real log."""
    return [_of_log(one) for one in read(path)]


def _of_log(one: Answer) -> Counted:
    return _counted(one.card, "card", one.day, one.right)


def _counted(fact: str, form: str, day: int, right: bool) -> Counted:
    moment = datetime.combine(_FIRST_DAY + timedelta(day), _NOON, UTC)
    outcome = Outcome.RIGHT if right else Outcome.WRONG
    part = PartOutcome((f"set/{fact}/slot",), outcome, OPTIONS[form])
    return Counted(Review(f"{day} {fact}", moment, form, (part,), feedback=moment), UTC)
