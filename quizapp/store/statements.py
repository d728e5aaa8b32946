"""Prepared statements: compiled once, then run on the driver's own cursor.

SQLAlchemy's way from a statement to its rows costs more than SQLite takes to answer. What runs at
every request is declared as a constant with this, in Core, so that it is still checked against the
tables and stays portable. It runs in the transaction of the session it is given. Objects that wait
in the session unsaved are not seen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

T = TypeVar("T")

# What the driver takes and gives has no type; the columns know it.
_Values = Mapping[str, Any]
_Select = Select[*tuple[Any, ...]]
_Processor = Callable[[Any], Any]

#: So many rows go to the driver at a time.
_AT_A_TIME: Final = 1_000


@dataclass(slots=True)
class _Compiled:
    """A statement in the words of one database.

    Attributes:
        names: of the values, in their places.
        by_place: whether they are sent in that order, and not by name.
        given: what turns a value into what the driver takes, by name.
        fixed: values that stand in the statement itself.
        found: what turns what the driver gives into a value, by the place of its column; None
            until a first run has shown what the driver gives.
    """

    text: str
    names: tuple[str, ...]
    by_place: bool
    given: Mapping[str, _Processor]
    fixed: _Values
    found: tuple[tuple[int, _Processor], ...] | None = None

    def bound(self, values: _Values) -> Sequence[Any] | _Values:
        merged = {**self.fixed, **values}
        for name, process in self.given.items():
            merged[name] = process(merged[name])
        if self.by_place:
            return [merged[name] for name in self.names]
        return {name: merged[name] for name in self.names}


def execute(
    connection: Connection, text: str, values: Sequence[Any] | _Values = ()
) -> Sequence[Sequence[Any]]:
    """Return the rows that the driver's own cursor gives for a statement.

    Raises:
        DBAPIError: as SQLAlchemy names what the driver raises.
    """
    rows, _ = _sent(connection, text, values)
    return rows


def _sent(
    connection: Connection, text: str, values: Sequence[Any] | _Values
) -> tuple[Sequence[Sequence[Any]], Sequence[Sequence[Any]]]:
    """Return the rows, and how the driver describes their columns."""
    with _cursor(connection, text, values) as cursor:
        cursor.execute(text, values)
        described = cursor.description or ()
        return (cursor.fetchall() if described else ()), described


@contextmanager
def _cursor(connection: Connection, text: str, values: Sequence[Any] | _Values) -> Iterator[Any]:
    """The driver's own cursor; what it raises is named as SQLAlchemy does."""
    dialect = connection.dialect
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except dialect.loaded_dbapi.Error as error:
        if dialect.is_disconnect(error, connection.connection.dbapi_connection, None):
            connection.invalidate(error)  # so that the pool forgets it
        raise DBAPIError.instance(
            text, values, error, dialect.loaded_dbapi.Error, dialect=dialect
        ) from error
    finally:
        cursor.close()


def _connection(session: Session) -> Connection:
    # Who binds a session to a connection has begun its transaction; to ask the session would have
    # it begin one of its own, inside that, at the price of several statements.
    if isinstance(session.bind, Connection) and not session.in_transaction():
        return session.bind
    return session.connection()


class _Statement:
    """What queries and insertions share."""

    def __init__(self, statement: _Select | Insert | Update, columns: Sequence[str] | None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def _run(self, session: Session, values: _Values) -> Iterator[Sequence[Any]]:
        connection = _connection(session)
        compiled = self._compiled_for(connection)
        rows, described = _sent(connection, compiled.text, compiled.bound(values))
        if compiled.found is None:
            compiled.found = tuple(self._found(connection.dialect, described))
        return _turned(rows, compiled.found)

    def _compiled_for(self, connection: Connection) -> _Compiled:
        compiled = self._compiled.get(connection.dialect.name)
        if compiled is None:
            compiled = self._compile(connection.dialect)
            self._compiled[connection.dialect.name] = compiled
        return compiled

    def _compile(self, dialect: Dialect) -> _Compiled:
        made = self._statement.compile(dialect=dialect, column_keys=self._columns)
        processors = {
            name: process
            for name, bind in made.binds.items()
            if (process := bind.type.dialect_impl(dialect).bind_processor(dialect))
        }
        return _Compiled(
            text=made.string,
            names=tuple(made.positiontup or made.binds),
            by_place=made.positional,
            given={name: p for name, p in processors.items() if made.binds[name].required},
            fixed={
                name: processors.get(name, _same)(bind.value)
                for name, bind in made.binds.items()
                if not bind.required
            },
        )

    def _found(
        self, dialect: Dialect, described: Sequence[Sequence[Any]]
    ) -> Iterator[tuple[int, _Processor]]:
        if not isinstance(self._statement, Select):
            return
        columns = zip(self._statement.selected_columns, described, strict=True)
        for place, (column, (_, kind, *_)) in enumerate(columns):
            process = column.type.dialect_impl(dialect).result_processor(dialect, kind)
            if process is not None:
                yield place, process


def _turned(
    rows: Sequence[Sequence[Any]], found: tuple[tuple[int, _Processor], ...]
) -> Iterator[Sequence[Any]]:
    for row in rows:
        values = list(row)
        for place, process in found:
            values[place] = process(values[place])
        yield values


class Query(_Statement, Generic[T]):
    """A prepared SELECT.

    Args:
        row: makes a row's value of its columns.
    """

    def __init__(self, statement: _Select, row: Callable[..., T]) -> None:
        super().__init__(statement, None)
        self._row = row

    def all(self, session: Session, **values: object) -> list[T]:
        """Return every row, for the values of the statement's ``bindparam``s."""
        return [self._row(*columns) for columns in self._run(session, values)]

    def first(self, session: Session, **values: object) -> T | None:
        """Return the first row, or None."""
        return next(iter(self.all(session, **values)), None)

    def one(self, session: Session, **values: object) -> T:
        """Return the only row, which is known to be there."""
        (row,) = self.all(session, **values)
        return row


class _Writing(_Statement):
    """What statements share that write rows and give none."""

    def run(self, session: Session, **values: object) -> None:
        """Write a row.

        Raises:
            IntegrityError: a constraint does not allow it.
        """
        self._run(session, values)

    def run_all(self, session: Session, rows: Iterable[_Values]) -> None:
        """Write rows, in few calls of the driver and in little memory however many they are.

        Raises:
            IntegrityError: a constraint does not allow one of them.
        """
        connection = _connection(session)
        compiled = self._compiled_for(connection)
        waiting = map(compiled.bound, rows)
        while some := list(islice(waiting, _AT_A_TIME)):
            with _cursor(connection, compiled.text, some) as cursor:
                if len(some) == 1:  # the usual case, and the cheapest way for it
                    cursor.execute(compiled.text, some[0])
                else:
                    cursor.executemany(compiled.text, some)


class Insertion(_Writing):
    """A prepared INSERT of one row that gives these columns."""

    def __init__(self, statement: Insert, *columns: str) -> None:
        super().__init__(statement, columns)


class Change(_Writing):
    """A prepared UPDATE; its values, too, are ``bindparam``s, named unlike any column."""

    def __init__(self, statement: Update) -> None:
        super().__init__(statement, None)


def _same(value: Any) -> Any:  # noqa: ANN401  # as said above
    return value


def only(value: T) -> T:
    """Return the value of a row that has one column."""
    return value


def columns(*values: Any) -> tuple[Any, ...]:  # noqa: ANN401  # as said above
    """Return the values of a row as they are."""
    return values
