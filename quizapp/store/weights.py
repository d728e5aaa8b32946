"""Weights of memory by learner, with the moment from which they hold: one row a decision.

A decision is a fit, kept or not, or what the learner wanted. Rows are never changed: a replay takes
for each review the weights that held when it counted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.memory.weights import USUAL, Weights
from quizapp.store.append_only import append_only
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Query


class Verdict(StrEnum):
    """What was decided."""

    #: Fitted weights forecast better: they hold from then on.
    KEPT = "kept"
    #: They did not: those of before go on.
    NOT_BETTER = "not_better"
    #: There were too few reviews that can be scored: those of before go on.
    TOO_FEW = "too_few"
    #: The learner went back to the usual ones.
    USUAL = "usual"
    #: The learner wants none fitted, and the usual ones.
    OFF = "off"
    #: The learner wants them fitted again, which is how everybody begins.
    ON = "on"


@dataclass(frozen=True, slots=True)
class Tried:
    """What a fit came to; see ``core/memory/fitting.py``.

    Attributes:
        scored: reviews that were looked at and have a forecast.
        held: of these, the newest, which weights were not fitted to.
        before, after: the mean log loss of the forecasts of those, with the weights that were in
            force and with the fitted ones; in nats.
        error: the standard error of the difference.
    """

    scored: int
    held: int
    before: float
    after: float
    error: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a learner's weights.

    Attributes:
        since: from when on the weights hold.
        reviews: of slots on a later day than the one before that there were by then.
        tried: None where nothing was fitted.
    """

    since: datetime
    verdict: Verdict
    weights: Weights
    reviews: int
    tried: Tried | None = None


@append_only
class WeightsRecord(Base):
    """The weights of one learner from a moment on."""

    __tablename__ = "weights"
    __table_args__ = (
        CheckConstraint(
            "verdict IN ('kept', 'not_better', 'too_few', 'usual', 'off', 'on')", name="verdict"
        ),
        CheckConstraint(
            "(verdict IN ('kept', 'not_better')) = (scored IS NOT NULL AND held IS NOT NULL"
            " AND loss_before IS NOT NULL AND loss_after IS NOT NULL AND loss_error IS NOT NULL)",
            name="tried",
        ),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    #: w0, w2, w8 and w11 of FSRS-6.
    again: Mapped[float]
    good: Mapped[float]
    growth: Mapped[float]
    lapse: Mapped[float]
    reviews: Mapped[int]
    scored: Mapped[int | None]
    held: Mapped[int | None]
    loss_before: Mapped[float | None]
    loss_after: Mapped[float | None]
    loss_error: Mapped[float | None]


def weights_at(session: Session, learner_id: LearnerId, moment: datetime) -> Weights:
    """Return the weights that hold for what counts at a moment."""
    return _AT.first(session, learner=learner_id, moment=moment) or USUAL


def weights_of(session: Session, learner_id: LearnerId) -> list[tuple[datetime, Weights]]:
    """Return all weights of a learner, each with its first moment, in order."""
    return _ALL.all(session, learner=learner_id)


def last_decision(session: Session, learner_id: LearnerId) -> Decision | None:
    """Return what was decided last."""
    return _LAST.first(session, learner=learner_id)


def last_change(session: Session, learner_id: LearnerId) -> Decision | None:
    """Return the decision by which the present weights hold; None where none was ever taken."""
    return _CHANGE.first(session, learner=learner_id)


def add_decision(session: Session, learner_id: LearnerId, decision: Decision) -> None:
    """Store a decision.

    Raises:
        IntegrityError: there is one of that moment.
    """
    weights, tried = decision.weights, decision.tried
    session.execute(
        insert(WeightsRecord).values(
            learner_id=learner_id,
            since=decision.since,
            verdict=decision.verdict,
            again=weights.again,
            good=weights.good,
            growth=weights.growth,
            lapse=weights.lapse,
            reviews=decision.reviews,
            scored=tried and tried.scored,
            held=tried and tried.held,
            loss_before=tried and tried.before,
            loss_after=tried and tried.after,
            loss_error=tried and tried.error,
        )
    )


def _decision(
    since: datetime,
    verdict: str,
    again: float,
    good: float,
    growth: float,
    lapse: float,
    reviews: int,
    *tried: Any,  # noqa: ANN401  # rows have no types
) -> Decision:
    weights = Weights(again, good, growth, lapse)
    figures = None if tried[0] is None else Tried(*tried)
    return Decision(since, Verdict(verdict), weights, reviews, figures)


_WEIGHTS: Final = (
    WeightsRecord.again,
    WeightsRecord.good,
    WeightsRecord.growth,
    WeightsRecord.lapse,
)
_IS_MINE: Final = WeightsRecord.learner_id == bindparam("learner")
_NEWEST: Final = WeightsRecord.since.desc()
_AT: Final = Query(
    select(*_WEIGHTS)
    .where(_IS_MINE, WeightsRecord.since <= bindparam("moment"))
    .order_by(_NEWEST)
    .limit(1),
    Weights,
)


def _with_moment(since: datetime, *weights: float) -> tuple[datetime, Weights]:
    return since, Weights(*weights)


_ALL: Final = Query(
    select(WeightsRecord.since, *_WEIGHTS).where(_IS_MINE).order_by(WeightsRecord.since),
    _with_moment,
)
_DECISIONS: Final = (
    select(
        WeightsRecord.since,
        WeightsRecord.verdict,
        *_WEIGHTS,
        WeightsRecord.reviews,
        WeightsRecord.scored,
        WeightsRecord.held,
        WeightsRecord.loss_before,
        WeightsRecord.loss_after,
        WeightsRecord.loss_error,
    )
    .where(_IS_MINE)
    .order_by(_NEWEST)
    .limit(1)
)
_LAST: Final = Query(_DECISIONS, _decision)
_CHANGE: Final = Query(
    _DECISIONS.where(
        *(WeightsRecord.verdict != one.value for one in (Verdict.NOT_BETTER, Verdict.TOO_FEW))
    ),
    _decision,
)
