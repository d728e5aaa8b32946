"""Items as they were shown: each stored once, by the hash of its content.

They are stored in their canonical form; the order in which a learner saw the options belongs to
the showing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sqlalchemy import JSON, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.items.codec import (
    canonical,
    canonical_order,
    from_json,
    stored_digest,
    to_stored,
)
from quizapp.core.items.item import Item
from quizapp.store.append_only import append_only
from quizapp.store.base import Base
from quizapp.store.kept import Kept
from quizapp.store.statements import Insertion, Query, only


@append_only
class ItemRecord(Base):
    """An item that was shown to somebody."""

    __tablename__ = "items"

    #: ``codec.stored_digest``.
    digest: Mapped[str] = mapped_column(primary_key=True)
    #: The item's published id.
    item_id: Mapped[str] = mapped_column(index=True)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


_ITEMS: Final[Kept[Item]] = Kept(1_000)
_BODY: Final = Query(
    select(ItemRecord.body).where(ItemRecord.digest == bindparam("digest")), from_json
)
_KNOWN: Final = Query(
    select(ItemRecord.digest).where(ItemRecord.digest == bindparam("digest")), only
)
_NEW: Final = Insertion(insert(ItemRecord), "digest", "item_id", "body")


def missing_items(digests: Iterable[str]) -> list[str]:
    """Return those that ``load_item`` would have to ask the database for."""
    return _ITEMS.missing(digests)


def keep_items(stored: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Keep stored items for ``load_item``, given by digest and body."""
    for digest, body in stored:
        _ITEMS.get(digest, partial(from_json, body))


def load_item(session: Session, digest: str) -> Item:
    """Return a stored item."""

    return _ITEMS.get(digest, lambda: _BODY.one(session, digest=digest))


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item as it is stored: made before the transaction, which nothing slow may hold up.

    Attributes:
        order: the indexes of the shown options in the order in which they are stored.
    """

    digest: str
    item_id: str
    body: dict[str, Any]
    order: tuple[int, ...]

    @classmethod
    def of(cls, item: Item) -> "StoredItem":
        """Return how an item is stored."""
        body = to_stored(canonical(item))
        return cls(stored_digest(item), item.id, body, canonical_order(item))


def save_item(session: Session, item: StoredItem) -> str:
    """Store the item, unless it is stored already, and return its digest."""
    if _KNOWN.first(session, digest=item.digest) is None:
        _NEW.run(session, digest=item.digest, item_id=item.item_id, body=item.body)
    return item.digest
