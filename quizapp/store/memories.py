"""Memories: one row a learner and slot, derived from the responses and replaced by each review.

The log of responses is the truth: a row here can be thrown away and made again by replay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.memory.state import Memory
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Change, Insertion, Query, columns, only

#: A page counts no more due slots than this.
MOST_COUNTED: Final = 1_000


@dataclass(frozen=True, slots=True)
class KeptMemory:
    """A memory as it is stored.

    Attributes:
        slot: the slot key, ``set/fact/part``.
        due: the first day on which it is to be asked again, at the retention then wanted.
        last_item: digest of the item by which it was last reviewed.
    """

    slot: str
    memory: Memory
    due: date
    last_item: str


class MemoryRecord(Base):
    """What is known of one learner's memory of one slot."""

    __tablename__ = "memories"
    __table_args__ = (
        CheckConstraint("stability > 0", name="stability"),
        CheckConstraint("difficulty >= 1 AND difficulty <= 10", name="difficulty"),
        CheckConstraint("lapses >= 0 AND lapses <= reps AND reps >= 1", name="reps"),
        Index(None, "learner_id", "set_id", "due"),
        Index(None, "learner_id", "due"),
        # Found by its key only: the row stands in the index of the key.
        {"sqlite_with_rowid": False},
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    set_id: Mapped[str]
    #: Days until the chance of recall has fallen to 0.9.
    stability: Mapped[float]
    difficulty: Mapped[float]
    #: The study day of the last review.
    last_day: Mapped[date]
    reps: Mapped[int]
    lapses: Mapped[int]
    due: Mapped[date]
    last_item: Mapped[str]


def memory_of(session: Session, learner_id: LearnerId, slot: str) -> KeptMemory | None:
    """Return the memory of a slot; None where it was never reviewed."""
    return _OF_SLOT.first(session, learner=learner_id, slot=slot)


def memories_of(session: Session, learner_id: LearnerId, set_id: str) -> list[KeptMemory]:
    """Return the memories of all slots of a set, in order of their slots."""
    return sorted(_OF_SET.all(session, learner=learner_id, set_id=set_id), key=_slot)


def all_memories_of(session: Session, learner_id: LearnerId) -> list[KeptMemory]:
    """Return all memories of a learner, in order of their slots."""
    return sorted(_OF_LEARNER.all(session, learner=learner_id), key=_slot)


def due_of(
    session: Session, learner_id: LearnerId, set_id: str, *, day: date, most: int
) -> list[KeptMemory]:
    """Return memories that are due on a day or were before, those that waited longest first."""
    found = _DUE.all(session, learner=learner_id, set_id=set_id, day=day, most=most)
    return sorted(found, key=lambda one: (one.due, one.slot))


def due_slots(session: Session, learner_id: LearnerId, *, day: date) -> list[tuple[str, str]]:
    """Return the sets and slots that are due for a learner on a day, the longest waiting first.

    Not more than ``MOST_COUNTED``: who has more knows enough.
    """
    return _DUE_OF_ALL.all(session, learner=learner_id, day=day, most=MOST_COUNTED)


def count_of(session: Session, learner_id: LearnerId, set_id: str) -> int:
    """Return how many memories of a set a learner has."""
    return _COUNT.one(session, learner=learner_id, set_id=set_id)


def known_among(session: Session, learner_id: LearnerId, slots: Iterable[str]) -> frozenset[str]:
    """Return those of some slots that a learner has a memory of."""
    query = select(MemoryRecord.slot).where(
        MemoryRecord.learner_id == learner_id, MemoryRecord.slot.in_(list(slots))
    )
    return frozenset(session.scalars(query))


def next_due(
    session: Session, learner_id: LearnerId, set_id: str, *, day: date
) -> tuple[date, int] | None:
    """Return the first day after a given one on which something of a set falls due, and how much.

    None where nothing will.
    """
    first = _LATER.one(session, learner=learner_id, set_id=set_id, day=day)
    if first is None:
        return None
    return first, _ON.one(session, learner=learner_id, set_id=set_id, day=first)


def save_memories(
    session: Session,
    learner_id: LearnerId,
    changed: Iterable[KeptMemory],
    *,
    known: Mapping[str, object],
) -> None:
    """Store memories.

    Args:
        known: by slot, those that have a row already, read in the same transaction.
    """
    new: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for one in changed:
        (others if one.slot in known else new).append(_values(learner_id, one))
    _NEW.run_all(session, new)
    _CHANGE.run_all(session, ({f"{_SET}{name}": one[name] for name in one} for one in others))


def forget_memory(session: Session, learner_id: LearnerId, slot: str) -> None:
    """Throw away the memory of one slot, whose only review was taken back."""
    session.execute(
        delete(MemoryRecord).where(MemoryRecord.learner_id == learner_id, MemoryRecord.slot == slot)
    )


def forget_memories(session: Session, learner_id: LearnerId) -> None:
    """Throw away all memories of a learner, to be made again from the responses."""
    session.execute(delete(MemoryRecord).where(MemoryRecord.learner_id == learner_id))


def _slot(one: KeptMemory) -> str:
    return one.slot


def _values(learner_id: LearnerId, one: KeptMemory) -> dict[str, Any]:
    memory = one.memory
    return {
        "learner_id": learner_id,
        "slot": one.slot,
        "set_id": one.slot.partition("/")[0],
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "last_day": memory.last_day,
        "reps": memory.reps,
        "lapses": memory.lapses,
        "due": one.due,
        "last_item": one.last_item,
    }


def _kept(
    slot: str,
    stability: float,
    difficulty: float,
    last_day: date,
    reps: int,
    lapses: int,
    due: date,
    last_item: str,
) -> KeptMemory:
    return KeptMemory(slot, Memory(stability, difficulty, last_day, reps, lapses), due, last_item)


_KEPT: Final = (
    MemoryRecord.slot,
    MemoryRecord.stability,
    MemoryRecord.difficulty,
    MemoryRecord.last_day,
    MemoryRecord.reps,
    MemoryRecord.lapses,
    MemoryRecord.due,
    MemoryRecord.last_item,
)
_MINE: Final = select(*_KEPT).where(MemoryRecord.learner_id == bindparam("learner"))
_OF_SLOT: Final = Query(_MINE.where(MemoryRecord.slot == bindparam("slot")), _kept)
_OF_LEARNER: Final = Query(_MINE, _kept)
_MINE_OF_SET: Final = _MINE.where(MemoryRecord.set_id == bindparam("set_id"))
_OF_SET: Final = Query(_MINE_OF_SET, _kept)
_DUE: Final = Query(
    _MINE_OF_SET.where(MemoryRecord.due <= bindparam("day"))
    .order_by(MemoryRecord.due)
    .limit(bindparam("most")),
    _kept,
)
_DUE_OF_ALL: Final[Query[tuple[str, str]]] = Query(
    select(MemoryRecord.set_id, MemoryRecord.slot)
    .where(MemoryRecord.learner_id == bindparam("learner"), MemoryRecord.due <= bindparam("day"))
    .order_by(MemoryRecord.due)
    .limit(bindparam("most")),
    columns,
)
_OF_ONE_SET: Final = (
    MemoryRecord.learner_id == bindparam("learner"),
    MemoryRecord.set_id == bindparam("set_id"),
)
_COUNT: Final[Query[int]] = Query(select(func.count()).where(*_OF_ONE_SET), only)
_LATER: Final[Query[date | None]] = Query(
    select(func.min(MemoryRecord.due)).where(*_OF_ONE_SET, MemoryRecord.due > bindparam("day")),
    only,
)
_ON: Final[Query[int]] = Query(
    select(func.count()).where(*_OF_ONE_SET, MemoryRecord.due == bindparam("day")), only
)
_KEY: Final = ("learner_id", "slot")
_REST: Final = (*(_column.key for _column in _KEPT[1:]), "set_id")
_NEW: Final = Insertion(insert(MemoryRecord), *_KEY, *_REST)
#: Before the name of a column that is changed: the names alone are SQLAlchemy's.
_SET: Final = "new_"
_CHANGE: Final = Change(
    update(MemoryRecord)
    .where(
        MemoryRecord.learner_id == bindparam(f"{_SET}learner_id"),
        MemoryRecord.slot == bindparam(f"{_SET}slot"),
    )
    .values({name: bindparam(f"{_SET}{name}") for name in _REST})
)
