"""Readiness: whether an answer that came now could be kept. It is tried, not guessed."""

from datetime import UTC, datetime, timedelta
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


#: How long a try that worked vouches for the next ones. Anybody may ask, as often as they like,
#: and each try is a write to the disk.
_VOUCHES: Final = timedelta(seconds=1)


class Prober:
    """Whether the database of one process takes answers."""

    def __init__(self, writer: Writer, database: Database) -> None:
        self._writer = writer
        self._database = database
        #: When a try last worked, and how many groups had failed by then.
        self._worked: tuple[datetime, int] | None = None

    def why_not(self, *, now: datetime) -> str:
        """Return why no answer could be kept, in a word; the empty text where one could.

        The words are those of ``failures``. It is ``disk-full`` while there still is a little
        space.
        """
        failures = self._writer.failures
        if not self._is_vouched_for(now, failures):
            try:
                self._writer.run(_write_and_take_back)
            except StoreUnavailable as error:
                return error.reason
            self._worked = (now, failures)
        free = self._database.free_space()
        return DISK_FULL if free is not None and free < LEAST_FREE else ""

    def _is_vouched_for(self, now: datetime, failures: int) -> bool:
        if self._worked is None:
            return False
        at, failures_then = self._worked
        return failures == failures_then and timedelta(0) <= now - at < _VOUCHES


def _write_and_take_back(session: Session) -> None:
    # Committed, though no row is left of it: only then the database writes to the disk, and syncs.
    save_bucket(session, _DIGEST, level=0, counted_at=_LONG_AGO, full_at=_LONG_AGO)
    session.execute(delete(BucketRecord).where(BucketRecord.digest == _DIGEST))
