"""Reviews: a learner's responses that count, in the order in which memory is told of them.

They are read row by row: whoever has answered a million times is replayed in little memory.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Select, bindparam, case, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.teaching.terms import Policy
from quizapp.store.assignments import AssignedRecord, AssignmentRecord
from quizapp.store.attempts import AttemptRecord
from quizapp.store.learners import LearnerId
from quizapp.store.responses import ResponseRecord, StoredResponse
from quizapp.store.showings import ShowingRecord
from quizapp.store.types import UtcDateTime

#: So many rows come from the database at a time.
_AT_A_TIME: Final = 1_000
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class StoredReview:
    """One response that counts.

    Attributes:
        item: digest of the item that was answered.
        feedback: when the learner was shown what is right.
        seconds: since the response before it in the attempt, or since its start.
    """

    item: str
    response: StoredResponse
    feedback: datetime
    seconds: float


def reviews_of(session: Session, learner_id: LearnerId) -> Iterator[StoredReview]:
    """Yield the reviews of a learner whose feedback was shown, in that order."""
    rows: Iterable[_Row] = session.execute(
        _REVIEWS, {"learner": learner_id}, execution_options={"yield_per": _AT_A_TIME}
    )
    # Of one moment by their keys, which databases do not order alike.
    for _, of_one_moment in groupby(map(_review, rows), key=_moment):
        yield from sorted(of_one_moment, key=lambda one: one.response.submission_key)


def _review(row: _Row) -> StoredReview:
    item, feedback, since, *stored = row
    showing, seq, key, response, fraction, outcome, received_at = stored
    score = Score(fraction, Outcome(outcome))
    taken = StoredResponse(showing, seq, key, tuple(response), score, received_at)
    return StoredReview(item, taken, feedback, (received_at - since).total_seconds())


def _moment(one: StoredReview) -> tuple[datetime, datetime]:
    return one.feedback, one.response.received_at


def learners_with_reviews(session: Session) -> list[LearnerId]:
    """Return the learners who answered anything, in the order in which they came."""
    query = (
        select(AttemptRecord.learner_id)
        .join(ShowingRecord, ShowingRecord.attempt_id == AttemptRecord.id)
        .join(ResponseRecord, ResponseRecord.showing_id == ShowingRecord.id)
        .distinct()
        .order_by(AttemptRecord.learner_id)
    )
    return [LearnerId(one) for one in session.scalars(query)]


def _reviews() -> Select[*tuple[Any, ...]]:
    """Select every response with the one before it, then those that count."""
    before = func.lag(ResponseRecord.received_at, type_=UtcDateTime()).over(
        partition_by=AttemptRecord.id, order_by=ResponseRecord.id
    )
    shown = case(
        (AttemptRecord.feedback_each, ResponseRecord.received_at),
        # Of an assignment that shows them when it is over, and the learner looks.
        (AssignmentRecord.policy == Policy.CLOSED.value, AssignedRecord.shown_at),
        else_=AttemptRecord.finished_at,
    )
    all_of_them = (
        select(
            ShowingRecord.item_digest,
            shown.label("feedback"),
            func.coalesce(before, AttemptRecord.started_at, type_=UtcDateTime()).label("since"),
            ResponseRecord.showing_id,
            ResponseRecord.seq,
            ResponseRecord.submission_key,
            ResponseRecord.response,
            ResponseRecord.fraction,
            ResponseRecord.outcome,
            ResponseRecord.received_at,
        )
        .select_from(AttemptRecord)
        .join(ShowingRecord, ShowingRecord.attempt_id == AttemptRecord.id)
        .join(ResponseRecord, ResponseRecord.showing_id == ShowingRecord.id)
        .outerjoin(AssignedRecord, AssignedRecord.attempt_id == AttemptRecord.id)
        .outerjoin(AssignmentRecord, AssignmentRecord.id == AssignedRecord.assignment_id)
        .where(AttemptRecord.learner_id == bindparam("learner"))
        .subquery()
    )
    later = aliased(ResponseRecord)
    return (
        select(all_of_them)
        .where(
            all_of_them.c.feedback.is_not(None),
            all_of_them.c.seq
            == select(func.max(later.seq))
            .where(later.showing_id == all_of_them.c.showing_id)
            .scalar_subquery(),
        )
        .order_by(all_of_them.c.feedback, all_of_them.c.received_at)
    )


_REVIEWS: Final = _reviews()
