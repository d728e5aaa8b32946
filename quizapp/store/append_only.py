"""Append-only tables: the database itself refuses to change or delete what was stored there."""

from typing import TypeVar

from sqlalchemy import DDL, event

from quizapp.store.base import Base

Record = TypeVar("Record", bound=Base)


def append_only(record: type[Record]) -> type[Record]:
    """Have the table of a record refuse UPDATE and DELETE, and TRUNCATE where that exists."""
    table = record.__table__
    for dialect, statements in _triggers(str(table)).items():
        for statement in statements:
            trigger = DDL(statement)  # type: ignore[no-untyped-call]  # it has no types
            event.listen(table, "after_create", trigger.execute_if(dialect=dialect))
    return record


def _triggers(table: str) -> dict[str, tuple[str, ...]]:
    """Return what makes a table append-only, by dialect. Migrations have it written out."""
    return {
        "sqlite": tuple(
            f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("update", "delete")
        ),
        "postgresql": (
            f"CREATE FUNCTION fn_{table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '{table} is append-only' "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$",
            *(
                f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION fn_{table}_append_only()"
                for verb in ("update", "delete", "truncate")
            ),
        ),
    }
