"""Lists of attempts, counted in the database: one query however many there are."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Integer, bindparam, exists, func, select
from sqlalchemy.orm import Session

from quizapp.store.attempts import ATTEMPT, Attempt, AttemptRecord
from quizapp.store.bundles import BundleRecord
from quizapp.store.learners import LearnerId
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord
from quizapp.store.statements import Query


@dataclass(frozen=True, slots=True)
class Listed:
    """An attempt with how many questions it has and how many of them have a response."""

    attempt: Attempt
    count: int
    answered: int


def attempts_of(session: Session, learner_id: LearnerId) -> list[Listed]:
    """Return the attempts of a learner, the latest first."""
    return _ALL.all(session, learner_id=learner_id)


def open_attempts_of(session: Session, learner_id: LearnerId, *, most: int) -> list[Listed]:
    """Return the latest attempts of a learner that are not finished, the latest first."""
    return _OPEN.all(session, learner_id=learner_id, most=most)


def _listed(*columns: Any) -> Listed:  # noqa: ANN401  # the columns of the query below, as they are
    *attempt, count, answered = columns
    return Listed(Attempt(*attempt), count, answered)


_SHOWN: Final = select(func.count(ShowingRecord.id)).where(
    ShowingRecord.attempt_id == AttemptRecord.id
)
_ANSWERED: Final = _SHOWN.where(exists().where(ResponseRecord.showing_id == ShowingRecord.id))
_LATEST_FIRST: Final = (
    select(*ATTEMPT, _SHOWN.scalar_subquery(), _ANSWERED.scalar_subquery())
    .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
    .where(AttemptRecord.learner_id == bindparam("learner_id"))
    .order_by(AttemptRecord.started_at.desc(), AttemptRecord.id.desc())
)
_ALL: Final = Query(_LATEST_FIRST, _listed)
_OPEN: Final = Query(
    _LATEST_FIRST.where(AttemptRecord.finished_at.is_(None)).limit(
        bindparam("most", type_=Integer)
    ),
    _listed,
)
