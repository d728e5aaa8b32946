"""What the store needs of a database, whichever it is. Nothing else asks which one there is."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from datetime import datetime
from typing import ClassVar

from sqlalchemy import Connection, Engine

from quizapp.store.instance import Instance


class Database(ABC):
    """A database and the connections to it.

    Args:
        instance: the folder of the installation.
        engine: with all that its connections are set to.

    Attributes:
        name: as messages call it, without a password.
        engine: for what begins its transactions by itself.
        reader: its transactions see one moment of the database from beginning to end.
        writer: its transactions read and then write without anybody writing in between; to be
            begun within ``turn``.
    """

    #: The option of a connection that is about to write.
    WRITES: ClassVar = "writes"

    def __init__(self, instance: Instance, engine: Engine, *, name: str) -> None:
        self.instance = instance
        self.engine = engine
        self.name = name
        self.reader = engine
        self.writer = engine.execution_options(**{self.WRITES: True})

    @abstractmethod
    def turn(self) -> AbstractContextManager[None]:
        """Wait until no other process writes that would not be kept waiting by ``writer``.

        Raises:
            OSError: the lock cannot be had.
        """

    @abstractmethod
    def opening(self) -> AbstractContextManager[None]:
        """Wait until no other process opens the database or brings it up to date.

        Only ``writer`` may write meanwhile, without a ``turn``.

        Raises:
            OSError, SQLAlchemyError: the lock cannot be had.
        """

    @abstractmethod
    def check(self, connection: Connection) -> None:
        """Make sure that what is acknowledged here is kept, and that texts come back as they were.

        Raises:
            DatabaseRefused: a setting is such that it is not; the message says which.
        """

    @abstractmethod
    def keep_copy(self, revision: str, *, now: datetime) -> None:
        """Keep a copy of all there is before a migration, where that is ours to do.

        Args:
            revision: of the schema; names the copy, as does ``now`` (aware UTC).

        Raises:
            DatabaseRefused: there is no sound copy, so there should be no migration.
        """

    @abstractmethod
    def reason_of(self, error: BaseException) -> str:
        """Return what a failure means, in a word of ``failures``."""

    @abstractmethod
    def is_damage(self, error: BaseException) -> bool:
        """Return whether what is stored is not what was written: only a person mends that."""

    @abstractmethod
    def require_in_place(self) -> None:
        """Make sure that what was just committed is where it will be looked for.

        Raises:
            StoreUnavailable: it is not.
        """

    @abstractmethod
    def settle(self) -> None:
        """Leave behind what a failed disk may have forgotten; to be called in a ``turn``.

        Raises:
            SQLAlchemyError, StoreUnavailable: it cannot be done now; it may be tried again.
        """

    @abstractmethod
    def free_space(self) -> int | None:
        """Return the bytes that are left where it stores; None if that cannot be known here."""

    def close(self) -> None:
        """Close every connection that nobody uses."""
        self.engine.dispose()
