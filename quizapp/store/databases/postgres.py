"""PostgreSQL: one database on a server, for one host or several.

Jobs read and then write, and are written for a database where nobody else writes in between. So
a writing transaction begins by taking the one lock of all writers, wherever they run. It must be
READ COMMITTED: its first statement waits for that lock, and what it reads afterwards has to be as
the writer before it left it, not as it was when the wait began.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.errors import ConfigError, DatabaseRefused, StoreUnavailable
from quizapp.store.databases.database import Database
from quizapp.store.failures import DISK_FULL, reason_of
from quizapp.store.instance import Instance
from quizapp.store.lock import locked

#: Names of the locks; any numbers that no other program in this database uses. "quiz" in ASCII.
_WRITING: Final = "1903520122, 1"
_OPENING: Final = "1903520122, 2"

#: The oldest that is tested, as the server writes it.
_OLDEST: Final = 130000

#: The server's word for a full disk.
_DISK_FULL: Final = "53100"

#: Seconds until a server that does not answer counts as gone.
_CONNECT_SECONDS: Final = 5

#: Whoever has the lock of all writers and falls silent loses it; nobody waits for it for ever.
#: What the administrator chose for ``synchronous_commit`` holds, except that off would let the
#: server acknowledge what a crash takes back.
_SET_UP: Final = """
SELECT set_config('idle_in_transaction_session_timeout', '30s', false),
       set_config('lock_timeout', '30s', false),
       set_config('TimeZone', 'UTC', false),
       set_config('DateStyle', 'ISO', false),
       set_config('synchronous_commit', coalesce(
           nullif(current_setting('synchronous_commit'), 'off'), 'on'), false)
"""


class Postgres(Database):
    """A database on a PostgreSQL server.

    Args:
        url: ``postgresql://user:password@host/name``; the database is there already.

    Raises:
        ConfigError: the driver is not installed.
    """

    def __init__(self, instance: Instance, url: str) -> None:
        place = make_url(url).set(drivername="postgresql+psycopg")
        engine = _make_engine(place)
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        event.listen(engine, "commit", _require_whole)
        shown = place.set(drivername="postgresql", query={})
        super().__init__(instance, engine, name=shown.render_as_string(hide_password=True))
        self.reader = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def turn(self) -> AbstractContextManager[None]:
        """Wait for nothing: ``writer`` does."""
        return nullcontext()

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Hold a lock of the server, and that of the folder, in which the secret is made."""
        with locked(self.instance.write_lock), self.engine.begin() as connection:
            # A migration may take its time, and those who wait for it too.
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_OPENING})")
            yield

    def check(self, connection: Connection) -> None:
        """Make sure of the server's age, of its encoding, and that it syncs its log."""
        version = int(_setting(connection, "server_version_num"))
        if version < _OLDEST:
            raise DatabaseRefused(
                f"The server of {self.name} is PostgreSQL {version // 10000}: "
                f"quizapp needs {_OLDEST // 10000} or later."
            )
        encoding = _setting(connection, "server_encoding")
        if encoding != "UTF8":
            raise DatabaseRefused(
                f"The database {self.name} is encoded in {encoding}: "
                "make it anew with ENCODING 'UTF8' TEMPLATE template0."
            )
        for name in ("fsync", "synchronous_commit"):
            if _setting(connection, name) == "off":
                raise DatabaseRefused(
                    f"The server of {self.name} has {name} off, and would acknowledge answers "
                    "that a crash takes back: set it on."
                )

    def keep_copy(self, revision: str, *, now: datetime) -> None:
        """Copy nothing: on a server that is the administrator's task (``pg_dump``)."""

    def reason_of(self, error: BaseException) -> str:
        """Return whether the server's disk is full; else what can be said without the driver."""
        sqlstate = getattr(getattr(error, "orig", None), "sqlstate", None)
        return DISK_FULL if sqlstate == _DISK_FULL else reason_of(error)

    def is_damage(self, _error: BaseException) -> bool:
        """Return that it is not: after a failure of its disk the server itself starts anew."""
        return False

    def require_in_place(self) -> None:
        """Do nothing: where its files are, the server looks after."""

    def settle(self) -> None:
        """Open every connection anew; the server recovers from its log by itself."""
        self.engine.dispose()

    def free_space(self) -> None:
        """Return that it is not known: the disk is the server's."""


def _make_engine(url: URL) -> Engine:
    try:
        return create_engine(
            url,
            pool_size=20,
            max_overflow=20,
            pool_pre_ping=True,  # after a restart of the server every old connection is dead
            isolation_level="READ COMMITTED",
            connect_args={"connect_timeout": _CONNECT_SECONDS, "client_encoding": "utf8"},
        )
    except ImportError as error:  # of the driver, an extra that most installations lack
        raise ConfigError(
            "QUIZAPP_DATABASE names PostgreSQL, and its driver is not installed: "
            "pip install 'quizapp[postgres]'"
        ) from error


def _setting(connection: Connection, name: str) -> str:
    value: str = connection.exec_driver_sql(f"SHOW {name}").scalar_one()
    return value


# The driver may not be installed, so its connection has no type here.
def _set_up(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
    connection.autocommit = True  # so that no rollback takes the settings back
    connection.execute(_SET_UP)
    connection.autocommit = False


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(Database.WRITES, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING})")


def _require_whole(connection: Connection) -> None:
    # After an error PostgreSQL answers COMMIT by rolling back, and the driver says nothing.
    driver: Any = connection.connection.dbapi_connection
    if driver.info.transaction_status.name != "INTRANS":
        raise StoreUnavailable("The transaction was broken off before it could be committed.")
