"""Append-only tables: the database itself refuses to change or delete what was stored there."""

from typing import TypeVar

from sqlalchemy import DDL, event

from quizapp.store.base import Base

Record = TypeVar("Record", bound=Base)


def append_only(record: type[Record]) -> type[Record]:
    """Have the table of a record refuse UPDATE and DELETE."""
    table = record.__table__
    for verb in ("update", "delete"):
        trigger = DDL(  # type: ignore[no-untyped-call]  # SQLAlchemy gives it no types
            f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        event.listen(table, "after_create", trigger.execute_if(dialect="sqlite"))
    return record
