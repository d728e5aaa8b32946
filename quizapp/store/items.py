"""Items as they were shown: each stored once, by the hash of its content.

They are stored in their canonical form; the order in which a learner saw the options belongs to
the showing.
"""

from typing import Any, Final

from sqlalchemy import JSON, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.items.codec import canonical, from_json, stored_digest, to_stored
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


def load_item(session: Session, digest: str) -> Item:
    """Return a stored item."""

    def load() -> Item:
        return _BODY.one(session, digest=digest)

    return _ITEMS.get(digest, load)


def save_item(session: Session, item: Item) -> str:
    """Store the item, unless it is stored already, and return its digest."""
    digest = stored_digest(item)
    if _KNOWN.first(session, digest=digest) is None:
        _NEW.run(session, digest=digest, item_id=item.id, body=to_stored(canonical(item)))
    return digest
