"""Lists of attempts, counted in the database: one query however many there are."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from quizapp.store.attempts import ATTEMPT, Attempt, AttemptRecord
from quizapp.store.bundles import BundleRecord
from quizapp.store.learners import LearnerId
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord


@dataclass(frozen=True, slots=True)
class Listed:
    """An attempt with how many questions it has and how many of them have a response."""

    attempt: Attempt
    count: int
    answered: int


def attempts_of(
    session: Session, learner_id: LearnerId, *, open_only: bool = False
) -> tuple[Listed, ...]:
    """Return the attempts of a learner, the latest first."""
    shown = select(func.count(ShowingRecord.id)).where(ShowingRecord.attempt_id == AttemptRecord.id)
    answered = shown.where(exists().where(ResponseRecord.showing_id == ShowingRecord.id))
    query = (
        select(
            *ATTEMPT,
            shown.scalar_subquery(),
            answered.scalar_subquery(),
        )
        .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
        .where(AttemptRecord.learner_id == learner_id)
        .order_by(AttemptRecord.started_at.desc(), AttemptRecord.id.desc())
    )
    if open_only:
        query = query.where(AttemptRecord.finished_at.is_(None))
    return tuple(
        Listed(Attempt(*columns), count, done) for *columns, count, done in session.execute(query)
    )
