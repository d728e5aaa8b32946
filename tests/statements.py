"""Counts what the database is asked, as SQLite itself is told it."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection

from sqlalchemy import Engine, event


@contextmanager
def told(*connections: Connection) -> Iterator[list[str]]:
    """Collect the SELECTs and changes that these connections run in the block."""
    seen: list[str] = []
    for connection in connections:
        connection.set_trace_callback(lambda text: _note(text, seen))
    try:
        yield seen
    finally:
        for connection in connections:
            connection.set_trace_callback(None)


@contextmanager
def told_by(engine: Engine) -> Iterator[list[str]]:
    """Collect the SELECTs and changes that any connection of an engine runs in the block."""
    seen: list[str] = []
    traced: list[Connection] = []

    def trace(connection: Connection, *_: object) -> None:
        traced.append(connection)
        connection.set_trace_callback(lambda text: _note(text, seen))

    event.listen(engine, "checkout", trace)
    try:
        yield seen
    finally:
        event.remove(engine, "checkout", trace)
        for connection in traced:
            connection.set_trace_callback(None)


def _note(text: str, seen: list[str]) -> None:
    # What a trigger or a foreign key does is told as a comment.
    if text.split(maxsplit=1)[0].upper() in {"SELECT", "INSERT", "UPDATE", "DELETE"}:
        seen.append(text)
