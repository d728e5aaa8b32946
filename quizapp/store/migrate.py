"""Bringing the database to the schema of the code, after a copy of the file.

Alembic is slow to import and needed once a release: it is loaded only when there is something to
do. What the newest revision is, the names of the files in ``migrations/versions`` say.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from quizapp.errors import DatabaseRefused
from quizapp.paths import MIGRATIONS
from quizapp.store.instance import Instance

if TYPE_CHECKING:
    from alembic.config import Config


def revisions(scripts: Path = MIGRATIONS) -> tuple[str, ...]:
    """Return the names of all revisions, the newest last: ``0001`` of ``0001_first.py``."""
    files = (scripts / "versions").glob("[0-9]*.py")
    return tuple(sorted(file.stem.partition("_")[0] for file in files))


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the database; None for an empty one.

    Raises:
        DatabaseRefused: it has tables, but not ours.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        query = text("SELECT version_num FROM alembic_version")
        revision: str | None = connection.scalar(query)
        if revision is not None:
            return revision
    if tables:
        raise DatabaseRefused(
            f"The file {connection.engine.url.database} is not a database of quizapp: "
            "move it away, or set QUIZAPP_INSTANCE to another folder."
        )
    return None


def migrate(
    engine: Engine, instance: Instance, *, now: datetime, scripts: Path = MIGRATIONS
) -> None:
    """Bring the database up to date; to be called under the write lock.

    Args:
        now: aware UTC; names the copy.

    Raises:
        DatabaseRefused: the file is not ours, is newer than the code, or its copy is damaged.
    """
    known = revisions(scripts)
    with engine.connect() as connection:
        found = current_revision(connection)
    if found == known[-1]:
        return
    if found is not None and found not in known:
        raise DatabaseRefused(
            f"The database {instance.database} has the schema {found} of a newer quizapp, this one "
            f"knows {known[-1]}: start the newer one, or bring back a copy from {instance.backups}."
        )
    if found is not None:
        copy_database(instance, found, now=now)
    _upgrade(engine, scripts)


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


def _upgrade(engine: Engine, scripts: Path) -> None:
    from alembic import command  # noqa: PLC0415  # a start with nothing to do goes without it

    with engine.execution_options(writes=True).begin() as connection:
        command.upgrade(alembic_config(connection, scripts), "head")


def alembic_config(connection: Connection, scripts: Path = MIGRATIONS) -> "Config":
    """Return what Alembic needs to know, an open connection included."""
    from alembic.config import Config  # noqa: PLC0415  # as above

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
