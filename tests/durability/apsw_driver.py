"""An apsw connection that looks like one of ``sqlite3``, as far as SQLAlchemy and the store look.

Only apsw can put SQLite on a file system of our own. Rows are fetched at once.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import apsw

_ERRORS = {
    apsw.ConstraintError: sqlite3.IntegrityError,
    apsw.CorruptError: sqlite3.DatabaseError,
    apsw.NotADBError: sqlite3.DatabaseError,
}


class Connection:
    """One connection; ``isolation_level`` is only ever None here."""

    isolation_level: None = None

    def __init__(self, database: str, vfs: str) -> None:
        with _translated():
            self._apsw = apsw.Connection(database, vfs=vfs)

    def cursor(self) -> "Cursor":
        return Cursor(self._apsw)

    def execute(self, statement: str) -> "Cursor":
        return self.cursor().execute(statement)

    def create_function(self, name: str, count: int, function: Callable, **_more: object) -> None:
        self._apsw.create_scalar_function(name, function, count)

    def commit(self) -> None:
        self._end("COMMIT")

    def rollback(self) -> None:
        self._end("ROLLBACK")

    def close(self) -> None:
        with _translated():
            self._apsw.close()

    def _end(self, statement: str) -> None:
        if self._apsw.in_transaction:
            self.execute(statement)


class Cursor:
    """Runs one statement after the other."""

    arraysize = 1

    def __init__(self, connection: apsw.Connection) -> None:
        self._apsw = connection
        self._rows: Iterator[tuple] = iter(())
        self.description: tuple | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def execute(self, statement: str, values: Sequence = ()) -> "Cursor":
        with _translated():
            cursor = self._apsw.cursor()
            before = self._apsw.total_changes()
            columns: list[tuple] = []
            cursor.exec_trace = lambda one, *_: bool(columns.append(one.get_description())) or True
            self._rows = iter(cursor.execute(statement, tuple(values)).fetchall())
        named = columns[0] if columns else ()
        self.description = tuple((column[0], *[None] * 6) for column in named) or None
        self.rowcount = -1 if self.description else self._apsw.total_changes() - before
        self.lastrowid = self._apsw.last_insert_rowid()
        return self

    def executemany(self, statement: str, many: Sequence[Sequence]) -> "Cursor":
        before = self._apsw.total_changes()
        for values in many:
            self.execute(statement, values)
        self.rowcount = self._apsw.total_changes() - before
        return self

    def fetchone(self) -> tuple | None:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[tuple]:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def fetchall(self) -> list[tuple]:
        return list(self._rows)

    def close(self) -> None:
        self._rows = iter(())


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        translated = _ERRORS.get(type(error), sqlite3.OperationalError)(str(error))
        translated.sqlite_errorcode = error.extendedresult
        raise translated from error
