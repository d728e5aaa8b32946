"""The copy of an SQLite file that is made before its schema changes."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from quizapp.errors import DatabaseRefused
from quizapp.store.instance import Instance


def copy_database(instance: Instance, revision: str, *, now: datetime) -> Path:
    """Return a verified copy of the database, complete and on the disk under its final name.

    Raises:
        DatabaseRefused: it cannot be copied, or the copy does not pass SQLite's own check.
    """
    copy = instance.backups / f"quizapp-{revision}-{now:%Y%m%dT%H%M%S%fZ}.db"
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        _copy(instance.database, part)
    except sqlite3.Error as error:
        raise DatabaseRefused(
            f"The database {instance.database} cannot be copied, so it is not upgraded: {error}."
        ) from error
    _sync(part)
    part.rename(copy)
    _sync(instance.backups)
    return copy


def _copy(database: Path, part: Path) -> None:
    part.touch(mode=0o600)
    with closing(sqlite3.connect(database, isolation_level=None)) as source:
        source.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part)) as made:
        (verdict,) = made.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
