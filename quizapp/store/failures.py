"""Failures of the database: told from failures of what was asked of it, and what each means.

The reasons, as ``/readyz`` says them:

``disk-full``       no space, or too little; it goes on by itself when there is some;
``not-writable``    the disk or the file refuses writes; it goes on by itself when they do not;
``storage-failed``  the disk failed, or the file is damaged;
``database-gone``   the file is not where it was, or another one is there.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import SQLITE_CORRUPT, SQLITE_FULL, SQLITE_IOERR, SQLITE_NOTADB
from typing import Final

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from quizapp.errors import StoreUnavailable

DISK_FULL: Final = "disk-full"
NOT_WRITABLE: Final = "not-writable"
STORAGE_FAILED: Final = "storage-failed"
DATABASE_GONE: Final = "database-gone"

#: The file is not what was written: nothing mends that but a person.
_DAMAGED: Final = frozenset({SQLITE_CORRUPT, SQLITE_NOTADB})


def is_failure(error: BaseException | None) -> bool:
    """Return whether the database failed: disk full, unreadable, read-only, locked."""
    asked_wrongly = IntegrityError | DataError | ProgrammingError
    return isinstance(error, DBAPIError) and not isinstance(error, asked_wrongly)


def is_untrustworthy(error: BaseException) -> bool:
    """Return whether, after this, no write may be trusted until the file was made whole."""
    return reason_of(error) == STORAGE_FAILED


def is_damage(error: BaseException) -> bool:
    """Return whether the file itself is not what was written, so that nothing here mends it."""
    return _code(error) in _DAMAGED


def reason_of(error: BaseException) -> str:
    """Return what a failure means, in a word."""
    if isinstance(error, StoreUnavailable):
        return error.reason
    if isinstance(error, OSError):
        return DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else NOT_WRITABLE
    code = _code(error)
    if code == SQLITE_FULL:
        return DISK_FULL
    return STORAGE_FAILED if code == SQLITE_IOERR or code in _DAMAGED else NOT_WRITABLE


def said(error: BaseException) -> str:
    """Return what the database said, in one line and without what was to be stored."""
    return str(getattr(error, "orig", error)).partition("\n")[0]


@contextmanager
def reading() -> Iterator[None]:
    """Turn a failure of the database into ``StoreUnavailable``."""
    try:
        yield
    except DBAPIError as error:
        if not is_failure(error):
            raise
        raise StoreUnavailable(
            f"The database cannot be read at the moment: {said(error)}. Try again soon.",
            reason_of(error),
        ) from error


def _code(error: BaseException) -> int:
    # The low byte is the class, the rest says more exactly.
    code: int = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0)
    return code & 0xFF
