"""The SQLite engine: what every connection is set to, and how its transactions begin.

A connection with the execution option ``writes`` begins with ``BEGIN IMMEDIATE``: a transaction
that reads first and wants to write later would fail as soon as somebody else wrote in between.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.errors import DatabaseRefused

#: Set on every connection; what each must read as afterwards.
PRAGMAS: Final[Mapping[str, str | int]] = MappingProxyType(
    {
        "busy_timeout": 5_000,  # milliseconds; only strangers to our lock make anybody wait
        "journal_mode": "wal",
        "synchronous": 2,  # FULL: an acknowledged answer survives a loss of power
        "foreign_keys": 1,
    }
)


def make_engine(database: Path) -> Engine:
    """Return an engine on an SQLite file, which is made if it is not there."""
    engine = create_engine(
        URL.create("sqlite", database=str(database)), pool_size=20, max_overflow=20
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", _commit)
    return engine


def check_pragmas(connection: Connection) -> None:
    """Make sure that the settings are in force; a file system may refuse the write-ahead log.

    Raises:
        DatabaseRefused: one of them is not.
    """
    for name, wanted in PRAGMAS.items():
        found = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
        if found != wanted:
            raise DatabaseRefused(
                f"SQLite keeps {name} at {found} here, and answers are only safe with {wanted}: "
                "put the instance folder on a local disk."
            )


# The driver's own connection has no type that SQLAlchemy and sqlite3 share.
def _set_up(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
    # The driver would begin transactions by itself, too late and never IMMEDIATE.
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _commit(connection: Connection) -> None:
    # The driver's commit is silent when SQLite has rolled back by itself (after a full disk,
    # for one); this one is not, and nothing lost is acknowledged.
    connection.exec_driver_sql("COMMIT")
