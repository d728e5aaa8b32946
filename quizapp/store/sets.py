"""Sets that live in the database: who made them, every revision of them, what was published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Select,
    UniqueConstraint,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.sets.audience import Audience
from quizapp.core.sets.texts import SetTexts
from quizapp.store.append_only import append_only
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.texts import load_texts, save_texts


@dataclass(frozen=True, slots=True)
class StoredSet:
    """A set of somebody; its fields are in the order of ``_SET``.

    Attributes:
        row: its key inside the database.
        public_id: its name in the addresses of its author's pages.
        set_id: its id in the YAML, in slot keys and in the addresses of learners' pages.
        forked: what it was copied from, by ``set_id``, ``title``, ``number`` and ``author``,
            a learner's key; None for one that was begun here.
    """

    row: int
    public_id: str
    set_id: str
    owner: LearnerId
    audience: Audience
    forked: dict[str, Any] | None
    created_at: datetime
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a set, as it was saved; its fields are in the order of ``_REVISION``.

    Attributes:
        number: from 1, without gaps.
        note: what its author says of it.
        title: as the YAML has it, as far as it could be read.
        facts: how many it holds; None where it has faults.
        digest: of all its texts.
        files: the digests of the files beside the YAML, by name.
    """

    row: int
    set_row: int
    number: int
    author: LearnerId
    note: str
    title: str
    facts: int | None
    digest: str
    yaml: str
    files: dict[str, str]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Publication:
    """That a revision was published, by whom and when."""

    number: int
    author: LearnerId
    at: datetime


class SetRecord(Base):
    """A set of somebody."""

    __tablename__ = "sets"
    __table_args__ = (
        CheckConstraint("audience IN ('own', 'classes', 'teachers', 'public')", name="audience"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    set_id: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    audience: Mapped[str]
    forked: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


@append_only
class RevisionRecord(Base):
    """One state of a set, as it was saved."""

    __tablename__ = "set_revisions"
    __table_args__ = (
        UniqueConstraint("set_row", "number"),
        CheckConstraint("number >= 1", name="number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    set_row: Mapped[int] = mapped_column(ForeignKey("sets.id"))
    number: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    note: Mapped[str]
    title: Mapped[str]
    facts: Mapped[int | None]
    digest: Mapped[str]
    yaml: Mapped[str] = mapped_column(ForeignKey("set_texts.digest"))
    #: name -> digest in ``set_texts``.
    files: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime]


@append_only
class PublicationRecord(Base):
    """That a revision was published; the latest of a set is in force."""

    __tablename__ = "set_publications"

    id: Mapped[int] = mapped_column(primary_key=True)
    set_row: Mapped[int] = mapped_column(ForeignKey("sets.id"), index=True)
    revision: Mapped[int] = mapped_column(ForeignKey("set_revisions.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    created_at: Mapped[datetime]


SET_COLUMNS: Final = (
    SetRecord.id,
    SetRecord.public_id,
    SetRecord.set_id,
    SetRecord.owner_id,
    SetRecord.audience,
    SetRecord.forked,
    SetRecord.created_at,
    SetRecord.archived_at,
)
REVISION_COLUMNS: Final = (
    RevisionRecord.id,
    RevisionRecord.set_row,
    RevisionRecord.number,
    RevisionRecord.author_id,
    RevisionRecord.note,
    RevisionRecord.title,
    RevisionRecord.facts,
    RevisionRecord.digest,
    RevisionRecord.yaml,
    RevisionRecord.files,
    RevisionRecord.created_at,
)


def add_set(session: Session, **values: Any) -> int:  # noqa: ANN401  # of any column
    """Store a new set; return its key."""
    query = insert(SetRecord).values(**values).returning(SetRecord.id)
    return session.scalars(query).one()


def change_set(session: Session, row: int, **values: Any) -> None:  # noqa: ANN401  # of any column
    """Store new values of a set."""
    session.execute(update(SetRecord).where(SetRecord.id == row).values(**values))


def set_with(session: Session, public_id: str) -> StoredSet | None:
    """Return a set by the name in its author's pages, whosever it is."""
    return _set_where(session, select(*SET_COLUMNS).where(SetRecord.public_id == public_id))


def set_named(session: Session, set_id: str) -> StoredSet | None:
    """Return a set by its id, whosever it is."""
    return _set_where(session, select(*SET_COLUMNS).where(SetRecord.set_id == set_id))


def _set_where(session: Session, query: Select[*tuple[Any, ...]]) -> StoredSet | None:
    found = session.execute(query).one_or_none()
    return None if found is None else as_set(*found)


def as_set(*columns: Any) -> StoredSet:  # noqa: ANN401  # rows have no types
    """Return the set that stands in ``SET_COLUMNS``."""
    row, public_id, set_id, owner, audience, *others = columns
    return StoredSet(row, public_id, set_id, owner, Audience(audience), *others)


# --- revisions ---


def add_revision(
    session: Session,
    set_row: int,
    texts: SetTexts,
    *,
    number: int,
    author: LearnerId,
    note: str,
    title: str,
    facts: int | None,
    now: datetime,
) -> None:
    """Store a state of a set."""
    names = sorted(texts.files)
    yaml, *files = save_texts(session, [texts.yaml, *(texts.files[name] for name in names)])
    session.execute(
        insert(RevisionRecord).values(
            set_row=set_row,
            number=number,
            author_id=author,
            note=note,
            title=title,
            facts=facts,
            digest=texts.digest,
            yaml=yaml,
            files=dict(zip(names, files, strict=True)),
            created_at=now,
        )
    )


def latest_revision(session: Session, set_row: int) -> Revision:
    """Return the state of a set that was saved last."""
    query = _of_set(set_row).order_by(RevisionRecord.number.desc()).limit(1)
    return Revision(*session.execute(query).one())


def revision_of(session: Session, set_row: int, number: int) -> Revision | None:
    """Return a state of a set by its number."""
    found = session.execute(_of_set(set_row).where(RevisionRecord.number == number)).one_or_none()
    return None if found is None else Revision(*found)


def revisions_of(session: Session, set_row: int, *, most: int, below: int) -> list[Revision]:
    """Return states of a set, the latest first: at most so many, of those before a number."""
    query = _of_set(set_row).where(RevisionRecord.number < below)
    rows = session.execute(query.order_by(RevisionRecord.number.desc()).limit(most))
    return [Revision(*row) for row in rows]


def texts_of(session: Session, revision: Revision) -> SetTexts:
    """Return the texts of a state."""
    found = load_texts(session, {revision.yaml, *revision.files.values()})
    files = {name: found[digest] for name, digest in revision.files.items()}
    return SetTexts(found[revision.yaml], files)


def _of_set(set_row: int) -> Select[*tuple[Any, ...]]:
    return select(*REVISION_COLUMNS).where(RevisionRecord.set_row == set_row)


# --- publications ---


def publish(
    session: Session, set_row: int, revision: Revision, *, author: LearnerId, now: datetime
) -> None:
    """Store that a revision is the published one from now on."""
    session.execute(
        insert(PublicationRecord).values(
            set_row=set_row, revision=revision.row, author_id=author, created_at=now
        )
    )


def publications_of(session: Session, set_row: int) -> list[Publication]:
    """Return what was published of a set, the latest first."""
    query = (
        select(RevisionRecord.number, PublicationRecord.author_id, PublicationRecord.created_at)
        .join(RevisionRecord, RevisionRecord.id == PublicationRecord.revision)
        .where(PublicationRecord.set_row == set_row)
        .order_by(PublicationRecord.id.desc())
    )
    rows = session.execute(query)
    return [Publication(number, LearnerId(author), at) for number, author, at in rows]


def published(session: Session, set_id: str) -> Revision | None:
    """Return the published revision of a set that is not archived; None where there is none."""
    query = (
        select(*REVISION_COLUMNS)
        .join(PublicationRecord, PublicationRecord.revision == RevisionRecord.id)
        .join(SetRecord, PublicationRecord.set_row == SetRecord.id)
        .where(SetRecord.set_id == set_id, SetRecord.archived_at.is_(None))
        .order_by(PublicationRecord.id.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    return None if found is None else Revision(*found)
