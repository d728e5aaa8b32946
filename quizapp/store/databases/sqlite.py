"""SQLite: one file in the instance folder, and a lock file beside it.

A writing connection begins with ``BEGIN IMMEDIATE``: a transaction that reads first and wants to
write later would fail as soon as somebody else wrote in between. The lock file stands in for
SQLite's own lock, which would make writers poll.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT, SQLITE_FULL, SQLITE_IOERR, SQLITE_NOTADB
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.errors import DatabaseRefused
from quizapp.store.databases.database import Database
from quizapp.store.databases.sqlite_copy import copy_database
from quizapp.store.databases.sqlite_file import OpenedFile, write_back
from quizapp.store.failures import DISK_FULL, STORAGE_FAILED, reason_of
from quizapp.store.instance import Instance
from quizapp.store.lock import locked
from quizapp.store.statements import execute

#: Set on every connection; what each must read as afterwards.
PRAGMAS: Final[Mapping[str, str | int]] = MappingProxyType(
    {
        "busy_timeout": 5_000,  # milliseconds; only strangers to our lock make anybody wait
        "journal_mode": "wal",
        "synchronous": 2,  # FULL: an acknowledged answer survives a loss of power
        "fullfsync": 1,  # and of a Mac's, where a plain sync leaves it in the disk's own memory
        "foreign_keys": 1,
        "secure_delete": 1,  # what is erased is overwritten, and not only forgotten
    }
)

#: The file is not what was written.
_DAMAGED: Final = frozenset({SQLITE_CORRUPT, SQLITE_NOTADB})


class Sqlite(Database):
    """The SQLite file of an installation; ``opening`` makes it if it is not there.

    Raises:
        ConfigError: its folder is on a network file system.
    """

    def __init__(self, instance: Instance) -> None:
        instance.require_one_host()
        super().__init__(instance, make_engine(instance.database), name=str(instance.database))
        self._file = OpenedFile(instance.database, self.engine)

    def turn(self) -> AbstractContextManager[None]:
        """Hold the lock file."""
        return locked(self.instance.write_lock)

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Hold the same lock file: nobody writes while the schema changes."""
        with locked(self.instance.write_lock):
            self.instance.database.touch(mode=0o600)  # SQLite would let everybody read it
            yield

    def check(self, connection: Connection) -> None:
        """Make sure that the pragmas are in force; a file system may refuse some."""
        for name, wanted in PRAGMAS.items():
            found = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            if found != wanted:
                raise DatabaseRefused(
                    f"SQLite keeps {name} at {found} here, and answers are only safe with "
                    f"{wanted}: put the instance folder on a local disk."
                )

    def keep_copy(self, revision: str, *, now: datetime) -> None:
        """Copy the file into the folder of copies."""
        copy_database(self.instance, revision, now=now)

    def reason_of(self, error: BaseException) -> str:
        """Return it by SQLite's code, if there is one."""
        code = _code(error)
        if code == SQLITE_FULL:
            return DISK_FULL
        return STORAGE_FAILED if code == SQLITE_IOERR or code in _DAMAGED else reason_of(error)

    def is_damage(self, error: BaseException) -> bool:
        """Return whether the file is not what was written."""
        return _code(error) in _DAMAGED

    def require_in_place(self) -> None:
        """Make sure that the paths still name the file that was opened, and its log."""
        self._file.require_in_place()

    def settle(self) -> None:
        """Write the log back into the file, and open every connection anew."""
        write_back(self.engine)
        self._file.begin_log()

    def close(self) -> None:
        """Close every connection; with the last one of all processes the log goes."""
        super().close()
        self._file.begin_log()

    def free_space(self) -> int:
        """Return the bytes that are left on the disk of the instance folder."""
        return shutil.disk_usage(self.instance.folder).free


def make_engine(database: Path) -> Engine:
    """Return an engine on an SQLite file."""
    engine = create_engine(
        URL.create("sqlite", database=str(database)),
        pool_size=20,
        max_overflow=20,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", _commit)
    return engine


# The driver's own connection has no type that SQLAlchemy and sqlite3 share.
def _set_up(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
    # The driver would begin transactions by itself, too late and never IMMEDIATE.
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(Database.WRITES, False)
    execute(connection, "BEGIN IMMEDIATE" if writes else "BEGIN")


def _commit(connection: Connection) -> None:
    # The driver's commit is silent when SQLite has rolled back by itself (after a full disk,
    # for one); this one is not, and nothing lost is acknowledged.
    execute(connection, "COMMIT")


def _code(error: BaseException) -> int:
    # The low byte is the class, the rest says more exactly.
    code: int = getattr(getattr(error, "orig", None), "sqlite_errorcode", 0)
    return code & 0xFF
