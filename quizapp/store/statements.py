"""Prepared statements: compiled once, then run on the driver's own cursor.

SQLAlchemy's way from a statement to its rows costs more than SQLite takes to answer. What runs at
every request is declared as a constant with this, in Core, so that it is still checked against the
tables and stays portable. It runs in the transaction of the session it is given. Objects that wait
in the session unsaved are not seen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Dialect, Insert, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

T = TypeVar("T")

# What the driver takes and gives has no type; the columns know it.
_Values = Mapping[str, Any]
_Select = Select[*tuple[Any, ...]]
_Processor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in the words of one database.

    Attributes:
        order: names of the values in their places; None where they are sent by name.
        given: what turns a value into what the driver takes, by name.
        fixed: values that stand in the statement itself.
        found: what turns what the driver gives into a value, by the place of its column.
    """

    text: str
    order: tuple[str, ...] | None
    given: Mapping[str, _Processor]
    fixed: _Values
    found: tuple[tuple[int, _Processor], ...]

    def bound(self, values: _Values) -> Sequence[Any] | _Values:
        merged = {**self.fixed, **values}
        for name, process in self.given.items():
            merged[name] = process(merged[name])
        return merged if self.order is None else [merged[name] for name in self.order]

    def row(self, columns: Sequence[Any]) -> Sequence[Any]:
        if not self.found:
            return columns
        values = list(columns)
        for place, process in self.found:
            values[place] = process(values[place])
        return values


def execute(
    connection: Connection, text: str, values: Sequence[Any] | _Values = ()
) -> Sequence[Sequence[Any]]:
    """Return what the driver's own cursor gives for a statement.

    Raises:
        DBAPIError: as SQLAlchemy names what the driver raises.
    """
    dialect = connection.dialect
    cursor = connection.connection.cursor()
    try:
        cursor.execute(text, values)
        return cursor.fetchall() if cursor.description else ()
    except dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(
            text, values, error, dialect.loaded_dbapi.Error, dialect=dialect
        ) from error
    finally:
        cursor.close()


class _Statement:
    """What queries and insertions share."""

    def __init__(
        self, statement: Select[*tuple[Any, ...]] | Insert, columns: Sequence[str] | None
    ) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def _run(self, session: Session, values: _Values) -> tuple[_Compiled, Sequence[Sequence[Any]]]:
        connection = session.connection()
        compiled = self._compiled.get(connection.dialect.name)
        if compiled is None:
            compiled = self._compile(connection.dialect)
            self._compiled[connection.dialect.name] = compiled
        return compiled, execute(connection, compiled.text, compiled.bound(values))

    def _compile(self, dialect: Dialect) -> _Compiled:
        made = self._statement.compile(dialect=dialect, column_keys=self._columns)
        processors = {
            name: process
            for name, bind in made.binds.items()
            if (process := bind.type.dialect_impl(dialect).bind_processor(dialect))
        }
        return _Compiled(
            text=made.string,
            order=tuple(made.positiontup) if made.positiontup is not None else None,
            given={name: p for name, p in processors.items() if made.binds[name].required},
            fixed={
                name: processors.get(name, _same)(bind.value)
                for name, bind in made.binds.items()
                if not bind.required
            },
            found=tuple(self._found(dialect)),
        )

    def _found(self, dialect: Dialect) -> Iterator[tuple[int, _Processor]]:
        if isinstance(self._statement, Insert):
            return
        for place, column in enumerate(self._statement.selected_columns):
            process = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if process is not None:
                yield place, process


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
        compiled, rows = self._run(session, values)
        return [self._row(*compiled.row(columns)) for columns in rows]

    def first(self, session: Session, **values: object) -> T | None:
        """Return the first row, or None."""
        return next(iter(self.all(session, **values)), None)

    def one(self, session: Session, **values: object) -> T:
        """Return the only row, which is known to be there."""
        (row,) = self.all(session, **values)
        return row


class Insertion(_Statement):
    """A prepared INSERT of one row that gives these columns."""

    def __init__(self, statement: Insert, *columns: str) -> None:
        super().__init__(statement, columns)

    def run(self, session: Session, **values: object) -> None:
        """Add a row.

        Raises:
            IntegrityError: a constraint does not allow it.
        """
        self._run(session, values)


def _same(value: Any) -> Any:  # noqa: ANN401  # as said above
    return value


def only(value: T) -> T:
    """Return the value of a row that has one column."""
    return value


def columns(*values: Any) -> tuple[Any, ...]:  # noqa: ANN401  # as said above
    """Return the values of a row as they are."""
    return values
