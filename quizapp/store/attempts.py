"""Attempts: one learner's way through one paper. What it shows stands in ``showings``."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    bindparam,
    false,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.bundles import BundleRecord
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Query


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt as it is stored; its fields are in the order of ``ATTEMPT``.

    Attributes:
        row: its key inside the database.
        public_id: its name outside, which cannot be guessed.
        bundle: digest of the set's revision.
        finished_at, earned: None while it is open.
        origin: the first link of its chain.
        practice: whether it is a sitting of what was due.
        assigned: whether it is made at an assignment of a class.
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
    practice: bool
    assigned: bool

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
    #: The exam profile with its marks, and what was wanted; NULL in attempts from before profiles.
    settings: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
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
    return _OF_LEARNER.first(session, learner=learner_id, public=public_id)


def attempt_started_with(session: Session, start_key: str) -> Attempt | None:
    """Return the attempt that this form started, whoever it belongs to."""
    return _STARTED.first(session, key=start_key)


def has_open_attempt(session: Session, learner_id: LearnerId) -> bool:
    """Return whether a learner has an attempt that takes responses."""
    query = select(AttemptRecord.id).where(
        AttemptRecord.learner_id == learner_id, AttemptRecord.finished_at.is_(None)
    )
    return session.execute(query.limit(1)).first() is not None


def close_attempt(
    session: Session, row: int, *, finished_at: datetime, earned: Fraction, seal: str
) -> None:
    """Store the end and the score of an attempt."""
    session.execute(
        update(AttemptRecord)
        .where(AttemptRecord.id == row)
        .values(finished_at=finished_at, earned=earned, seal=seal)
    )


#: The columns that make an ``Attempt``; BundleRecord must be joined.
ATTEMPT: Final = (
    AttemptRecord.id,
    AttemptRecord.public_id,
    AttemptRecord.learner_id,
    AttemptRecord.bundle,
    BundleRecord.set_id,
    BundleRecord.title,
    AttemptRecord.feedback_each,
    AttemptRecord.started_at,
    AttemptRecord.finished_at,
    AttemptRecord.earned,
    AttemptRecord.origin,
    func.coalesce(AttemptRecord.settings["practice"].as_boolean(), false()),
    func.coalesce(AttemptRecord.settings["assigned"].as_boolean(), false()),
)

_ATTEMPTS: Final[Select[*tuple[Any, ...]]] = select(*ATTEMPT).join(
    BundleRecord, BundleRecord.digest == AttemptRecord.bundle
)
_OF_LEARNER: Final = Query(
    _ATTEMPTS.where(
        AttemptRecord.public_id == bindparam("public"),
        AttemptRecord.learner_id == bindparam("learner"),
    ),
    Attempt,
)
_STARTED: Final = Query(_ATTEMPTS.where(AttemptRecord.start_key == bindparam("key")), Attempt)
