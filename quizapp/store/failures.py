"""Failures of the database, told from failures of what was asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from quizapp.errors import StoreUnavailable


def is_failure(error: BaseException | None) -> bool:
    """Return whether the database failed: disk full, unreadable, read-only, locked."""
    asked_wrongly = IntegrityError | DataError | ProgrammingError
    return isinstance(error, DBAPIError) and not isinstance(error, asked_wrongly)


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
