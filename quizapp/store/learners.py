"""Learners and their sessions: who holds which cookie. Of a cookie only its hash is stored."""

import hashlib
from datetime import datetime
from typing import Final, NewType

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.statements import Query

LearnerId = NewType("LearnerId", int)


class LearnerRecord(Base):
    """A learner. So far every learner is a guest: known by a cookie, without a name."""

    __tablename__ = "learners"
    __table_args__ = (CheckConstraint("kind IN ('guest')", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    created_at: Mapped[datetime]


class SessionRecord(Base):
    """A browser in which a learner is known; a learner may have many."""

    __tablename__ = "sessions"

    #: sha256 (hex) of the cookie.
    digest: Mapped[str] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    created_at: Mapped[datetime]


def learner_with(session: Session, cookie: str) -> LearnerId | None:
    """Return the learner who holds the cookie, or None."""
    return _HOLDER.first(session, digest=_digest(cookie))


_HOLDER: Final = Query(
    select(SessionRecord.learner_id).where(SessionRecord.digest == bindparam("digest")), LearnerId
)


def add_guest(session: Session, *, now: datetime) -> LearnerId:
    """Store a new guest."""
    query = insert(LearnerRecord).values(kind="guest", created_at=now).returning(LearnerRecord.id)
    return LearnerId(session.scalars(query).one())


def add_session(session: Session, learner_id: LearnerId, cookie: str, *, now: datetime) -> None:
    """Let the holder of the cookie be this learner."""
    session.execute(
        insert(SessionRecord).values(digest=_digest(cookie), learner_id=learner_id, created_at=now)
    )


def _digest(cookie: str) -> str:
    # The cookie has 256 random bits: a plain hash cannot be turned back.
    return hashlib.sha256(cookie.encode()).hexdigest()
