"""World B: activation by practice and decay (Pavlik and Anderson, 2005).

It knows no stability and no difficulty. Every practice leaves a trace that fades by a power of its
age, the faster the more active the memory was: so what is crammed is soon gone.
"""

from dataclasses import dataclass
from math import exp, inf, log
from random import Random
from typing import Final

from bench.memory.worlds import World

#: Decay of a practice: d = SCALE e^m + INTERCEPT (Pavlik and Anderson, 2005; their fits).
SCALE: Final = 0.217
INTERCEPT: Final = 0.177
#: Of these a practice is recalled with p = 1 / (1 + e^((THRESHOLD - m) / noise)).
THRESHOLD: Final = -0.704
#: Between sessions time passes slower, by this factor (their h).
_BETWEEN_SESSIONS: Final = 0.025
_SECONDS_A_DAY: Final = 86_400 * _BETWEEN_SESSIONS

#: Set with cards alone, where all policies of FSRS are one and the same: with these, default FSRS
#: is about as calibrated as on real users (``calibration``). The papers' tasks were harder.
_STRENGTH, _NOISE = 1.15, 0.37
#: How much learners and facts differ: standard deviations of activation, and of log decay.
_SPREAD_OF_LEARNERS, _SPREAD_OF_FACTS, _SPREAD_OF_DECAY = 0.2, 0.3, 0.1
#: Being shown what is right after a failure leaves less of a trace than recalling it.
_SHOWN: Final = 0.6


@dataclass(frozen=True, slots=True)
class Trace:
    """One practice.

    Attributes:
        seconds: when it was, in seconds of practice time.
        decay: the power by which it fades; above 0.
        weight: how much of a trace it left, 0 to 1.
    """

    seconds: float
    decay: float
    weight: float = 1.0


def activation(traces: list[Trace], seconds: float) -> float:
    """Return m = ln(sum of weight (t - t_k) ^ -d_k); minus infinity where nothing was practised.

    Args:
        seconds: t, later than every trace.

    Source: Pavlik and Anderson (2005); the weights as in Pavlik and Anderson (2008).
    """
    whole = 0.0
    for trace in traces:
        whole += trace.weight * (seconds - trace.seconds) ** -trace.decay
    return log(whole) if whole else -inf


def decay(active: float, *, intercept: float = INTERCEPT) -> float:
    """Return by which power a practice fades that came at an activation.

    Source: Pavlik and Anderson (2005).
    """
    return SCALE * exp(active) + intercept


def recalled(active: float, noise: float) -> float:
    """Return the chance of recall at an activation, 0 to 1. Source: the same."""
    return 1 / (1 + exp((THRESHOLD - active) / noise))


class ActivationWorld(World):
    """Memories that are heaps of fading traces."""

    def __init__(self, facts: int, rng: Random) -> None:
        """Draw a learner."""
        super().__init__(facts, rng)
        learner = _STRENGTH + rng.gauss(0, _SPREAD_OF_LEARNERS)
        self._strength = [learner + rng.gauss(0, _SPREAD_OF_FACTS) for _ in range(facts)]
        self._intercept = INTERCEPT * exp(rng.gauss(0, _SPREAD_OF_DECAY))
        self._traces: list[list[Trace]] = [[] for _ in range(facts)]

    def recall(self, fact: int, day: int) -> float:
        """Return the chance that activation, and what the fact adds to it, passes the threshold."""
        traces = self._traces[fact]
        if not traces:
            return self._known[fact]
        active = activation(traces, day * _SECONDS_A_DAY) + self._strength[fact]
        return recalled(active, _NOISE)

    def practise(self, fact: int, day: int, retrieved: bool, gain: float) -> None:
        """Leave a trace."""
        now = day * _SECONDS_A_DAY
        fading = decay(activation(self._traces[fact], now), intercept=self._intercept)
        self._traces[fact].append(Trace(now, fading, gain if retrieved else _SHOWN))
