"""The way to the database for pages and commands: they hand a job, they get its view.

A job is a function of a plain ``Session`` that never commits. Reads see one moment of the
database; writes go through the one write queue and return after the commit.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.config import Config
from quizapp.services.views import Readiness

T = TypeVar("T")


class Store:
    """An opened database; one per process, shared by its threads.

    Attributes:
        engine: for Flask-SQLAlchemy to bind to; nothing else should need it.
        secret: 32 random bytes of this installation.
    """

    engine: Engine
    secret: bytes

    def read(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns; nothing it changes is kept.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        raise NotImplementedError

    def write(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns, after its changes are safe on the disk.

        Raises:
            StoreUnavailable: nothing of the job was kept; it may be tried again.
        """
        raise NotImplementedError

    def readiness(self) -> Readiness:
        """Try a write, without keeping it, and say whether answers can be taken."""
        raise NotImplementedError

    def close(self) -> None:
        """Close every connection."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(config: Config, *, now: datetime) -> Store:
    """Return the database of an installation, made or brought up to date if need be.

    Args:
        now: aware UTC; names the copy that is made before an upgrade.

    Raises:
        ConfigError: the instance folder cannot be made.
        DatabaseRefused: the file is of a newer version, or not ours.
        StoreUnavailable: the file cannot be opened or written.
    """
    raise NotImplementedError
