"""Who may see and change sets of the database, and which sets somebody may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    ScalarSelect,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from quizapp.core.people.roles import Role
from quizapp.core.sets.audience import Audience
from quizapp.core.teaching.terms import MemberState
from quizapp.store.accounts import AccountRecord
from quizapp.store.base import Base
from quizapp.store.classes import ClassRecord
from quizapp.store.learners import LearnerId
from quizapp.store.members import MemberRecord
from quizapp.store.sets import (
    SET_COLUMNS,
    PublicationRecord,
    RevisionRecord,
    SetRecord,
    StoredSet,
    as_set,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A set in a list.

    Attributes:
        title: of what is published; of what was saved last, where nothing is.
        facts: of the same; None where it has faults.
        published_at: None where nothing is.
    """

    its: StoredSet
    title: str
    facts: int | None
    number: int
    published_at: datetime | None


class EditorRecord(Base):
    """Somebody who may change a set that is another's."""

    __tablename__ = "set_editors"

    set_row: Mapped[int] = mapped_column(ForeignKey("sets.id"), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True, index=True)


class SetClassRecord(Base):
    """A class whose learners may see a set."""

    __tablename__ = "set_classes"

    set_row: Mapped[int] = mapped_column(ForeignKey("sets.id"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), primary_key=True, index=True)


def add_editor(session: Session, set_row: int, learner: LearnerId) -> None:
    """Let somebody change a set; no change where they may already."""
    if not is_editor(session, set_row, learner):
        session.execute(insert(EditorRecord).values(set_row=set_row, learner_id=learner))


def remove_editor(session: Session, set_row: int, learner: LearnerId) -> None:
    """Let somebody change a set no more."""
    session.execute(
        delete(EditorRecord).where(
            EditorRecord.set_row == set_row, EditorRecord.learner_id == learner
        )
    )


def is_editor(session: Session, set_row: int, learner: LearnerId) -> bool:
    """Return whether somebody may change a set that is another's."""
    query = select(EditorRecord.set_row).where(
        EditorRecord.set_row == set_row, EditorRecord.learner_id == learner
    )
    return session.scalar(query) is not None


def editors_of(session: Session, set_row: int) -> list[tuple[LearnerId, str]]:
    """Return who may change a set beside its owner, with their names, by name."""
    query = (
        select(EditorRecord.learner_id, AccountRecord.name)
        .join(AccountRecord, AccountRecord.learner_id == EditorRecord.learner_id)
        .where(EditorRecord.set_row == set_row)
    )
    found = ((LearnerId(learner), name) for learner, name in session.execute(query))
    return sorted(found, key=lambda one: one[1].casefold())


def show_to_classes(session: Session, set_row: int, class_rows: Iterable[int]) -> None:
    """Let the learners of these classes see a set, and of no others."""
    session.execute(delete(SetClassRecord).where(SetClassRecord.set_row == set_row))
    rows = [{"set_row": set_row, "class_id": one} for one in class_rows]
    if rows:
        session.execute(insert(SetClassRecord), rows)


def classes_seeing(session: Session, set_row: int) -> set[int]:
    """Return the classes whose learners may see a set."""
    query = select(SetClassRecord.class_id).where(SetClassRecord.set_row == set_row)
    return set(session.scalars(query))


def may_see(session: Session, its: StoredSet, learner: LearnerId | None) -> bool:
    """Return whether somebody may see what is published of a set."""
    query = select(SetRecord.id).where(SetRecord.id == its.row, _seen_by(learner))
    return session.scalar(query) is not None


def sets_of(session: Session, learner: LearnerId) -> list[Listed]:
    """Return the sets that somebody may change, by title; those that are archived last."""
    found = _listed(session, _changed_by(learner))
    return sorted(found, key=lambda one: (one.its.archived_at is not None, one.title.casefold()))


def sets_seen(session: Session, learner: LearnerId | None) -> list[Listed]:
    """Return the sets that somebody may take a quiz on, by title."""
    where = (SetRecord.archived_at.is_(None), _seen_by(learner))
    found = [one for one in _listed(session, *where) if one.published_at is not None]
    return sorted(found, key=lambda one: one.title.casefold())


def every_set(session: Session) -> list[Listed]:
    """Return all sets of the database."""
    return _listed(session)


def names_of(session: Session, learners: Iterable[LearnerId]) -> dict[LearnerId, str]:
    """Return the names of those who have an account."""
    query = select(AccountRecord.learner_id, AccountRecord.name)
    rows = session.execute(query.where(AccountRecord.learner_id.in_(set(learners))))
    return {LearnerId(learner): name for learner, name in rows}


def _changed_by(learner: LearnerId) -> ColumnElement[bool]:
    return or_(
        SetRecord.owner_id == learner,
        exists().where(EditorRecord.set_row == SetRecord.id, EditorRecord.learner_id == learner),
    )


def _seen_by(learner: LearnerId | None) -> ColumnElement[bool]:
    """Return whether somebody may see a set, as a condition on ``sets``."""
    ways: list[ColumnElement[bool]] = [SetRecord.audience == Audience.PUBLIC.value]
    if learner is not None:
        ways += [_changed_by(learner), _shown_to_teacher(learner), _shown_in_class_to(learner)]
    return or_(*ways)


def _shown_to_teacher(learner: LearnerId) -> ColumnElement[bool]:
    teaches = exists().where(
        AccountRecord.learner_id == learner,
        AccountRecord.role.in_([Role.TEACHER.value, Role.ADMIN.value]),
    )
    return (SetRecord.audience == Audience.TEACHERS.value) & teaches


def _shown_in_class_to(learner: LearnerId) -> ColumnElement[bool]:
    """Whoever is in a class to whom it is shown, as long as that is not archived."""
    shown = exists().where(
        SetClassRecord.set_row == SetRecord.id,
        SetClassRecord.class_id == MemberRecord.class_id,
        ClassRecord.id == MemberRecord.class_id,
        ClassRecord.archived_at.is_(None),
        MemberRecord.learner_id == learner,
        MemberRecord.state == MemberState.IN.value,
    )
    return (SetRecord.audience != Audience.OWN.value) & shown


_LATEST: Final = (
    select(RevisionRecord.id)
    .where(RevisionRecord.set_row == SetRecord.id)
    .order_by(RevisionRecord.number.desc())
    .limit(1)
    .correlate(SetRecord)
    .scalar_subquery()
)


def _of_publication(column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    """Return what the publication of a set holds that is in force."""
    query = select(column).where(PublicationRecord.set_row == SetRecord.id)
    latest = query.order_by(PublicationRecord.id.desc()).limit(1)
    return latest.correlate(SetRecord).scalar_subquery()


def _listed(session: Session, *where: ColumnElement[bool]) -> list[Listed]:
    shown = func.coalesce(_of_publication(PublicationRecord.revision), _LATEST)
    query = (
        select(
            *SET_COLUMNS,
            RevisionRecord.title,
            RevisionRecord.facts,
            RevisionRecord.number,
            _of_publication(PublicationRecord.created_at),
        )
        .join(RevisionRecord, RevisionRecord.id == shown)
        .where(*where)
    )
    rows: Sequence[Any] = session.execute(query).all()
    return [Listed(as_set(*row[:-4]), *row[-4:]) for row in rows]
