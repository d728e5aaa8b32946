"""Showings: one item of one attempt, as it is shown. What was answered stands in ``responses``."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.items.item import Item
from quizapp.store.append_only import append_only
from quizapp.store.attempts import ATTEMPT, Attempt, AttemptRecord
from quizapp.store.base import Base
from quizapp.store.bundles import BundleRecord
from quizapp.store.items import load_item
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Query, columns


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
    rows = _OF_ATTEMPT.all(session, attempt=attempt)
    return tuple(_showing(session, row) for row in rows)


def showing_at(session: Session, attempt: int, position: int) -> Showing | None:
    """Return what an attempt shows at a position, or None."""
    row = _AT.first(session, attempt=attempt, position=position)
    return None if row is None else _showing(session, row)


def showing_of(
    session: Session, learner_id: LearnerId, public_id: str
) -> tuple[Attempt, Showing] | None:
    """Return a showing of this learner and its attempt; None for anybody else's, as for none."""
    row = _OF_LEARNER.first(session, learner=learner_id, public=public_id)
    if row is None:
        return None
    return Attempt(*row[len(_SHOWING) :]), _showing(session, row[: len(_SHOWING)])


#: The columns that make a ``Showing``.
_SHOWING: Final = (
    ShowingRecord.id,
    ShowingRecord.public_id,
    ShowingRecord.position,
    ShowingRecord.item_digest,
    ShowingRecord.options,
    ShowingRecord.themes,
    ShowingRecord.kind_label,
    ShowingRecord.how,
)

_Row = tuple[Any, ...]
_OF_ATTEMPT: Final[Query[_Row]] = Query(
    select(*_SHOWING)
    .where(ShowingRecord.attempt_id == bindparam("attempt"))
    .order_by(ShowingRecord.position),
    columns,
)
_AT: Final[Query[_Row]] = Query(
    select(*_SHOWING).where(
        ShowingRecord.attempt_id == bindparam("attempt"),
        ShowingRecord.position == bindparam("position"),
    ),
    columns,
)
_OF_LEARNER: Final[Query[_Row]] = Query(
    select(*_SHOWING, *ATTEMPT)
    .join(AttemptRecord, AttemptRecord.id == ShowingRecord.attempt_id)
    .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
    .where(
        ShowingRecord.public_id == bindparam("public"),
        AttemptRecord.learner_id == bindparam("learner"),
    ),
    columns,
)


def _showing(session: Session, row: _Row) -> Showing:
    key, public_id, position, digest, options, themes, kind_label, how = row
    return Showing(
        row=key,
        public_id=public_id,
        position=position,
        item=load_item(session, digest),
        options=tuple(ShownOption(**option) for option in options),
        themes=tuple(themes),
        kind_label=kind_label,
        how=how,
    )
