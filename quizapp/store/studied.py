"""What a learner's reviews of a set come to: by day, and which slots failed last.

Of each review only what is counted is read: a page asks for a year of them.
"""

from datetime import date
from typing import Final

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session

from quizapp.core.memory.studied import Studied, by_day
from quizapp.store.learners import LearnerId
from quizapp.store.memories import MemoryRecord
from quizapp.store.reviewed import ReviewedRecord
from quizapp.store.statements import Query, columns, only


def days_of_reviews(
    session: Session, learner_id: LearnerId, set_id: str, since: date
) -> tuple[Studied, ...]:
    """Return the days with reviews of a set's slots, from a study day on, in order."""
    return by_day(_REVIEWS.all(session, learner=learner_id, set_id=set_id, since=since))


def failed_last(session: Session, learner_id: LearnerId, set_id: str) -> frozenset[str]:
    """Return the slots of a set whose last review failed."""
    return frozenset(_FAILED.all(session, learner=learner_id, set_id=set_id))


def count_foretold(session: Session, learner_id: LearnerId) -> int:
    """Return how many reviews of any set were the first of a day and had a forecast."""
    return _FORETOLD.one(session, learner=learner_id)


_REVIEWS: Final[Query[tuple[date, float | None, bool]]] = Query(
    select(ReviewedRecord.day, ReviewedRecord.recall, ReviewedRecord.failed).where(
        ReviewedRecord.learner_id == bindparam("learner"),
        ReviewedRecord.set_id == bindparam("set_id"),
        ReviewedRecord.day >= bindparam("since"),
    ),
    columns,
)
_FAILED: Final = Query(
    select(MemoryRecord.slot)
    .join(
        ReviewedRecord,
        and_(
            ReviewedRecord.learner_id == MemoryRecord.learner_id,
            ReviewedRecord.slot == MemoryRecord.slot,
            ReviewedRecord.number == MemoryRecord.reps,
        ),
    )
    .where(
        MemoryRecord.learner_id == bindparam("learner"),
        MemoryRecord.set_id == bindparam("set_id"),
        ReviewedRecord.failed.is_(True),
    ),
    only,
)
#: On the day of a review the chance of recall is 1, on each later one it is less.
_FORETOLD: Final[Query[int]] = Query(
    select(func.count()).where(
        ReviewedRecord.learner_id == bindparam("learner"), ReviewedRecord.recall < 1
    ),
    only,
)
