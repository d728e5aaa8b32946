"""Classes and the codes by which one joins them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, insert, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.teaching.windows import Window
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId

#: No class has a longer name.
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Class:
    """A class; its fields are in the order of ``_CLASS``.

    Attributes:
        row: its key inside the database.
        public_id: its name outside.
        approval: whether whoever joins waits until the teacher lets them in.
        pseudonyms: whether its learners have numbers instead of names.
        archived_at: None while it is taught.
    """

    row: int
    public_id: str
    owner: LearnerId
    name: str
    approval: bool
    pseudonyms: bool
    created_at: datetime
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class JoinCode:
    """The code of a class that is in force.

    Attributes:
        window: when one may join by it.
    """

    code: str
    window: Window


class ClassRecord(Base):
    """A class of one teacher."""

    __tablename__ = "classes"
    __table_args__ = (
        CheckConstraint(f"length(name) >= 1 AND length(name) <= {LONGEST_NAME}", name="name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    name: Mapped[str]
    approval: Mapped[bool]
    pseudonyms: Mapped[bool]
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class JoinCodeRecord(Base):
    """A code by which one joined or joins a class; a class has one in force at most."""

    __tablename__ = "join_codes"
    __table_args__ = (
        Index(
            "ix_join_codes_in_force",
            "class_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    #: HMAC-SHA256 (hex) of the code by the installation's secret: looking one up takes as long
    #: for a wrong one, however near it is.
    digest: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    #: As the teacher shows it to the class.
    code: Mapped[str]
    opens_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


_CLASS: Final = (
    ClassRecord.id,
    ClassRecord.public_id,
    ClassRecord.owner_id,
    ClassRecord.name,
    ClassRecord.approval,
    ClassRecord.pseudonyms,
    ClassRecord.created_at,
    ClassRecord.archived_at,
)


def add_class(
    session: Session,
    *,
    public_id: str,
    owner: LearnerId,
    name: str,
    approval: bool,
    pseudonyms: bool,
    now: datetime,
) -> None:
    """Store a new class."""
    session.execute(
        insert(ClassRecord).values(
            public_id=public_id,
            owner_id=owner,
            name=name,
            approval=approval,
            pseudonyms=pseudonyms,
            created_at=now,
        )
    )


def class_with(session: Session, public_id: str) -> Class | None:
    """Return a class, whoever teaches it."""
    return _first(session, select(*_CLASS).where(ClassRecord.public_id == public_id))


def class_at(session: Session, row: int) -> Class:
    """Return the class with a key."""
    return _class(*session.execute(select(*_CLASS).where(ClassRecord.id == row)).one())


def classes_of(session: Session, owner: LearnerId) -> list[Class]:
    """Return the classes that somebody teaches, by name; those that are archived last."""
    mine = session.execute(select(*_CLASS).where(ClassRecord.owner_id == owner))
    found = [_class(*row) for row in mine]
    return sorted(found, key=lambda one: (one.archived_at is not None, one.name.casefold()))


def change_class(session: Session, row: int, **values: Any) -> None:  # noqa: ANN401  # of any column
    """Store new values of a class."""
    session.execute(update(ClassRecord).where(ClassRecord.id == row).values(**values))


def code_of(session: Session, class_row: int) -> JoinCode | None:
    """Return the code of a class that was not revoked."""
    found = session.execute(
        select(JoinCodeRecord.code, JoinCodeRecord.opens_at, JoinCodeRecord.closes_at).where(
            JoinCodeRecord.class_id == class_row, JoinCodeRecord.revoked_at.is_(None)
        )
    ).one_or_none()
    return None if found is None else JoinCode(found.code, Window(found.opens_at, found.closes_at))


def class_by_code(session: Session, digest: str) -> tuple[Class, Window] | None:
    """Return the class that a code leads to, and when; None for one that was revoked."""
    found = session.execute(
        select(*_CLASS, JoinCodeRecord.opens_at, JoinCodeRecord.closes_at)
        .join(JoinCodeRecord, JoinCodeRecord.class_id == ClassRecord.id)
        .where(JoinCodeRecord.digest == digest, JoinCodeRecord.revoked_at.is_(None))
    ).one_or_none()
    if found is None:
        return None
    *columns, opens, closes = found
    return _class(*columns), Window(opens, closes)


def revoke_code(session: Session, class_row: int, *, now: datetime) -> None:
    """Let nobody join a class any more by the code it has."""
    session.execute(
        update(JoinCodeRecord)
        .where(JoinCodeRecord.class_id == class_row, JoinCodeRecord.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def add_code(
    session: Session, class_row: int, *, code: str, digest: str, window: Window, now: datetime
) -> None:
    """Give a class a code; the one before must have been revoked."""
    session.execute(
        insert(JoinCodeRecord).values(
            digest=digest,
            class_id=class_row,
            code=code,
            opens_at=window.opens,
            closes_at=window.closes,
            created_at=now,
        )
    )


def _first(session: Session, query: Select[*tuple[Any, ...]]) -> Class | None:
    found = session.execute(query).one_or_none()
    return None if found is None else _class(*found)


def _class(*columns: Any) -> Class:  # noqa: ANN401  # rows have no types
    return Class(*columns)
