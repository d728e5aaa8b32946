"""The audit of an attempt: its chain recomputed from the rows, link by link."""

from datetime import datetime
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.store.attempts import AttemptRecord
from quizapp.store.chain import link
from quizapp.store.learners import LearnerId
from quizapp.store.opening import NewAttempt, NewShowing, origin
from quizapp.store.responses import log_of, response_link
from quizapp.store.showings import ShowingRecord, ShownOption


def seal(previous: str, *, finished_at: datetime, earned: Fraction) -> str:
    """Return the last link of a finished attempt."""
    return link(previous, {"finished_at": finished_at, "earned": earned})


def first_fault(session: Session, attempt_id: str) -> str | None:
    """Return where the rows of an attempt are not what was stored; None where all are.

    Args:
        attempt_id: the public id.
    """
    attempt = session.scalars(
        select(AttemptRecord).where(AttemptRecord.public_id == attempt_id)
    ).one()
    showings = session.scalars(
        select(ShowingRecord)
        .where(ShowingRecord.attempt_id == attempt.id)
        .order_by(ShowingRecord.position)
    ).all()
    previous = origin(_attempt(attempt), [_showing(showing) for showing in showings])
    if previous != attempt.origin:
        return "the attempt or what it shows"
    names = {showing.id: showing.public_id for showing in showings}
    for number, (response, stored_link) in enumerate(log_of(session, attempt.id), start=1):
        previous = response_link(previous, names[response.showing], response)
        if previous != stored_link:
            return f"response {number}"
    if attempt.finished_at is None or attempt.earned is None:
        return None
    end = seal(previous, finished_at=attempt.finished_at, earned=attempt.earned)
    return None if end == attempt.seal else "the end or the score"


def _attempt(record: AttemptRecord) -> NewAttempt:
    return NewAttempt(
        public_id=record.public_id,
        learner_id=LearnerId(record.learner_id),
        bundle=record.bundle,
        size=record.size,
        feedback_each=record.feedback_each,
        seed=record.seed,
        settings=record.settings,
        start_key=record.start_key,
        started_at=record.started_at,
    )


def _showing(record: ShowingRecord) -> NewShowing:
    return NewShowing(
        public_id=record.public_id,
        position=record.position,
        item_digest=record.item_digest,
        options=tuple(ShownOption(**option) for option in record.options),
        themes=tuple(record.themes),
        kind_label=record.kind_label,
        how=record.how,
    )
