"""Links that lead to a quiz: the set, which questions of it, and how they are marked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class QuizLink:
    """A link to a quiz; its fields are in the order of ``_LINK``.

    Attributes:
        token: in its address.
        title: what whoever follows it is told that it is.
        size: how many items; None for as many as can stand together.
        profile: id of the exam whose items and marks it has.
        sort, level: which items are wanted.
        feedback_each: whether answers are shown after each question, or at the end.
        ended_at: None while it leads somewhere.
    """

    row: int
    token: str
    owner: LearnerId
    set_id: str
    title: str
    size: int | None
    profile: str
    sort: str
    level: str
    feedback_each: bool
    created_at: datetime
    ended_at: datetime | None


class LinkRecord(Base):
    """A link to a quiz."""

    __tablename__ = "quiz_links"
    __table_args__ = (CheckConstraint("size >= 1", name="size"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    set_id: Mapped[str]
    title: Mapped[str]
    size: Mapped[int | None]
    profile: Mapped[str]
    sort: Mapped[str]
    level: Mapped[str]
    feedback_each: Mapped[bool]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


_LINK: Final = (
    LinkRecord.id,
    LinkRecord.token,
    LinkRecord.owner_id,
    LinkRecord.set_id,
    LinkRecord.title,
    LinkRecord.size,
    LinkRecord.profile,
    LinkRecord.sort,
    LinkRecord.level,
    LinkRecord.feedback_each,
    LinkRecord.created_at,
    LinkRecord.ended_at,
)


def add_link(session: Session, **values: Any) -> None:  # noqa: ANN401  # of any column
    """Store a new link."""
    session.execute(insert(LinkRecord).values(**values))


def link_with(session: Session, token: str) -> QuizLink | None:
    """Return a link, whosever it is, ended or not."""
    found = session.execute(select(*_LINK).where(LinkRecord.token == token)).one_or_none()
    return None if found is None else _link(*found)


def links_of(session: Session, owner: LearnerId) -> list[QuizLink]:
    """Return the links that somebody made, the latest first."""
    query = select(*_LINK).where(LinkRecord.owner_id == owner).order_by(LinkRecord.id.desc())
    return [_link(*row) for row in session.execute(query)]


def end_link(session: Session, row: int, *, now: datetime) -> None:
    """Let a link lead nowhere from now on."""
    session.execute(update(LinkRecord).where(LinkRecord.id == row).values(ended_at=now))


def _link(*columns: Any) -> QuizLink:  # noqa: ANN401  # rows have no types
    return QuizLink(*columns)
