"""Readiness: whether an answer that came now could be kept. It is tried, not guessed."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.errors import StoreUnavailable
from quizapp.store.buckets import BucketRecord, save_bucket
from quizapp.store.databases.database import Database
from quizapp.store.failures import DISK_FULL
from quizapp.store.writer import Writer

_DIGEST: Final = "readiness"
_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)

#: Less free space than this is too little: the log grows before it shrinks. 200 MB.
LEAST_FREE: Final = 200 * 10**6


def unreadiness(writer: Writer, database: Database) -> str:
    """Return why no answer could be kept, in a word; the empty text where one could.

    The words are those of ``failures``. It is ``disk-full`` while there still is a little space.
    """
    try:
        writer.run(_write_and_take_back)
    except StoreUnavailable as error:
        return error.reason
    free = database.free_space()
    return DISK_FULL if free is not None and free < LEAST_FREE else ""


def _write_and_take_back(session: Session) -> None:
    # Committed, though no row is left of it: only then the database writes to the disk, and syncs.
    save_bucket(session, _DIGEST, level=0, counted_at=_LONG_AGO, full_at=_LONG_AGO)
    session.execute(delete(BucketRecord).where(BucketRecord.digest == _DIGEST))
