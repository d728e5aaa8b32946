"""Readiness: whether an answer that came now could be kept. It is tried, not guessed."""

from datetime import UTC, datetime
from typing import Final, NoReturn

from sqlalchemy.orm import Session

from quizapp.errors import StoreUnavailable
from quizapp.store.buckets import save_bucket
from quizapp.store.databases.database import Database
from quizapp.store.writer import Writer

_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)

#: Less free space than this is too little: the log grows before it shrinks. 200 MB.
LEAST_FREE: Final = 200 * 10**6


def unreadiness(writer: Writer, database: Database) -> str:
    """Return why no answer could be kept, in a word; the empty text where one could.

    Returns:
        ``storage-failed``: the disk or the file failed, a restart is needed;
        ``not-writable``: a write was tried and failed;
        ``disk-full``: little space is left, before it is none.
    """
    if writer.is_broken:
        return "storage-failed"
    try:
        writer.run(_write_and_undo)
    except _Undo:
        free = database.free_space()
        return "disk-full" if free is not None and free < LEAST_FREE else ""
    except StoreUnavailable:
        return "not-writable"


class _Undo(Exception):
    """The write worked; nothing of it is kept."""


def _write_and_undo(session: Session) -> NoReturn:
    save_bucket(session, "readiness", level=0, counted_at=_LONG_AGO, full_at=_LONG_AGO)
    raise _Undo
