"""Texts of sets, each stored once under its hash, however many revisions have it."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping

from sqlalchemy import LargeBinary, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.append_only import append_only
from quizapp.store.base import Base


@append_only
class TextRecord(Base):
    """A text."""

    __tablename__ = "set_texts"

    #: sha256 (hex) of it in UTF-8.
    digest: Mapped[str] = mapped_column(primary_key=True)
    #: In UTF-8, packed by zlib.
    body: Mapped[bytes] = mapped_column(LargeBinary)


def save_texts(session: Session, texts: Iterable[str]) -> list[str]:
    """Store those texts that are not there yet; return the digest of each."""
    given = [(hashlib.sha256(text.encode()).hexdigest(), text) for text in texts]
    digests = [digest for digest, _ in given]
    known = set(session.scalars(select(TextRecord.digest).where(TextRecord.digest.in_(digests))))
    new = {digest: text for digest, text in given if digest not in known}
    if new:
        session.execute(
            insert(TextRecord),
            [{"digest": one, "body": zlib.compress(text.encode())} for one, text in new.items()],
        )
    return digests


def load_texts(session: Session, digests: Iterable[str]) -> Mapping[str, str]:
    """Return stored texts by their digests."""
    rows = session.execute(
        select(TextRecord.digest, TextRecord.body).where(TextRecord.digest.in_(list(digests)))
    )
    return {digest: zlib.decompress(body).decode() for digest, body in rows}
