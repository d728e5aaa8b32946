"""The SQLite file itself: that it is still the one that was opened, and its log written back.

Whoever deletes or replaces a file under a running server leaves its connections with a file that
nobody will find again. What went there is lost, whatever SQLite says. So it is with the log, which
has the answers before the file does, and with its index: without it two processes would write
their answers into the same places.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.errors import StoreUnavailable
from quizapp.store.failures import DATABASE_GONE, STORAGE_FAILED


class OpenedFile:
    """The file that the first connection opened, its log and the log's index.

    Every later connection is to these, or refused.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._beside = (Path(f"{path}-wal"), Path(f"{path}-shm"))
        self._opened: dict[Path, tuple[int, int]] = {}
        event.listen(engine, "do_connect", _make_none)
        event.listen(engine, "connect", self._recognise)

    def require_in_place(self) -> None:
        """Make sure that what was written is where it will be looked for.

        Raises:
            StoreUnavailable: a file was taken away, or another is in its place.
        """
        for path in (self._path, *self._beside):
            try:
                found = _identity(path)
            except OSError:
                found = None
            if found is None or found != self._opened.setdefault(path, found):
                raise StoreUnavailable(
                    f"{path} is not the file that was opened: put that one back, or restart.",
                    DATABASE_GONE,
                )

    def begin_log(self) -> None:
        """Expect another log: SQLite itself removes it with the last connection, and no sooner."""
        for path in self._beside:
            self._opened.pop(path, None)

    # The driver's own connection has no type that SQLAlchemy and sqlite3 share.
    def _recognise(self, connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
        connection.execute("PRAGMA schema_version").fetchall()  # a first read opens the log
        self.require_in_place()


def write_back(engine: Engine) -> None:
    """Write all that the log holds into the file, synced, and empty the log.

    To be called under the write lock. After a sync that failed this is what lets writing go on.
    The kernel may by then have dropped the pages that it could not write and call the file clean,
    so that a later sync vouches for nothing written before the failure. Hence what the log still
    holds is written into the file once more, since SQLite counts a page as written back only
    after a sync that worked, and the log is begun from nothing. Whatever is relied on from here
    was written and synced after the failure.

    Raises:
        SQLAlchemyError: the disk still fails.
        StoreUnavailable: somebody reads; it may be tried again.
    """
    # Beside the old connections, by which reading goes on should this fail.
    fresh = engine.pool.recreate()
    try:
        with closing(fresh.connect()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            ((busy, _, _),) = cursor.fetchall()
    except sqlite3.Error as error:
        raise OperationalError("wal_checkpoint", None, error) from error
    finally:
        fresh.dispose()
    if busy:
        raise StoreUnavailable("The log cannot be emptied while it is read.", STORAGE_FAILED)
    engine.dispose()


def _make_none(
    _dialect: Dialect, _entry: ConnectionPoolEntry, arguments: list[str], more: dict[str, object]
) -> None:
    """Have SQLite open the file only if it is there; it would make an empty one."""
    arguments[0] = f"file:{quote(arguments[0])}?mode=rw"
    more["uri"] = True


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
