"""Items as they were shown: each stored once, by the hash of its content.

They are stored in their canonical form; the order in which a learner saw the options belongs to
the showing.
"""

from typing import Any

from sqlalchemy import JSON, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.items.codec import canonical, stored_digest, to_stored
from quizapp.core.items.item import Item
from quizapp.store.append_only import append_only
from quizapp.store.base import Base


@append_only
class ItemRecord(Base):
    """An item that was shown to somebody."""

    __tablename__ = "items"

    #: ``codec.stored_digest``.
    digest: Mapped[str] = mapped_column(primary_key=True)
    #: The item's published id.
    item_id: Mapped[str] = mapped_column(index=True)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


def save_item(session: Session, item: Item) -> str:
    """Store the item, unless it is stored already, and return its digest."""
    digest = stored_digest(item)
    if session.scalar(select(ItemRecord.digest).where(ItemRecord.digest == digest)) is None:
        session.execute(
            insert(ItemRecord).values(
                digest=digest, item_id=item.id, body=to_stored(canonical(item))
            )
        )
    return digest
