"""Notices: what a learner is told inside the app, until it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, bindparam, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Query, only

#: A page shows no more of them.
MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing a learner is told.

    Attributes:
        kind: what happened, as ``services/notices.py`` lists it.
        about: what it names, by name.
        read_at: None until it was read.
    """

    kind: str
    about: dict[str, str]
    created_at: datetime
    read_at: datetime | None


class NoticeRecord(Base):
    """One thing a learner is told."""

    __tablename__ = "notices"
    __table_args__ = (Index(None, "learner_id", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    kind: Mapped[str]
    about: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


def add_notices(
    session: Session,
    learners: Iterable[LearnerId],
    *,
    kind: str,
    about: dict[str, str],
    now: datetime,
) -> None:
    """Tell some learners something."""
    rows = [
        {"learner_id": one, "kind": kind, "about": about, "created_at": now} for one in learners
    ]
    if rows:
        session.execute(insert(NoticeRecord), rows)


def notices_of(session: Session, learner: LearnerId) -> list[Notice]:
    """Return the latest of what a learner was told, the latest first."""
    query = (
        select(NoticeRecord.kind, NoticeRecord.about, NoticeRecord.created_at, NoticeRecord.read_at)
        .where(NoticeRecord.learner_id == learner)
        .order_by(NoticeRecord.created_at.desc(), NoticeRecord.id.desc())
        .limit(MOST_SHOWN)
    )
    return [Notice(*row) for row in session.execute(query)]


def unread_of(session: Session, learner: LearnerId) -> int:
    """Return how much a learner was told and has not read."""
    return _UNREAD.one(session, learner=learner)


def read_all(session: Session, learner: LearnerId, *, now: datetime) -> None:
    """Take all that a learner was told as read."""
    session.execute(
        update(NoticeRecord)
        .where(NoticeRecord.learner_id == learner, NoticeRecord.read_at.is_(None))
        .values(read_at=now)
    )


_UNREAD: Final[Query[int]] = Query(
    select(func.count(NoticeRecord.id)).where(
        NoticeRecord.learner_id == bindparam("learner"), NoticeRecord.read_at.is_(None)
    ),
    only,
)
