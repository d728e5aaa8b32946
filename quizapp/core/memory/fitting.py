"""Fitting: weights of a learner's own, from the learner's own reviews, and whether they are better.

They are fitted to the older part of the log, and held against those in force on the newest part,
which they have not seen: only what forecasts that better, and by more than chance, is worth
anything. Who decides to use them, and from when, stands elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from math import exp, inf, sqrt
from typing import Final

from quizapp.core.memory.replay import changes
from quizapp.core.memory.review import Review
from quizapp.core.memory.searching import Place, least
from quizapp.core.memory.state import Memory
from quizapp.core.memory.surprise import surprises
from quizapp.core.memory.weights import USUAL, Weights

#: So many scored reviews are needed: four fifths to fit four numbers to, and a fifth of which a
#: difference can be told.
ENOUGH: Final = 400
#: The share of the scored reviews, the newest, that weights are not fitted to.
HELD_BACK: Final = 0.2
#: Weights are better if they are so by more than so many standard errors of the difference.
SURE: Final = 1.0
#: A fit looks at so many reviews at most, the newest: its work is bounded.
MOST_REVIEWS: Final = 5_000
#: How much learners differ: standard deviations of ln w0, ln w2, w8 and ln w11. The first two are
#: held loosely, for people begin very differently; the others are those by which the fit of
#: fsrs-rs (open-spaced-repetition, 2025) holds its weights to the defaults, as far as we fit them.
SPREAD: Final = (1.0, 1.0, 0.39, 0.2)
#: So often the reviews are gone through at most, and the fit ends where nothing is left to gain.
_MOST_LOOKS: Final = 100
_NEAR: Final = 0.05
#: Between so many reviews somebody else may have a turn.
_AT_A_TIME: Final = 16


@dataclass(frozen=True, slots=True)
class Counted:
    """A review, as it counted.

    Attributes:
        zone: the learner's, when it was answered.
        weights: the learner's, from when it counted.
    """

    review: Review
    zone: tzinfo
    weights: Weights = USUAL


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit came to.

    Attributes:
        weights: those that were fitted.
        scored: reviews with a forecast that was scored.
        held: of these, the newest, which they were not fitted to.
        before: the mean log loss of the forecasts of those, with the weights in force; in nats.
        after: the same, with the fitted ones.
        error: the standard error of the difference.
    """

    weights: Weights
    scored: int
    held: int
    before: float
    after: float
    error: float

    @property
    def is_better(self) -> bool:
        """Whether the fitted weights forecast better, and by more than chance."""
        return self.before - self.after > SURE * self.error


def nobody_waits() -> None:
    """Give nobody a turn."""


def fit(
    memories: Mapping[str, Memory],
    log_of_reviews: Sequence[Counted],
    weights: Weights,
    *,
    pause: Callable[[], None] = nobody_waits,
) -> Fit | None:
    """Return what fitting weights to reviews comes to; None where they are too few.

    Both weights are tried as they will be used: from the memories as they were, going on with them.

    Args:
        memories: as they were before the first of the reviews.
        log_of_reviews: in the order in which they counted.
        weights: those in force now.
        pause: is called every now and then, for the work takes seconds.
    """
    at_cut = dict(memories)
    scored = [len(one) for one in _told(dict(memories), log_of_reviews, None, pause)]
    count, place = sum(scored), 0
    if count < ENOUGH:
        return None
    older_ones = count - round(HELD_BACK * count)
    while older_ones > 0:
        older_ones -= scored[place]
        place += 1
    older, newest = log_of_reviews[:place], log_of_reviews[place:]
    for _ in _told(at_cut, older, None, pause):
        pass
    fitted = _fitted(memories, older, pause)
    mine, theirs = (losses(at_cut, newest, one, pause) for one in (weights, fitted))
    gains = [(slot, loss - other) for (slot, loss), (_, other) in zip(mine, theirs, strict=True)]
    return Fit(
        weights=fitted,
        scored=count,
        held=len(gains),
        before=sum(loss for _, loss in mine) / len(mine),
        after=sum(loss for _, loss in theirs) / len(theirs),
        error=standard_error(gains),
    )


def standard_error(values: Sequence[tuple[str, float]]) -> float:
    """Return the standard error of the mean of values that hang together by slot.

    Args:
        values: each with its slot.

    Source: Liang and Zeger (1986), of a mean: the sums of the residuals of each cluster, squared.
    """
    mean = sum(value for _, value in values) / len(values)
    clusters: dict[str, float] = {}
    for slot, value in values:
        clusters[slot] = clusters.get(slot, 0.0) + value - mean
    if len(clusters) < 2:
        return inf
    spread = sum(one * one for one in clusters.values()) * len(clusters) / (len(clusters) - 1)
    return sqrt(spread) / len(values)


def losses(
    memories: Mapping[str, Memory],
    log_of_reviews: Sequence[Counted],
    weights: Weights,
    pause: Callable[[], None] = nobody_waits,
) -> list[tuple[str, float]]:
    """Return the log loss of each scored review with its slot, memories going on from some."""
    told = _told(dict(memories), log_of_reviews, weights, pause)
    return [loss for one in told for loss in one.items()]


def _fitted(
    memories: Mapping[str, Memory], log_of_reviews: Sequence[Counted], pause: Callable[[], None]
) -> Weights:
    """Return the weights that are the likeliest, beforehand those being so that are usual."""

    def unlikelihood(place: Place) -> float:
        tried = _weights(place)
        if not tried.are_sound:
            return inf
        told = sum(loss for _, loss in losses(memories, log_of_reviews, tried, pause))
        return told + sum((at / spread) ** 2 / 2 for at, spread in zip(place, SPREAD, strict=True))

    start = (0.0,) * len(SPREAD)
    steps = [spread / 2 for spread in SPREAD]
    return _weights(least(unlikelihood, start, steps, most_looks=_MOST_LOOKS, near=_NEAR))


def _weights(place: Place) -> Weights:
    again, good, growth, lapse = place
    return Weights(
        again=USUAL.again * exp(again),
        good=USUAL.good * exp(good),
        growth=USUAL.growth + growth,
        lapse=USUAL.lapse * exp(lapse),
    )


def _told(
    memories: dict[str, Memory],
    log_of_reviews: Sequence[Counted],
    weights: Weights | None,
    pause: Callable[[], None],
) -> Iterator[Mapping[str, float]]:
    """Yield of each review the log losses of what it scores, by slot.

    Args:
        memories: as they are before; they go on.
        weights: None for those that were in force at each review.
    """
    for number, one in enumerate(log_of_reviews):
        yield surprises(one.review, memories, one.zone)
        found = changes(memories, one.review, one.zone, weights or one.weights)
        memories.update((slot, change.after) for slot, change in found.items())
        if number % _AT_A_TIME == 0:
            pause()
