"""The state of one memory, and what FSRS-6 says of it: chance of recall, and when to ask again.

How a review changes a state stands in ``evidence``; the equations themselves are the library's.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from fsrs import Card, Rating, Scheduler, State

from quizapp.core.memory.weights import USUAL, Weights, parameters

#: The share of recall that reviews aim at; a learner may choose another, 0.80 to 0.95.
DESIRED_RETENTION: Final = 0.9
#: No interval is longer, in days: about a hundred years.
LONGEST_INTERVAL: Final = 36_500


@lru_cache(maxsize=64)
def _fsrs(weights: Weights) -> Scheduler:
    """Return FSRS-6 with some weights.

    No fuzz: the same log gives the same states. No steps of minutes: days are all that counts. The
    intervals are our own (``interval``), so the library's are kept short of the calendar's end.
    """
    return Scheduler(
        parameters(weights),
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
        maximum_interval=1,
    )


#: The curve is everybody's: no weight that differs is in it.
_CURVE: Final = _fsrs(USUAL)
_DECAY: Final = _CURVE.parameters[20]
#: Chosen so that R(S, S) = 0.9.
_FACTOR: Final = 0.9 ** (-1 / _DECAY) - 1
#: The library takes moments; it is told of days since this one.
_START: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of one learner's memory of one slot.

    Attributes:
        stability: days until the chance of recall has fallen to 0.9; at least 0.001.
        difficulty: 1 (easy to keep) to 10.
        last_day: the study day of the last review.
        reps: reviews that counted.
        lapses: of these, the failures on a later day than the review before.
    """

    stability: float
    difficulty: float
    last_day: date
    reps: int = 1
    lapses: int = 0


def retrievability(memory: Memory, day: date) -> float:
    """Return the chance of recall on a study day, in (0, 1].

    1 on the day of the last review, for hours are not counted; exactly 0.9 when ``stability`` days
    have passed. A day before the last review counts as that day.

    Source: FSRS-6, R(t, S) = (1 + F t / S) ^ -w20 (open-spaced-repetition, 2025).
    """
    return _CURVE.get_card_retrievability(_card(memory), _START + elapsed(memory, day))


def stabilities_passed(memory: Memory, day: date) -> float:
    """Return the days since the last review over the stability: the more, the less is remembered.

    Memories stand in the reverse order of ``retrievability``, at a small part of its price.
    """
    return elapsed(memory, day).days / memory.stability


def interval(memory: Memory, desired_retention: float = DESIRED_RETENTION) -> int:
    """Return after how many days the chance of recall is down to the desired one, 1 to 36,500.

    Raises:
        ValueError: a retention outside (0, 1].

    Source: FSRS-6, the forgetting curve solved for t: S / F (r ^ (-1 / w20) - 1).
    """
    if not 0 < desired_retention <= 1:
        raise ValueError(f"a retention lies in (0, 1], not at {desired_retention}")
    days: float = memory.stability / _FACTOR * (desired_retention ** (-1 / _DECAY) - 1)
    return min(max(round(days), 1), LONGEST_INTERVAL)


def relative_interval(desired_retention: float) -> float:
    """Return how long intervals are for a desired retention, as a multiple of those for 0.9.

    Args:
        desired_retention: in (0, 1).

    Source: as ``interval``; the stability falls out.
    """
    return float((desired_retention ** (-1 / _DECAY) - 1) / _FACTOR)


def reviewed(
    memory: Memory | None, rating: Rating, day: date, weights: Weights = USUAL
) -> tuple[float, float]:
    """Return stability and difficulty after a review, by FSRS-6 alone.

    Args:
        memory: None where there was no review before.
        day: the study day; on that of the last review, the same-day formula applies.
    """
    if memory is None:
        card, moment = Card(card_id=0, due=_START), _START
    else:
        card, moment = _card(memory), _START + elapsed(memory, day)
    after, _log = _fsrs(weights).review_card(card, rating, moment)
    if after.stability is None or after.difficulty is None:
        raise TypeError("a reviewed card has a stability and a difficulty")
    return after.stability, after.difficulty


def elapsed(memory: Memory, day: date) -> timedelta:
    """Return the study days since the last review, never negative."""
    return max(day - memory.last_day, timedelta(0))


def _card(memory: Memory) -> Card:
    # With an id and a due time: without them the library reads the clock, and waits for it.
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_START,
        last_review=_START,
    )
