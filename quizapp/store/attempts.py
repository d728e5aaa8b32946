"""Attempts: one learner's way through one paper. What it shows stands in ``showings``."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.bundles import BundleRecord
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt as it is stored.

    Attributes:
        row: its key inside the database.
        public_id: its name outside, which cannot be guessed.
        bundle: digest of the set's revision.
        finished_at, earned: None while it is open.
        origin: the first link of its chain.
    """

    row: int
    public_id: str
    learner_id: LearnerId
    bundle: str
    set_id: str
    set_title: str
    feedback_each: bool
    started_at: datetime
    finished_at: datetime | None
    earned: Fraction | None
    origin: str

    @property
    def is_finished(self) -> bool:
        """Whether it takes no more responses."""
        return self.finished_at is not None


class AttemptRecord(Base):
    """An attempt."""

    __tablename__ = "attempts"
    __table_args__ = (
        CheckConstraint("size >= 1", name="size"),
        CheckConstraint("(finished_at IS NULL) = (earned IS NULL)", name="finished_is_scored"),
        CheckConstraint("(finished_at IS NULL) = (seal IS NULL)", name="finished_is_sealed"),
        Index(None, "learner_id", "started_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    bundle: Mapped[str] = mapped_column(ForeignKey("bundles.digest"), index=True)
    #: How many items were asked for; NULL for as many as can stand together.
    size: Mapped[int | None]
    feedback_each: Mapped[bool]
    #: What the items were drawn with.
    seed: Mapped[int] = mapped_column(BigInteger)
    #: Of the form that started it: a double click finds the attempt by it.
    start_key: Mapped[str] = mapped_column(unique=True)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    #: The sum of the fractions that count.
    earned: Mapped[Fraction | None]
    #: The first link of the chain, over this row and its showings.
    origin: Mapped[str]
    #: The last link, over the responses and the score.
    seal: Mapped[str | None]


def attempt_of(session: Session, learner_id: LearnerId, public_id: str) -> Attempt | None:
    """Return an attempt of this learner; None for anybody else's, as for no such attempt."""
    return _attempt(
        session,
        AttemptRecord.public_id == public_id,
        AttemptRecord.learner_id == learner_id,
    )


def attempt_started_with(session: Session, start_key: str) -> Attempt | None:
    """Return the attempt that this form started, whoever it belongs to."""
    return _attempt(session, AttemptRecord.start_key == start_key)


def close_attempt(
    session: Session, row: int, *, finished_at: datetime, earned: Fraction, seal: str
) -> None:
    """Store the end and the score of an attempt."""
    session.execute(
        update(AttemptRecord)
        .where(AttemptRecord.id == row)
        .values(finished_at=finished_at, earned=earned, seal=seal)
    )


def _attempt(session: Session, *conditions: ColumnElement[bool]) -> Attempt | None:
    query = (
        select(AttemptRecord, BundleRecord.set_id, BundleRecord.title)
        .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
        .where(*conditions)
    )
    found = session.execute(query).one_or_none()
    return None if found is None else read_attempt(*found)


def read_attempt(record: AttemptRecord, set_id: str, set_title: str) -> Attempt:
    """Return the attempt of a row and what its bundle is called."""
    return Attempt(
        row=record.id,
        public_id=record.public_id,
        learner_id=LearnerId(record.learner_id),
        bundle=record.bundle,
        set_id=set_id,
        set_title=set_title,
        feedback_each=record.feedback_each,
        started_at=record.started_at,
        finished_at=record.finished_at,
        earned=record.earned,
        origin=record.origin,
    )
