"""The way to the database for pages and commands: they hand a job, they get its view.

A job is a function of a plain ``Session`` that never commits. Reads see one moment of the
database; writes go through the one write queue and return after the commit.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.config import Config
from quizapp.errors import FolderTaken, StoreUnavailable
from quizapp.services.views import Readiness
from quizapp.store.engine import check_pragmas
from quizapp.store.failures import reading
from quizapp.store.instance import Instance
from quizapp.store.lock import locked, taken
from quizapp.store.migrate import migrate
from quizapp.store.readiness import unreadiness
from quizapp.store.sqlite_file import SqliteFile
from quizapp.store.writer import Writer

T = TypeVar("T")

#: How long a server waits for the end of another that was just told to stop, or killed.
_PATIENCE_SECONDS: Final = 8.0


class Store:
    """An opened database; one per process, shared by its threads.

    Attributes:
        engine: for Flask-SQLAlchemy to bind to; nothing else should need it.
        secret: 32 random bytes of this installation.
    """

    def __init__(self, instance: Instance, file: SqliteFile, secret: bytes) -> None:
        self.engine: Engine = file.engine
        self.secret = secret
        self._instance = instance
        self._file = file
        self._writer = Writer(file, instance.write_lock)

    def read(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns; nothing it changes is kept.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        with reading(), Session(self.engine) as session:
            return job(session)

    def write(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns, after its changes are safe on the disk.

        Raises:
            StoreUnavailable: nothing of the job was kept; it may be tried again.
        """
        return self._writer.run(job)

    def readiness(self) -> Readiness:
        """Try a write, of which nothing is left, and say whether answers can be taken.

        Returns:
            With the reason in a word, of ``store/failures.py``.
        """
        reason = unreadiness(self._writer, self._instance)
        return Readiness(ready=not reason, reason=reason)

    def settle(self) -> None:
        """Write all that the log holds into the file; for the end of the last process.

        Raises:
            StoreUnavailable: it could not be done. Nothing is lost: the log is read at the start.
        """
        self._writer.settle()

    def close(self) -> None:
        """Close every connection."""
        self._file.close()


def open_store(config: Config, *, now: datetime) -> Store:
    """Return the database of an installation, made or brought up to date if need be.

    Args:
        now: aware UTC; names the copy that is made before an upgrade.

    Raises:
        ConfigError: the instance folder cannot be made.
        DatabaseRefused: the file is of a newer version, or not ours.
        StoreUnavailable: the file cannot be opened or written.
    """
    instance = Instance(config.instance)
    instance.require_one_host()
    instance.prepare()
    # Processes that start together take turns: one makes what the others find.
    with _opening(instance), locked(instance.write_lock):
        instance.database.touch(mode=0o600)  # SQLite would let everybody read it
        secret = instance.secret()
        file = SqliteFile(instance.database)
        with file.engine.connect() as connection:
            check_pragmas(connection)
        migrate(file.engine, instance, now=now)
    return Store(instance, file, secret)


@contextmanager
def sole_server(config: Config) -> Iterator[None]:
    """Keep every other server from the instance folder, until this process and its workers end.

    Raises:
        ConfigError: the instance folder cannot be made.
        FolderTaken: another server has it, and does not end within some seconds.
        StoreUnavailable: the folder cannot be written.
    """
    instance = Instance(config.instance)
    instance.prepare()
    with ExitStack() as held:
        try:
            held.enter_context(taken(instance.server_lock, patience=_PATIENCE_SECONDS))
        except FolderTaken as error:
            raise FolderTaken(
                f"Another server has the folder {instance.folder} (process {error}). "
                "Stop that one, or set QUIZAPP_INSTANCE to a folder of its own."
            ) from error
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {instance.folder} cannot be written: {error.strerror}."
            ) from error
        yield


@contextmanager
def _opening(instance: Instance) -> Iterator[None]:
    try:
        with reading():
            yield
    except (OSError, StoreUnavailable) as error:
        reason = getattr(error.__cause__, "orig", error)  # as SQLite says it, in one line
        raise StoreUnavailable(
            f"The database {instance.database} cannot be opened: {reason}"
        ) from error
