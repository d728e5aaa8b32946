"""Weights of a learner's own: from the log, and kept where they forecast better.

They hold from a moment on, as settings do. Memories stay as they are and go on with them, so that a
replay, which takes for each review the weights of its time, gives the same to the last bit. Fitting
takes seconds: the log is read, then nobody's database is held, then what came of it is stored.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import Final, Protocol, TypeVar

from sqlalchemy.orm import Session

from quizapp.core.memory.fitting import ENOUGH, MOST_REVIEWS, Counted, Fit, fit, nobody_waits
from quizapp.core.memory.replay import Change, changes
from quizapp.core.memory.state import Memory
from quizapp.core.memory.weights import USUAL, Weights
from quizapp.services.learners import LearnerId, known_or_guest
from quizapp.services.replaying import counted_reviews
from quizapp.services.settings import zone_at
from quizapp.services.views import TryView, WeightsView
from quizapp.store.reviews import learners_with_reviews
from quizapp.store.studied import count_foretold
from quizapp.store.weights import (
    Decision,
    Tried,
    Verdict,
    add_decision,
    last_change,
    last_decision,
)

__all__ = [
    "ENOUGH",
    "Decision",
    "Verdict",
    "choose_weights",
    "learners_with_reviews",
    "try_fit",
    "weights_view",
]

T = TypeVar("T")

#: A fit is tried again when there are so many times as many reviews as at the last try.
_MORE: Final = 1.25
_MOMENT: Final = timedelta(microseconds=1)


class Running(Protocol):
    """A way to the database, as a store has them: to read, or to write."""

    def __call__(self, job: Callable[[Session], T], /) -> T:
        """Return what the job returns, run in a transaction of its own."""


@dataclass(frozen=True, slots=True)
class Material:
    """What weights are fitted to.

    Attributes:
        memories: as they were before the first of the reviews.
        reviews: the newest, in the order in which they counted.
        foretold: how many reviews were the first of a day and had a forecast.
        last: what was decided last.
    """

    memories: Mapping[str, Memory]
    reviews: Sequence[Counted]
    foretold: int
    last: Decision | None

    @property
    def weights(self) -> Weights:
        """Those in force."""
        return USUAL if self.last is None else self.last.weights


def try_fit(
    read: Running,
    write: Running,
    learner_id: LearnerId,
    *,
    clock: Callable[[], datetime],
    pause: Callable[[], None] = nobody_waits,
    forced: bool = False,
) -> Decision | None:
    """Fit weights to a learner's reviews, and keep them where they forecast better.

    Args:
        pause: is called every now and then, for it takes seconds.
        forced: whether to try even if that was done lately.

    Returns:
        What was decided; None where there are too few reviews, the learner wants no own weights,
        it is not time for another try, or something else was decided meanwhile.
    """
    found = read(partial(material, learner_id=learner_id, pause=pause, forced=forced))
    if found is None:
        return None
    fitted = fit(found.memories, found.reviews, found.weights, pause=pause)
    return write(
        partial(decide, learner_id=learner_id, made_from=found, fitted=fitted, clock=clock)
    )


def material(
    session: Session,
    *,
    learner_id: LearnerId,
    pause: Callable[[], None] = nobody_waits,
    forced: bool = False,
    most: int = MOST_REVIEWS,
) -> Material | None:
    """Return what weights are fitted to; None where it is not time to.

    It reads the whole log: for work in the background, not for a page.

    Args:
        pause, forced: as of ``try_fit``.
        most: reviews, the newest.
    """
    last, foretold = last_decision(session, learner_id), count_foretold(session, learner_id)
    is_off = last is not None and last.verdict is Verdict.OFF
    if is_off or foretold < ENOUGH or not (forced or _is_time(last, foretold)):
        return None
    before: dict[str, Memory] = {}
    memories: dict[str, Memory] = {}
    newest: deque[tuple[Counted, Mapping[str, Change]]] = deque()
    for _, _, one in counted_reviews(session, learner_id):
        found = changes(memories, one.review, one.zone, one.weights)
        memories.update(_after(found))
        newest.append((one, found))
        if len(newest) > most:
            _, gone = newest.popleft()
            before.update(_after(gone))
        pause()
    return Material(before, tuple(one for one, _ in newest), foretold, last)


def decide(
    session: Session,
    *,
    learner_id: LearnerId,
    made_from: Material,
    fitted: Fit | None,
    clock: Callable[[], datetime],
) -> Decision | None:
    """Store what a fit came to, unless something else was decided meanwhile (a write)."""
    if last_decision(session, learner_id) != made_from.last:
        return None
    verdict, tried, weights = Verdict.TOO_FEW, None, made_from.weights
    if fitted is not None:
        verdict = Verdict.KEPT if fitted.is_better else Verdict.NOT_BETTER
        weights = fitted.weights if fitted.is_better else weights
        losses = (fitted.before, fitted.after, fitted.error)
        tried = Tried(fitted.scored, fitted.held, *losses)
    since = _from_now(clock, made_from.last)
    decision = Decision(since, verdict, weights, made_from.foretold, tried)
    add_decision(session, learner_id, decision)
    return decision


def choose_weights(
    session: Session,
    *,
    learner_id: LearnerId | None,
    verdict: Verdict,
    clock: Callable[[], datetime],
) -> str | None:
    """Go back to the usual weights, for now or for good, or have own ones fitted again (a write).

    Args:
        verdict: ``USUAL``, ``OFF`` or ``ON``.

    Returns:
        The cookie of a newcomer, who is a guest from now on; else None.
    """
    learner = known_or_guest(session, learner_id, now=clock())
    last = last_decision(session, learner.id)
    is_off = last is not None and last.verdict is Verdict.OFF
    is_so = {
        Verdict.USUAL: last is None or last.weights == USUAL,
        Verdict.OFF: is_off,
        Verdict.ON: not is_off,
    }
    if not is_so[verdict]:
        reviews = count_foretold(session, learner.id)
        decision = Decision(_from_now(clock, last), verdict, USUAL, reviews)
        add_decision(session, learner.id, decision)
    return learner.cookie


def weights_view(session: Session, *, learner_id: LearnerId | None, now: datetime) -> WeightsView:
    """Return which weights a learner has, and what is known of how good they are."""
    if learner_id is None:
        return WeightsView(enough=ENOUGH)
    change, last = last_change(session, learner_id), last_decision(session, learner_id)
    zone = zone_at(session, learner_id, now)
    return WeightsView(
        enough=ENOUGH,
        is_off=change is not None and change.verdict is Verdict.OFF,
        own=_try_view(change, zone) if change and change.verdict is Verdict.KEPT else None,
        failed=_try_view(last, zone) if last and last.verdict is Verdict.NOT_BETTER else None,
    )


def _try_view(decision: Decision, zone: tzinfo) -> TryView:
    tried = decision.tried
    if tried is None:
        raise TypeError("a fit has figures")
    return TryView(
        at=decision.since.astimezone(zone),
        scored=tried.scored,
        held=tried.held,
        gain=1 - tried.after / tried.before,
    )


def _is_time(last: Decision | None, foretold: int) -> bool:
    return last is None or last.verdict is Verdict.ON or foretold >= _MORE * last.reviews


def _after(found: Mapping[str, Change]) -> dict[str, Memory]:
    return {slot: change.after for slot, change in found.items()}


def _from_now(clock: Callable[[], datetime], last: Decision | None) -> datetime:
    """Return from when a decision holds: later than all that was stored before it.

    The clock is read while nobody else writes, so that what counted before came before.
    """
    since = clock() + _MOMENT
    return since if last is None else max(since, last.since + _MOMENT)
