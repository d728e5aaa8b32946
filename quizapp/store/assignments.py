"""Assignments of a class, and the attempts that learners make at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Select,
    UniqueConstraint,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.teaching.terms import Policy
from quizapp.core.teaching.windows import Window
from quizapp.store.attempts import AttemptRecord
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a class is to do; its fields are in the order of ``_ASSIGNMENT``.

    Attributes:
        row: its key inside the database.
        public_id: its name outside.
        size: how many items; None for as many as can stand together.
        profile: id of the exam whose items and marks it has.
        sort, level: which items are wanted.
        minutes: the limit of an attempt; None where there is none.
        most: how many attempts a learner has; None for as many as they like.
        paper: the items of everybody, as JSON has them; None where each gets others.
        withdrawn_at: None while it stands.
    """

    row: int
    public_id: str
    class_row: int
    set_id: str
    title: str
    size: int | None
    profile: str
    sort: str
    level: str
    policy: Policy
    window: Window
    minutes: int | None
    most: int | None
    paper: dict[str, Any] | None
    created_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Assigned:
    """An attempt at an assignment.

    Attributes:
        row, attempt_id: of the attempt, inside and outside.
        number: of the learner's attempts at it, from 1.
        shown_at: when its answers were shown, where that comes later than its end.
        count, answered: its questions, and how many of them have a response.
    """

    row: int
    attempt_id: str
    learner: LearnerId
    number: int
    shown_at: datetime | None
    started_at: datetime
    finished_at: datetime | None
    earned: Fraction | None
    count: int
    answered: int


class AssignmentRecord(Base):
    """What a class is to do."""

    __tablename__ = "assignments"
    __table_args__ = (
        CheckConstraint("policy IN ('each', 'end', 'closed')", name="policy"),
        CheckConstraint("policy <> 'closed' OR closes_at IS NOT NULL", name="closed_closes"),
        CheckConstraint("minutes >= 1 AND minutes <= 600", name="minutes"),
        CheckConstraint("most >= 1", name="most"),
        CheckConstraint("size >= 1", name="size"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    set_id: Mapped[str]
    title: Mapped[str]
    size: Mapped[int | None]
    profile: Mapped[str]
    sort: Mapped[str]
    level: Mapped[str]
    policy: Mapped[str]
    opens_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    most: Mapped[int | None]
    paper: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class AssignedRecord(Base):
    """That an attempt was made at an assignment."""

    __tablename__ = "assigned_attempts"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        UniqueConstraint("assignment_id", "learner_id", "number"),
    )

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    number: Mapped[int]
    shown_at: Mapped[datetime | None]


_ASSIGNMENT: Final = (
    AssignmentRecord.id,
    AssignmentRecord.public_id,
    AssignmentRecord.class_id,
    AssignmentRecord.set_id,
    AssignmentRecord.title,
    AssignmentRecord.size,
    AssignmentRecord.profile,
    AssignmentRecord.sort,
    AssignmentRecord.level,
    AssignmentRecord.policy,
    AssignmentRecord.opens_at,
    AssignmentRecord.closes_at,
    AssignmentRecord.minutes,
    AssignmentRecord.most,
    AssignmentRecord.paper,
    AssignmentRecord.created_at,
    AssignmentRecord.withdrawn_at,
)
_ASSIGNMENTS: Final = select(*_ASSIGNMENT)
_LATEST_FIRST: Final = (AssignmentRecord.created_at.desc(), AssignmentRecord.id.desc())


def add_assignment(session: Session, **values: Any) -> int:  # noqa: ANN401  # of any column
    """Store a new assignment; return its key."""
    policy, window = values.pop("policy"), values.pop("window")
    query = insert(AssignmentRecord).values(
        policy=policy.value, opens_at=window.opens, closes_at=window.closes, **values
    )
    return session.scalars(query.returning(AssignmentRecord.id)).one()


def change_assignment(session: Session, row: int, **values: Any) -> None:  # noqa: ANN401  # as above
    """Store new values of an assignment."""
    session.execute(update(AssignmentRecord).where(AssignmentRecord.id == row).values(**values))


def assignment_with(session: Session, public_id: str) -> Assignment | None:
    """Return an assignment, of whatever class."""
    return _first(session, _ASSIGNMENTS.where(AssignmentRecord.public_id == public_id))


def assignments_of(session: Session, class_rows: Sequence[int]) -> list[Assignment]:
    """Return the assignments of some classes, the latest first; withdrawn ones too."""
    query = _ASSIGNMENTS.where(AssignmentRecord.class_id.in_(class_rows)).order_by(*_LATEST_FIRST)
    return [_assignment(*row) for row in session.execute(query)]


def assignment_of_attempt(session: Session, attempt: int) -> tuple[Assignment, Assigned]:
    """Return at which assignment an attempt was made."""
    query = _ASSIGNMENTS.join(AssignedRecord, AssignedRecord.assignment_id == AssignmentRecord.id)
    found = session.execute(query.where(AssignedRecord.attempt_id == attempt)).one()
    assigned = session.execute(_MADE.where(AssignedRecord.attempt_id == attempt)).one()
    return _assignment(*found), Assigned(*assigned)


def attempts_at(
    session: Session, assignment: int, learner: LearnerId | None = None
) -> list[Assigned]:
    """Return the attempts at an assignment by number, of everybody or of one learner."""
    query = _MADE.where(AssignedRecord.assignment_id == assignment)
    if learner is not None:
        query = query.where(AssignedRecord.learner_id == learner)
    rows = session.execute(query.order_by(AssignedRecord.number, AssignedRecord.learner_id))
    return [Assigned(*row) for row in rows]


def add_assigned(
    session: Session, assignment: int, attempt_id: str, learner: LearnerId, *, number: int
) -> None:
    """Store that an attempt is made at an assignment.

    Args:
        attempt_id: the public id.
    """
    attempt = session.scalars(
        select(AttemptRecord.id).where(AttemptRecord.public_id == attempt_id)
    ).one()
    session.execute(
        insert(AssignedRecord).values(
            attempt_id=attempt, assignment_id=assignment, learner_id=learner, number=number
        )
    )


def show_answers(session: Session, attempt: int, *, now: datetime) -> None:
    """Store that the answers to an attempt are shown from now on."""
    session.execute(
        update(AssignedRecord).where(AssignedRecord.attempt_id == attempt).values(shown_at=now)
    )


def withheld_of(session: Session, learner: LearnerId) -> set[str]:
    """Return the public ids of a learner's attempts whose answers were not shown yet."""
    query = (
        select(AttemptRecord.public_id)
        .join(AssignedRecord, AssignedRecord.attempt_id == AttemptRecord.id)
        .join(AssignmentRecord, AssignmentRecord.id == AssignedRecord.assignment_id)
        .where(
            AssignedRecord.learner_id == learner,
            AssignmentRecord.policy == Policy.CLOSED.value,
            AssignedRecord.shown_at.is_(None),
        )
    )
    return set(session.scalars(query))


_SHOWN: Final = select(func.count(ShowingRecord.id)).where(
    ShowingRecord.attempt_id == AttemptRecord.id
)
_MADE: Final[Select[*tuple[Any, ...]]] = select(
    AttemptRecord.id,
    AttemptRecord.public_id,
    AssignedRecord.learner_id,
    AssignedRecord.number,
    AssignedRecord.shown_at,
    AttemptRecord.started_at,
    AttemptRecord.finished_at,
    AttemptRecord.earned,
    _SHOWN.scalar_subquery(),
    _SHOWN.where(exists().where(ResponseRecord.showing_id == ShowingRecord.id)).scalar_subquery(),
).join(AssignedRecord, AssignedRecord.attempt_id == AttemptRecord.id)


def _first(session: Session, query: Select[*tuple[Any, ...]]) -> Assignment | None:
    found = session.execute(query).one_or_none()
    return None if found is None else _assignment(*found)


def _assignment(
    *columns: Any,  # noqa: ANN401  # rows have no types
) -> Assignment:
    *what, policy, opens, closes, minutes, most, paper, created, withdrawn = columns
    row, public_id, class_row, set_id, title, size, profile, sort, level = what
    return Assignment(
        row=row,
        public_id=public_id,
        class_row=class_row,
        set_id=set_id,
        title=title,
        size=size,
        profile=profile,
        sort=sort,
        level=level,
        policy=Policy(policy),
        window=Window(opens, closes),
        minutes=minutes,
        most=most,
        paper=paper,
        created_at=created,
        withdrawn_at=withdrawn,
    )
