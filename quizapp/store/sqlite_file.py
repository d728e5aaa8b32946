"""The one SQLite file: that it is still the one that was opened; how a failed disk is left behind.

Whoever deletes or replaces a file under a running server leaves its connections with a file that
nobody will find again. What went there is lost, whatever SQLite says.
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
from quizapp.store.engine import make_engine
from quizapp.store.failures import DATABASE_GONE, STORAGE_FAILED


class SqliteFile:
    """An SQLite file that is there, and the connections to it.

    Attributes:
        engine: every connection of it is to this very file, or refused.

    Raises:
        OSError: there is no such file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = _identity(path)
        self.engine: Engine = make_engine(path)
        event.listen(self.engine, "do_connect", _make_none)
        event.listen(self.engine, "connect", self._refuse_another)

    def require_in_place(self) -> None:
        """Make sure that what was written is where it will be looked for.

        Raises:
            StoreUnavailable: the file was taken away, or another is in its place.
        """
        try:
            found = _identity(self._path)
        except OSError:
            found = None
        if found != self._opened:
            raise StoreUnavailable(
                f"{self._path} is not the file that was opened: put that one back, or restart.",
                DATABASE_GONE,
            )

    def settle(self) -> None:
        """Write all that the log holds into the file, synced, and empty the log.

        To be called under the write lock. After a sync that failed this is what lets writing go
        on. The kernel may by then have dropped the pages that it could not write and call the
        file clean, so that a later sync vouches for nothing written before the failure. Hence
        every connection is opened anew; what the log still holds is written into the file once
        more, since SQLite counts a page as written back only after a sync that worked; and the
        log is begun from nothing. Whatever is relied on from here was written and synced after.

        Raises:
            SQLAlchemyError: the disk still fails.
            StoreUnavailable: somebody reads; it may be tried again.
        """
        # Beside the old connections, by which reading goes on should this fail.
        fresh = self.engine.pool.recreate()
        try:
            with closing(fresh.connect()) as connection:
                cursor = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
                (busy, _, _) = cursor.fetchone()
        except sqlite3.Error as error:
            raise OperationalError("wal_checkpoint", None, error) from error
        finally:
            fresh.dispose()
        if busy:
            raise StoreUnavailable("The log cannot be emptied while it is read.", STORAGE_FAILED)
        self.engine.dispose()

    def close(self) -> None:
        """Close every connection that nobody uses."""
        self.engine.dispose()

    # The driver's own connection has no type that SQLAlchemy and sqlite3 share.
    def _refuse_another(self, _connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
        self.require_in_place()


def _make_none(
    _dialect: Dialect, _entry: ConnectionPoolEntry, arguments: list[str], more: dict[str, object]
) -> None:
    """Have SQLite open the file only if it is there; it would make an empty one."""
    arguments[0] = f"file:{quote(arguments[0])}?mode=rw"
    more["uri"] = True


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
