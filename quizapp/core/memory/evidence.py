"""What a response says of one memory, and the memory after it: our part on top of FSRS-6.

A right response may be a guess, a wrong one a slip. So the update is a mixture of two that FSRS
knows, weighed by ``k``, the chance that the slot was really remembered. Where nobody can guess or
slip, ``k`` is 1 or 0, and the update is that of FSRS-6 to the last bit.
"""

from dataclasses import dataclass
from datetime import date
from math import exp, log
from typing import Final

from fsrs import Rating

from quizapp.core.memory.forms import FormConstants
from quizapp.core.memory.state import Memory, elapsed, retrievability, reviewed
from quizapp.core.memory.weights import USUAL, Weights

#: The chance of recall of what was never reviewed: some of it is known from elsewhere.
UNREVIEWED: Final = 0.15
#: No prediction counts as surer than this when a response is weighed. On the day of a review the
#: curve says 1, for it counts whole days: each error would be a mere slip, and change nothing.
SUREST: Final = 0.95

#: FSRS keeps difficulty in here, and stability above this many days.
_EASIEST, _HARDEST, _LEAST_STABLE = 1.0, 10.0, 0.001


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one response says of one slot.

    Attributes:
        day: the study day of the response.
        retrieved: the chance that the slot was really remembered, 0 to 1: ``k``.
        rating: how FSRS rates it if so.
        gain: what remembering it in this form does for stability, as a share, 0 to 1.
        failed: whether the response failed on it; counts lapses, changes nothing else.
    """

    day: date
    retrieved: float
    rating: Rating = Rating.Good
    gain: float = 1.0
    failed: bool = False


def recall(memory: Memory | None, day: date) -> float:
    """Return the chance of free recall that a response is weighed with, in (0, 0.95]."""
    return UNREVIEWED if memory is None else min(retrievability(memory, day), SUREST)


def expected_success(chance: float, form: FormConstants, guess: float) -> float:
    """Return the chance of a right response, ``q (1 - s) + (1 - q) g``, in (0, 1).

    Args:
        chance: of free recall, in (0, 1).
        guess: ``g``, the chance to be right without knowing.
    """
    known = _success(chance, form)
    return known * (1 - form.slip) + (1 - known) * guess


def retrieved_if_right(chance: float, form: FormConstants, guess: float) -> float:
    """Return ``k = q (1 - s) / (q (1 - s) + (1 - q) g)``, 0 to 1.

    Args:
        chance: of free recall, in (0, 1).
        guess: ``g``, the chance to be right without knowing.

    Source: Bayes' rule; guess and slip as in knowledge tracing (Corbett and Anderson, 1995).
    """
    known = _success(chance, form) * (1 - form.slip)
    return known / (known + (1 - _success(chance, form)) * guess)


def retrieved_if_wrong(chance: float, form: FormConstants, guess: float) -> float:
    """Return ``k = q s / (q s + (1 - q) (1 - g))``, 0 to 1; arguments as if right."""
    slipped = _success(chance, form) * form.slip
    missed = (1 - _success(chance, form)) * (1 - guess)
    return slipped / (slipped + missed) if slipped else 0.0


def updated(memory: Memory | None, evidence: Evidence, weights: Weights = USUAL) -> Memory:
    """Return the memory after a response; None stands for one that there was none of.

    ``good = S + gain (S_good - S)``, ``S' = exp(k ln good + (1 - k) ln S_again)``,
    ``D' = k D_good + (1 - k) D_again``, where S is 0 before the first review, and "good" is the
    rating of the evidence.
    """
    k, day = evidence.retrieved, evidence.day
    if k == 1:
        stability, difficulty = _remembered(memory, evidence, weights)
    elif k == 0:
        stability, difficulty = reviewed(memory, Rating.Again, day, weights)
    else:
        good, easier = _remembered(memory, evidence, weights)
        again, harder = reviewed(memory, Rating.Again, day, weights)
        stability = exp(k * log(good) + (1 - k) * log(again))
        difficulty = k * easier + (1 - k) * harder
    return Memory(
        stability=max(stability, _LEAST_STABLE),
        difficulty=min(max(difficulty, _EASIEST), _HARDEST),
        last_day=day if memory is None else max(day, memory.last_day),
        reps=1 if memory is None else memory.reps + 1,
        lapses=0 if memory is None else memory.lapses + _lapsed(memory, evidence),
    )


def _success(chance: float, form: FormConstants) -> float:
    """Return ``q``: the chance to retrieve it in this form, logit(q) = logit(chance) + a."""
    return chance / (chance + (1 - chance) * exp(-form.advantage))


def _remembered(memory: Memory | None, evidence: Evidence, weights: Weights) -> tuple[float, float]:
    stability, difficulty = reviewed(memory, evidence.rating, evidence.day, weights)
    if evidence.gain != 1:  # S + 1 * (S_good - S) is S_good, but for rounding
        before = 0.0 if memory is None else memory.stability
        stability = before + evidence.gain * (stability - before)
    return stability, difficulty


def _lapsed(memory: Memory, evidence: Evidence) -> bool:
    return evidence.failed and elapsed(memory, evidence.day).days > 0
