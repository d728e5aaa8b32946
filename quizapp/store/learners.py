"""Learners and their sessions: who holds which cookie. Of a cookie only its hash is stored."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NewType

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.statements import Change

LearnerId = NewType("LearnerId", int)


@dataclass(frozen=True, slots=True)
class Held:
    """A session, as the cookie of a request finds it; its fields are in the order of ``_HELD``.

    Attributes:
        digest: of the cookie.
        public_id: by what a page names it; None for a guest's.
        seen_at: when its learner last did something; None for a guest's, which never ends.
    """

    digest: str
    learner: LearnerId
    public_id: str | None
    label: str | None
    created_at: datetime
    seen_at: datetime | None


class LearnerRecord(Base):
    """A learner, by whatever they are known: a guest by a cookie alone, others by an account."""

    __tablename__ = "learners"
    __table_args__ = (CheckConstraint("kind IN ('guest')", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: How they came: everybody begins as a guest.
    kind: Mapped[str]
    created_at: Mapped[datetime]


class SessionRecord(Base):
    """A browser in which a learner is known; a learner may have many."""

    __tablename__ = "sessions"

    #: sha256 (hex) of the cookie.
    digest: Mapped[str] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    created_at: Mapped[datetime]
    #: Of whoever signed in: by what pages name it, in what browser, and when they last did
    #: something. Guests have none of these.
    public_id: Mapped[str | None] = mapped_column(unique=True, index=True)
    label: Mapped[str | None]
    seen_at: Mapped[datetime | None]


def sessions_of(session: Session, learner: LearnerId) -> list[Held]:
    """Return the sessions of a learner, the latest first."""
    query = select(*_HELD).where(SessionRecord.learner_id == learner)
    rows = session.execute(query.order_by(SessionRecord.created_at.desc()))
    return [_held(*row) for row in rows]


def add_guest(session: Session, *, now: datetime) -> LearnerId:
    """Store a new guest."""
    query = insert(LearnerRecord).values(kind="guest", created_at=now).returning(LearnerRecord.id)
    return LearnerId(session.scalars(query).one())


def add_session(
    session: Session,
    learner_id: LearnerId,
    cookie: str,
    *,
    now: datetime,
    public_id: str | None = None,
    label: str | None = None,
) -> None:
    """Let the holder of the cookie be this learner.

    Args:
        public_id: by what pages name the session; None for a guest's, which does not end.
        label: in what browser it is.
    """
    session.execute(
        insert(SessionRecord).values(
            digest=digest_of(cookie),
            learner_id=learner_id,
            created_at=now,
            public_id=public_id,
            label=label,
            seen_at=None if public_id is None else now,
        )
    )


def note_seen(session: Session, digest: str, *, now: datetime) -> None:
    """Store that the learner of a session did something."""
    _SEEN.run(session, held=digest, now=now)


def end_session(session: Session, digest: str) -> None:
    """Let a cookie be nobody's."""
    session.execute(delete(SessionRecord).where(SessionRecord.digest == digest))


def end_sessions(session: Session, learner: LearnerId, *, but: str | None = None) -> None:
    """Let the cookies of a learner be nobody's.

    Args:
        but: the digest of one that stays.
    """
    mine = delete(SessionRecord).where(SessionRecord.learner_id == learner)
    session.execute(mine if but is None else mine.where(SessionRecord.digest != but))


def digest_of(secret: str) -> str:
    """Return the hash under which a cookie, or a code, is stored."""
    # It has so many random bits that a plain hash cannot be turned back.
    return hashlib.sha256(secret.encode()).hexdigest()


def _held(digest: str, learner: int, *more: Any) -> Held:  # noqa: ANN401  # rows have no types
    return Held(digest, LearnerId(learner), *more)


_HELD: Final = (
    SessionRecord.digest,
    SessionRecord.learner_id,
    SessionRecord.public_id,
    SessionRecord.label,
    SessionRecord.created_at,
    SessionRecord.seen_at,
)
_SEEN: Final = Change(
    update(SessionRecord)
    .where(SessionRecord.digest == bindparam("held"))
    .values(seen_at=bindparam("now"))
)
