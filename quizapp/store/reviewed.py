"""What each review did to each memory: one row a learner, slot and review, derived from the log.

From these the history of a slot is told, true retention, and the calendar; and the last review can
be taken back, for the row before it says how the memory was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import starmap
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.memory.state import Memory
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Insertion, Query

#: So many rows come from the database at a time.
_AT_A_TIME: Final = 1_000


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review of one slot.

    Attributes:
        slot: the slot key, ``set/fact/part``.
        showing: key of what was shown.
        day: the study day on which it was answered.
        format: how it was answered.
        recall: the chance of recall that was foretold for that day, 0..1; None of the first
            review. Of a later review on one day it is 1.
        failed: whether it was answered wrong or not at all.
        after: the memory after it. Its ``reps`` number the reviews of the slot.
    """

    slot: str
    showing: int
    day: date
    format: str
    recall: float | None
    failed: bool
    after: Memory


class ReviewedRecord(Base):
    """What one review did to one memory."""

    __tablename__ = "reviews"
    __table_args__ = (
        CheckConstraint("recall > 0 AND recall <= 1", name="recall"),
        CheckConstraint("number >= 1", name="number"),
        Index(None, "learner_id", "set_id", "day"),
        {"sqlite_with_rowid": False},
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    #: Of the reviews of the slot, from 1.
    number: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[str]
    showing_id: Mapped[int] = mapped_column(ForeignKey("showings.id"))
    #: The study day of the answer, and the last one of the memory after it.
    day: Mapped[date]
    last_day: Mapped[date]
    format: Mapped[str]
    recall: Mapped[float | None]
    failed: Mapped[bool]
    stability: Mapped[float]
    difficulty: Mapped[float]
    lapses: Mapped[int]


def add_reviews(session: Session, learner_id: LearnerId, reviews: Iterable[Reviewed]) -> None:
    """Store what reviews did, however many, in little memory."""
    _NEW.run_all(session, (_values(learner_id, one) for one in reviews))


def reviews_of_slot(session: Session, learner_id: LearnerId, slot: str) -> list[Reviewed]:
    """Return the reviews of a slot, in the order in which they counted."""
    return _OF_SLOT.all(session, learner=learner_id, slot=slot)


def reviews_since(
    session: Session, learner_id: LearnerId, set_id: str, since: date
) -> list[Reviewed]:
    """Return the reviews of a set's slots from a study day on, by day, slot and number."""
    found = _SINCE.all(session, learner=learner_id, set_id=set_id, since=since)
    return sorted(found, key=lambda one: (one.day, one.slot, one.after.reps))


def all_reviews_of(session: Session, learner_id: LearnerId) -> Iterator[Reviewed]:
    """Yield all reviews of a learner, slot by slot, in the order in which they counted.

    They are read row by row: there may be millions.
    """
    rows: Iterable[tuple[Any, ...]] = session.execute(
        _ALL, {"learner": learner_id}, execution_options={"yield_per": _AT_A_TIME}
    )
    yield from starmap(_reviewed, rows)


def take_back(session: Session, learner_id: LearnerId, slot: str, number: int) -> None:
    """Remove the last review of a slot."""
    session.execute(
        delete(ReviewedRecord).where(
            ReviewedRecord.learner_id == learner_id,
            ReviewedRecord.slot == slot,
            ReviewedRecord.number == number,
        )
    )


def forget_reviews(session: Session, learner_id: LearnerId) -> None:
    """Throw away all reviews of a learner, to be made again from the responses."""
    session.execute(delete(ReviewedRecord).where(ReviewedRecord.learner_id == learner_id))


def _values(learner_id: LearnerId, one: Reviewed) -> dict[str, Any]:
    memory = one.after
    return {
        "learner_id": learner_id,
        "slot": one.slot,
        "number": memory.reps,
        "set_id": one.slot.partition("/")[0],
        "showing_id": one.showing,
        "day": one.day,
        "last_day": memory.last_day,
        "format": one.format,
        "recall": one.recall,
        "failed": one.failed,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "lapses": memory.lapses,
    }


def _reviewed(
    slot: str,
    showing: int,
    day: date,
    format_: str,
    recall: float | None,
    failed: bool,  # a column
    *memory: Any,  # noqa: ANN401  # rows have no types
) -> Reviewed:
    stability, difficulty, last_day, number, lapses = memory
    after = Memory(stability, difficulty, last_day, number, lapses)
    return Reviewed(slot, showing, day, format_, recall, failed, after)


_COLUMNS: Final = (
    ReviewedRecord.slot,
    ReviewedRecord.showing_id,
    ReviewedRecord.day,
    ReviewedRecord.format,
    ReviewedRecord.recall,
    ReviewedRecord.failed,
    ReviewedRecord.stability,
    ReviewedRecord.difficulty,
    ReviewedRecord.last_day,
    ReviewedRecord.number,
    ReviewedRecord.lapses,
)
_MINE: Final = select(*_COLUMNS).where(ReviewedRecord.learner_id == bindparam("learner"))
_NEW: Final = Insertion(
    insert(ReviewedRecord), "learner_id", "set_id", *(one.key for one in _COLUMNS)
)
_OF_SLOT: Final = Query(
    _MINE.where(ReviewedRecord.slot == bindparam("slot")).order_by(ReviewedRecord.number), _reviewed
)
_SINCE: Final = Query(
    _MINE.where(
        ReviewedRecord.set_id == bindparam("set_id"), ReviewedRecord.day >= bindparam("since")
    ),
    _reviewed,
)
_ALL: Final = _MINE.order_by(ReviewedRecord.number)
