"""Buckets of tokens: how much of a limit somebody has left. The limits stand in the services."""

from datetime import datetime

from sqlalchemy import CheckConstraint, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base


class BucketRecord(Base):
    """A bucket that is not full; a full one needs no row."""

    __tablename__ = "rate_buckets"
    __table_args__ = (CheckConstraint("level >= 0", name="level"),)

    #: HMAC-SHA256 (hex) of the limit's name and of whom it limits, by the installation's secret.
    digest: Mapped[str] = mapped_column(primary_key=True)
    #: How many tokens were in it when they were counted.
    level: Mapped[float]
    #: When what was in it was counted.
    counted_at: Mapped[datetime]
    #: When it will be full again, and the row of no use.
    full_at: Mapped[datetime] = mapped_column(index=True)


def load_bucket(session: Session, digest: str) -> tuple[float, datetime] | None:
    """Return what was in a bucket and when that was counted; None for a full one."""
    query = select(BucketRecord.level, BucketRecord.counted_at).where(BucketRecord.digest == digest)
    found = session.execute(query).one_or_none()
    return found


def save_bucket(
    session: Session, digest: str, *, level: float, counted_at: datetime, full_at: datetime
) -> None:
    """Store what is in a bucket, and forget every bucket that is full by now."""
    session.execute(delete(BucketRecord).where(BucketRecord.full_at <= counted_at))
    values = {"level": level, "counted_at": counted_at, "full_at": full_at}
    changed = session.execute(
        update(BucketRecord)
        .where(BucketRecord.digest == digest)
        .values(values)
        .returning(BucketRecord.digest)
    )
    if changed.one_or_none() is None:
        session.execute(insert(BucketRecord).values(digest=digest, **values))
