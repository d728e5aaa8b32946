"""The way to the database for pages and commands: they hand a job, they get its view.

A job is a function of a plain ``Session`` that never commits. Reads see one moment of the
database; writes go through the one write queue and return after the commit.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.config import Config
from quizapp.errors import DatabaseRefused, FolderTaken, StoreUnavailable
from quizapp.services.learners import LearnerId
from quizapp.services.memory import rebuild_all
from quizapp.services.views import Readiness
from quizapp.store.databases.database import Database
from quizapp.store.databases.postgres import Postgres
from quizapp.store.databases.sqlite import Sqlite
from quizapp.store.failures import reading, said
from quizapp.store.instance import Instance
from quizapp.store.lock import taken
from quizapp.store.migrate import migrate
from quizapp.store.readiness import Prober
from quizapp.store.writer import Writer

_LOG = logging.getLogger(__name__)
T = TypeVar("T")

#: Revisions of the schema in which there were answers, but no memories of them.
_WITHOUT_MEMORIES: Final = frozenset(("0001", "0002"))
#: How far a long log was replayed is said after so many more answers.
_SAID_EVERY: Final = 100_000
#: How long a server waits for the end of another that was just told to stop, or killed.
_PATIENCE_SECONDS: Final = 8.0


class Store:
    """An opened database; one per process, shared by its threads.

    Attributes:
        engine: for Flask-SQLAlchemy to bind to; nothing else should need it.
        secret: 32 random bytes of this installation.
    """

    def __init__(self, database: Database, secret: bytes) -> None:
        self.engine: Engine = database.engine
        self.secret = secret
        self._database = database
        self._writer = Writer(database)
        self._prober = Prober(self._writer, database)

    def read(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns; nothing it changes is kept.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        with reading(), self._database.reader.connect() as connection:
            connection.begin()  # and never committed: closing the connection takes all back
            with Session(connection, join_transaction_mode="rollback_only") as session:
                return job(session)

    def write(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns, after its changes are safe on the disk.

        Raises:
            StoreUnavailable: nothing of the job was kept; it may be tried again.
        """
        return self._writer.run(job)

    def readiness(self, *, now: datetime) -> Readiness:
        """Try a write, of which nothing is left, and say whether answers can be taken.

        A try that worked vouches for a second, unless a write failed since.

        Returns:
            With the reason in a word, of ``store/failures.py``.
        """
        reason = self._prober.why_not(now=now)
        return Readiness(ready=not reason, reason=reason)

    def settle(self) -> None:
        """Leave the database whole and without a log; for the end of the last process.

        Raises:
            StoreUnavailable: it could not be done. Nothing is lost: the log is read at the start.
        """
        self._writer.settle()

    def close(self) -> None:
        """Close every connection."""
        self._database.close()


def open_store(config: Config, *, now: datetime) -> Store:
    """Return the database of an installation, made or brought up to date if need be.

    Args:
        now: aware UTC; names the copy that is made before an upgrade.

    Raises:
        ConfigError: the instance folder cannot be made or is on a network file system, or there
            is no driver for the database.
        DatabaseRefused: the database is of a newer version, not ours, damaged, or not safe to use.
        StoreUnavailable: it cannot be reached, opened or written.
    """
    instance = Instance(config.instance)
    database = Postgres(instance, config.database) if config.database else Sqlite(instance)
    instance.prepare()
    # Processes that start together take turns: one makes what the others find.
    with ExitStack() as failed, _opening(database):
        failed.callback(database.close)
        with database.opening():
            secret = instance.secret()
            with database.engine.connect() as connection:
                database.check(connection)
            former = migrate(database, now=now)
        store = Store(database, secret)
        if former in _WITHOUT_MEMORIES:
            for learner_id, found in rebuild_all(store.read, store.write, _say_how_far):
                _LOG.info("learner %s: %s memories from the log", learner_id, found.memories)
        failed.pop_all()
    return store


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


def _say_how_far(learner_id: LearnerId, count: int) -> None:
    if count % _SAID_EVERY == 0:
        _LOG.info("learner %s: %s answers replayed so far", learner_id, count)


@contextmanager
def _opening(database: Database) -> Iterator[None]:
    try:
        with reading():
            yield
    except (OSError, StoreUnavailable) as error:
        if error.__cause__ is not None and database.is_damage(error.__cause__):
            raise DatabaseRefused(
                f"The database {database.name} is damaged: {said(error.__cause__)}. Move it and "
                "its -wal and -shm away, but keep them, put a copy in its place, and start again."
            ) from error
        reason = getattr(error.__cause__, "orig", error)  # as the database says it
        (line, *_) = str(reason).splitlines()
        raise StoreUnavailable(f"The database {database.name} cannot be opened: {line}") from error
