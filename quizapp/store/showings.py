"""Showings: one item of one attempt, as it is shown. What was answered stands in ``responses``."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.items.codec import from_json
from quizapp.core.items.item import Item
from quizapp.store.append_only import append_only
from quizapp.store.attempts import Attempt, AttemptRecord, read_attempt
from quizapp.store.base import Base
from quizapp.store.bundles import BundleRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option in its place.

    Attributes:
        token: what a form sends for it; of this showing only.
        index: into the options of the item.
    """

    token: str
    index: int


@dataclass(frozen=True, slots=True)
class Showing:
    """An item as one attempt shows it.

    Attributes:
        row: its key inside the database.
        public_id: its name outside, which cannot be guessed.
        position: from 1.
        item: in its canonical form.
        options: in the order shown; empty for typed answers.
        themes: labels of the topics that the score is broken down by.
        kind_label, how: the words for its kind and for how to answer.
    """

    row: int
    public_id: str
    position: int
    item: Item
    options: tuple[ShownOption, ...]
    themes: tuple[str, ...]
    kind_label: str
    how: str


@append_only
class ShowingRecord(Base):
    """An item in its place in an attempt."""

    __tablename__ = "showings"
    __table_args__ = (
        UniqueConstraint("attempt_id", "position"),
        CheckConstraint("position >= 1", name="position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"))
    position: Mapped[int]
    item_digest: Mapped[str] = mapped_column(ForeignKey("items.digest"), index=True)
    #: {token, index}, in the order shown.
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    themes: Mapped[list[str]] = mapped_column(JSON)
    kind_label: Mapped[str]
    how: Mapped[str]


def showings_of(session: Session, attempt: int) -> tuple[Showing, ...]:
    """Return everything an attempt shows, in order."""
    query = _SHOWINGS.where(ShowingRecord.attempt_id == attempt).order_by(ShowingRecord.position)
    return tuple(_showing(record, body) for record, body in session.execute(query))


def showing_at(session: Session, attempt: int, position: int) -> Showing | None:
    """Return what an attempt shows at a position, or None."""
    query = _SHOWINGS.where(ShowingRecord.attempt_id == attempt, ShowingRecord.position == position)
    found = session.execute(query).one_or_none()
    return None if found is None else _showing(*found)


def showing_of(
    session: Session, learner_id: LearnerId, public_id: str
) -> tuple[Attempt, Showing] | None:
    """Return a showing of this learner and its attempt; None for anybody else's, as for none."""
    query = (
        _SHOWINGS.add_columns(AttemptRecord, BundleRecord.set_id, BundleRecord.title)
        .join(AttemptRecord, AttemptRecord.id == ShowingRecord.attempt_id)
        .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
        .where(ShowingRecord.public_id == public_id, AttemptRecord.learner_id == learner_id)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    record, body, attempt, set_id, title = found
    return read_attempt(attempt, set_id, title), _showing(record, body)


_SHOWINGS: Select[ShowingRecord, dict[str, Any]] = select(ShowingRecord, ItemRecord.body).join(
    ItemRecord, ItemRecord.digest == ShowingRecord.item_digest
)


def _showing(record: ShowingRecord, body: dict[str, Any]) -> Showing:
    return Showing(
        row=record.id,
        public_id=record.public_id,
        position=record.position,
        item=from_json(body),
        options=tuple(ShownOption(**option) for option in record.options),
        themes=tuple(record.themes),
        kind_label=record.kind_label,
        how=record.how,
    )
