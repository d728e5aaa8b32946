"""Failures of the database: told from failures of what was asked of it, and what each means.

The reasons, as ``/readyz`` says them:

``disk-full``       no space, or too little; it goes on by itself when there is some;
``not-writable``    the database refuses writes; it goes on by itself when it does not;
``storage-failed``  the disk failed, or the file is damaged;
``database-gone``   the file or its log is not where it was, or another one is there.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from quizapp.errors import StoreUnavailable

DISK_FULL: Final = "disk-full"
NOT_WRITABLE: Final = "not-writable"
STORAGE_FAILED: Final = "storage-failed"
DATABASE_GONE: Final = "database-gone"


def is_failure(error: BaseException | None) -> bool:
    """Return whether the database failed: disk full, unreadable, read-only, locked."""
    asked_wrongly = IntegrityError | DataError | ProgrammingError
    return isinstance(error, DBAPIError) and not isinstance(error, asked_wrongly)


def reason_of(error: BaseException) -> str:
    """Return what a failure means, in a word, as far as no driver needs to be asked."""
    if isinstance(error, StoreUnavailable):
        return error.reason
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    return NOT_WRITABLE


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
            f"The database cannot be read at the moment: {said(error)}. Try again soon."
        ) from error
