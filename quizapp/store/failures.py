"""Failures of the database, told from failures of what was asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_NOTADB
from typing import Final

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from quizapp.errors import StoreUnavailable

#: After one of these the file or the disk cannot be trusted until somebody has looked.
_LASTING: Final = frozenset({SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_NOTADB})


def is_failure(error: BaseException | None) -> bool:
    """Return whether the database failed: disk full, unreadable, read-only, locked."""
    asked_wrongly = IntegrityError | DataError | ProgrammingError
    return isinstance(error, DBAPIError) and not isinstance(error, asked_wrongly)


def is_lasting(error: BaseException) -> bool:
    """Return whether the failure was of a kind after which no write may be trusted."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", 0)
    return code & 0xFF in _LASTING  # the low byte is the class, the rest says more exactly


@contextmanager
def reading() -> Iterator[None]:
    """Turn a failure of the database into ``StoreUnavailable``."""
    try:
        yield
    except DBAPIError as error:
        if not is_failure(error):
            raise
        raise StoreUnavailable(
            "The database cannot be read at the moment. Try again soon."
        ) from error
