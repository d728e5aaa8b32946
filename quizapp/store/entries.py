"""The audit log: who did what to whom or what; written once, never changed.

It holds no names: a person is a number, and whoever reads it is told the name of the account that
there is. Of somebody who was erased the number alone is left.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Index, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.append_only import append_only
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log; its fields are in the order of ``_ENTRY``.

    Attributes:
        row: its key; later ones are larger.
        actor: who did it; None for the command line, and for somebody who is not known.
        deed: a value of ``core.people.deeds.Deed``.
        person: whom it was done to; None where it was no person.
        thing: the public id of what it was done to; empty where it was nothing of the kind.
        detail: what of it, as a role that was given; never a name, a password or an answer.
    """

    row: int
    at: datetime
    actor: LearnerId | None
    deed: str
    person: LearnerId | None
    thing: str
    detail: str


@append_only
class EntryRecord(Base):
    """One line of the log."""

    __tablename__ = "audit_entries"
    __table_args__ = (Index(None, "actor_id", "id"), Index(None, "person_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    #: No foreign keys: a line stays whatever becomes of whom it names.
    actor_id: Mapped[int | None]
    deed: Mapped[str]
    person_id: Mapped[int | None]
    thing: Mapped[str]
    detail: Mapped[str]


_ENTRY: Final = (
    EntryRecord.id,
    EntryRecord.at,
    EntryRecord.actor_id,
    EntryRecord.deed,
    EntryRecord.person_id,
    EntryRecord.thing,
    EntryRecord.detail,
)


def add_entry(
    session: Session,
    *,
    at: datetime,
    actor: LearnerId | None,
    deed: str,
    person: LearnerId | None,
    thing: str,
    detail: str,
) -> None:
    """Write one line."""
    session.execute(
        insert(EntryRecord).values(
            at=at, actor_id=actor, deed=deed, person_id=person, thing=thing, detail=detail
        )
    )


def entries(
    session: Session,
    *,
    most: int,
    below: int | None = None,
    since: datetime | None = None,
    about: LearnerId | None = None,
    deed: str | None = None,
) -> list[Entry]:
    """Return lines of the log, the latest first.

    Args:
        below: only those with a smaller key.
        about: only those that this person did, or that were done to them.
        deed: only those that tell of this.
    """
    query = select(*_ENTRY).order_by(EntryRecord.id.desc()).limit(most)
    if below is not None:
        query = query.where(EntryRecord.id < below)
    if since is not None:
        query = query.where(EntryRecord.at >= since)
    if about is not None:
        query = query.where((EntryRecord.actor_id == about) | (EntryRecord.person_id == about))
    if deed is not None:
        query = query.where(EntryRecord.deed == deed)
    return [_entry(*row) for row in session.execute(query)]


def has_entry(
    session: Session,
    *,
    since: datetime,
    actor: LearnerId | None,
    deed: str,
    person: LearnerId | None,
    thing: str,
) -> bool:
    """Return whether the same was written since."""
    query = select(EntryRecord.id).where(
        EntryRecord.at > since,
        EntryRecord.actor_id.is_(actor) if actor is None else EntryRecord.actor_id == actor,
        EntryRecord.deed == deed,
        EntryRecord.person_id.is_(None) if person is None else EntryRecord.person_id == person,
        EntryRecord.thing == thing,
    )
    return session.scalar(query.limit(1)) is not None


def _entry(*columns: Any) -> Entry:  # noqa: ANN401  # rows have no types
    return Entry(*columns)
