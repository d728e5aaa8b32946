"""What a learner's reviews of a set come to: by day, and which slots failed last.

Counted in the database: a page asks for a year of reviews.
"""

from datetime import date
from typing import Final

from sqlalchemy import and_, bindparam, case, func, select
from sqlalchemy.orm import Session

from quizapp.core.memory.studied import Studied
from quizapp.store.learners import LearnerId
from quizapp.store.memories import MemoryRecord
from quizapp.store.reviewed import ReviewedRecord
from quizapp.store.statements import Query, only


def studied_since(
    session: Session, learner_id: LearnerId, set_id: str, since: date
) -> list[Studied]:
    """Return the days with reviews of a set's slots, from a study day on, in order."""
    return _DAYS.all(session, learner=learner_id, set_id=set_id, since=since)


def failed_last(session: Session, learner_id: LearnerId, set_id: str) -> frozenset[str]:
    """Return the slots of a set whose last review failed."""
    return frozenset(_FAILED.all(session, learner=learner_id, set_id=set_id))


def _studied(day: date, reviews: int, again: int, right: int, foretold: float) -> Studied:
    return Studied(day, reviews, again, right, float(foretold))


_MINE: Final = and_(
    ReviewedRecord.learner_id == bindparam("learner"),
    ReviewedRecord.set_id == bindparam("set_id"),
)
# On the day of a review the chance of recall is 1, on each later one it is less: what was foretold
# to be less is the first review of its slot on that day, and there was one on a day before.
_AGAIN: Final = ReviewedRecord.recall < 1
_DAYS: Final = Query(
    select(
        ReviewedRecord.day,
        func.count(),
        func.sum(case((_AGAIN, 1), else_=0)),
        func.sum(case((and_(_AGAIN, ReviewedRecord.failed.is_(False)), 1), else_=0)),
        func.sum(case((_AGAIN, ReviewedRecord.recall), else_=0.0)),
    )
    .where(_MINE, ReviewedRecord.day >= bindparam("since"))
    .group_by(ReviewedRecord.day)
    .order_by(ReviewedRecord.day),
    _studied,
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
