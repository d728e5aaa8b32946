"""The write queue: every change of the database goes through here, one group after another.

A thread that brings a job appends it to the queue and takes the lock of the process. Whoever has
the lock leads: it takes the jobs that wait, runs each in a savepoint inside one transaction, and
commits once for all of them. A bad job fails alone; a failure of the database fails the group.
Between processes the database keeps the order: it gives each leader its turn.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Lock
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from quizapp.errors import StoreUnavailable
from quizapp.store.databases.database import Database
from quizapp.store.failures import is_failure

T = TypeVar("T")

#: Jobs in one commit at most: enough to share its cost, few enough that nobody waits long.
LARGEST_GROUP: Final = 64


class Writer:
    """The write queue of one process.

    Args:
        database: whose other writers, in other processes, take turns with this one.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        # Any job may wait here; each ticket knows its own type.
        self._waiting: deque[_Ticket[Any]] = deque()
        self._leading = Lock()
        self._broken = False

    @property
    def is_broken(self) -> bool:
        """Whether the disk or the file failed so that no write is tried until a restart."""
        return self._broken

    def run(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns, once its changes are safe on the disk.

        Args:
            job: never commits, and does nothing slow: every other writer waits for it.

        Raises:
            StoreUnavailable: the database failed; nothing of the job is kept.
        """
        ticket = _Ticket(job)
        self._waiting.append(ticket)
        with self._leading:
            while not ticket.outcome.done():
                self._commit(self._next_group())
        return ticket.outcome.result()

    def _next_group(self) -> "list[_Ticket[Any]]":
        # Only the leader takes, so what is counted is still there.
        return [self._waiting.popleft() for _ in range(min(len(self._waiting), LARGEST_GROUP))]

    def _commit(self, group: "Sequence[_Ticket[Any]]") -> None:
        try:
            if not self._broken:
                self._try(group)
        except (SQLAlchemyError, OSError) as error:
            self._broken = self._database.is_lasting(error)
            for ticket in group:
                ticket.fail(cause=error)
        finally:
            # Nobody may wait for ever, whatever ended the leader.
            for ticket in group:
                ticket.fail()

    def _try(self, group: "Sequence[_Ticket[Any]]") -> None:
        done = []
        with self._database.turn(), self._database.writer.begin() as connection:
            for ticket in group:
                with ticket:
                    done.append((ticket, ticket.run(connection)))
        for ticket, value in done:
            ticket.outcome.set_result(value)


class _Ticket(Generic[T]):
    """A job that waits, and what came of it.

    As a context manager it keeps what its job raises for the thread that brought it; what says
    that the database failed goes on to the leader.
    """

    def __init__(self, job: Callable[[Session], T]) -> None:
        self._job = job
        self.outcome: Future[T] = Future()

    def run(self, connection: Connection) -> T:
        """Return what the job returns; its changes are kept in the transaction, or none."""
        with (
            Session(connection, join_transaction_mode="create_savepoint") as session,
            session.begin(),
        ):
            return self._job(session)

    def fail(self, cause: BaseException | None = None) -> None:
        """Tell the thread that nothing was saved, unless it was told something already."""
        if not self.outcome.done():
            failure = StoreUnavailable("Nothing can be saved at the moment. Try again soon.")
            failure.__cause__ = cause
            self.outcome.set_exception(failure)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception) or is_failure(error):
            return False
        self.outcome.set_exception(error)
        return True
