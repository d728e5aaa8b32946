"""The write queue: every change of the database goes through here, one group after another.

A thread that brings a job appends it to the queue; where nobody leads, it does. The leader waits
for its turn, takes the jobs that wait by then, runs each in a savepoint inside one transaction, and
commits once for all of them. A bad job fails alone; a failure of the database fails the group.
Between processes the database keeps the order: it gives each leader its turn.

After a failure of the disk nothing is written until the database was settled; each later write
tries that first. A damaged database is left alone until a restart.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Condition
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from quizapp.errors import StoreUnavailable
from quizapp.store.databases.database import Database
from quizapp.store.failures import STORAGE_FAILED, is_failure, said
from quizapp.store.statements import execute

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
        # Told when somebody's outcome is there, or nobody leads any more. What is done must not
        # wait behind the next commit, or the clients of one group would be missing in the next.
        self._changed = Condition()
        self._is_led = False
        #: How many groups could not be committed.
        self.failures = 0
        #: The failure after which no write may be trusted yet.
        self._distrusted: BaseException | None = None

    def run(self, job: Callable[[Session], T]) -> T:
        """Return what the job returns, once its changes are safe on the disk.

        Args:
            job: never commits, and does nothing slow: every other writer waits for it.

        Raises:
            StoreUnavailable: the database failed; nothing of the job is kept.
        """
        ticket = _Ticket(job)
        with self._changed:
            self._waiting.append(ticket)
            while self._is_led and not ticket.outcome.done():
                self._changed.wait()
            if ticket.outcome.done():
                return ticket.outcome.result()
            self._is_led = True
        try:
            while not ticket.outcome.done():
                self._commit()
        finally:
            self._tell(is_led=False)
        return ticket.outcome.result()

    def settle(self) -> None:
        """Write all that the log holds into the file; for the end of the last process.

        Raises:
            StoreUnavailable: it could not be done. Nothing is lost: the log is read at the start.
        """
        try:
            with self._database.turn():
                self._database.settle()
        except (SQLAlchemyError, OSError) as error:
            raise StoreUnavailable(said(error), self._database.reason_of(error)) from error

    def _next_group(self) -> "list[_Ticket[Any]]":
        # Only the leader takes, so what is counted is still there.
        return [self._waiting.popleft() for _ in range(min(len(self._waiting), LARGEST_GROUP))]

    def _tell(self, *, is_led: bool) -> None:
        with self._changed:
            self._is_led = is_led
            self._changed.notify_all()

    def _commit(self) -> None:
        """Commit a group, or tell all who wait that it cannot be done."""
        group: list[_Ticket[Any]] = []
        try:
            self._try(group)
        except (SQLAlchemyError, OSError, StoreUnavailable) as error:
            self.failures += 1
            failure = self._unavailable(error)
            if failure.reason == STORAGE_FAILED:
                self._distrusted = error
            for ticket in group or self._next_group():
                ticket.fail(failure)
        finally:
            # Nobody may wait for ever, whatever ended the leader.
            for ticket in group:
                ticket.fail(StoreUnavailable("Nothing was saved: what was saving it ended."))
            self._tell(is_led=True)

    def _try(self, group: "list[_Ticket[Any]]") -> None:
        """Commit a group; ``group`` gets what is in it as soon as the turn has come."""
        done = []
        with self._database.turn():
            self._regain_trust()
            with self._database.writer.begin() as connection:
                group += self._next_group()
                for ticket in group:
                    with ticket:
                        done.append((ticket, ticket.run(connection)))
            self._database.require_in_place()
        for ticket, value in done:
            ticket.outcome.set_result(value)

    def _regain_trust(self) -> None:
        if self._distrusted is None:
            return
        if self._database.is_damage(self._distrusted):
            raise self._distrusted.with_traceback(None)  # else it would grow each time
        self._database.settle()
        self._distrusted = None

    def _unavailable(self, cause: BaseException) -> StoreUnavailable:
        reason = self._database.reason_of(cause)
        failure = StoreUnavailable(f"Nothing was saved ({reason}): {said(cause)}", reason)
        failure.__cause__ = cause
        return failure


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
        # Said to the driver: a session that makes its own savepoint costs as much as a whole job.
        execute(connection, "SAVEPOINT job")
        with Session(connection, join_transaction_mode="rollback_only") as session:
            try:
                value = self._job(session)
                session.flush()
            except Exception as error:
                if not is_failure(error):
                    execute(connection, "ROLLBACK TO SAVEPOINT job")
                    execute(connection, "RELEASE SAVEPOINT job")
                raise
        execute(connection, "RELEASE SAVEPOINT job")
        return value

    def fail(self, failure: StoreUnavailable) -> None:
        """Tell the thread that nothing was saved, unless it was told something already."""
        if not self.outcome.done():
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
