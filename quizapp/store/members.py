"""Members: who is in which class, and how much longer each may take."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.teaching.terms import MemberState
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class Member:
    """A learner in a class; its fields are in the order of ``_MEMBER``.

    Attributes:
        row: its key inside the database.
        public_id: its name outside.
        name: as given when joining; empty where the class has numbers instead.
        number: in the order in which they joined, from 1.
        time: how much longer this learner may take, 1 to 3.
    """

    row: int
    public_id: str
    class_row: int
    learner: LearnerId
    name: str
    number: int
    state: MemberState
    time: Fraction
    joined_at: datetime

    @property
    def called(self) -> str:
        """What the learner is called in this class."""
        return self.name or f"Learner {self.number:02}"


class MemberRecord(Base):
    """A learner in a class."""

    __tablename__ = "members"
    __table_args__ = (
        CheckConstraint("state IN ('asked', 'in', 'removed')", name="state"),
        CheckConstraint("number >= 1", name="number"),
        UniqueConstraint("class_id", "learner_id"),
        UniqueConstraint("class_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    name: Mapped[str]
    number: Mapped[int]
    state: Mapped[str]
    #: How much longer this learner may take, as a fraction from 1 to 3.
    time: Mapped[Fraction]
    joined_at: Mapped[datetime]


_MEMBER: Final = (
    MemberRecord.id,
    MemberRecord.public_id,
    MemberRecord.class_id,
    MemberRecord.learner_id,
    MemberRecord.name,
    MemberRecord.number,
    MemberRecord.state,
    MemberRecord.time,
    MemberRecord.joined_at,
)
_MEMBERS: Final = select(*_MEMBER)


def member_of(session: Session, class_row: int, learner: LearnerId) -> Member | None:
    """Return how a learner stands to a class; None for whoever never joined."""
    return _first(
        session,
        _MEMBERS.where(MemberRecord.class_id == class_row, MemberRecord.learner_id == learner),
    )


def member_with(session: Session, class_row: int, public_id: str) -> Member | None:
    """Return a member of a class; None for one of another class."""
    return _first(
        session,
        _MEMBERS.where(MemberRecord.class_id == class_row, MemberRecord.public_id == public_id),
    )


def members_of(session: Session, class_row: int) -> list[Member]:
    """Return everybody who ever joined a class, in that order."""
    query = _MEMBERS.where(MemberRecord.class_id == class_row).order_by(MemberRecord.number)
    return [_member(*row) for row in session.execute(query)]


def memberships_of(session: Session, learner: LearnerId) -> list[Member]:
    """Return how a learner stands to classes that they are in or wait for, as they joined."""
    query = _MEMBERS.where(
        MemberRecord.learner_id == learner, MemberRecord.state != MemberState.REMOVED.value
    )
    return [_member(*row) for row in session.execute(query.order_by(MemberRecord.id))]


def counts_of(session: Session, class_rows: list[int]) -> dict[int, int]:
    """Return how many learners are in each class; a class of nobody is left out."""
    query = select(MemberRecord.class_id).where(
        MemberRecord.class_id.in_(class_rows), MemberRecord.state == MemberState.IN.value
    )
    return Counter(session.scalars(query))


def add_member(
    session: Session,
    class_row: int,
    learner: LearnerId,
    *,
    public_id: str,
    name: str,
    state: MemberState,
    now: datetime,
) -> None:
    """Store a new member, with the next number of the class."""
    last = session.scalar(
        select(func.max(MemberRecord.number)).where(MemberRecord.class_id == class_row)
    )
    session.execute(
        insert(MemberRecord).values(
            public_id=public_id,
            class_id=class_row,
            learner_id=learner,
            name=name,
            number=(last or 0) + 1,
            state=state.value,
            time=Fraction(1),
            joined_at=now,
        )
    )


def change_member(session: Session, row: int, **values: Any) -> None:  # noqa: ANN401  # of any column
    """Store new values of a member."""
    if isinstance(state := values.get("state"), MemberState):
        values["state"] = state.value
    session.execute(update(MemberRecord).where(MemberRecord.id == row).values(**values))


def _first(session: Session, query: Any) -> Member | None:  # noqa: ANN401  # rows have no types
    found = session.execute(query).one_or_none()
    return None if found is None else _member(*found)


def _member(*columns: Any) -> Member:  # noqa: ANN401  # rows have no types
    row, public_id, class_row, learner, name, number, state, time, joined_at = columns
    return Member(
        row, public_id, class_row, learner, name, number, MemberState(state), time, joined_at
    )
