"""Bringing the database to the schema of the code, after a copy where there is a file to copy.

Alembic is slow to import and needed once a release: it is loaded only when there is something to
do. What the newest revision is, the names of the files in ``migrations/versions`` say.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from quizapp.errors import DatabaseRefused
from quizapp.paths import MIGRATIONS
from quizapp.store.databases.database import Database

if TYPE_CHECKING:
    from alembic.config import Config


def revisions(scripts: Path = MIGRATIONS) -> tuple[str, ...]:
    """Return the names of all revisions, the newest last: ``0001`` of ``0001_first.py``."""
    files = (scripts / "versions").glob("[0-9]*.py")
    return tuple(sorted(file.stem.partition("_")[0] for file in files))


def current_revision(connection: Connection, name: str) -> str | None:
    """Return the revision of the database; None for an empty one.

    Args:
        name: of the database, for a message.

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
            f"{name} is not a database of quizapp: move it away, or set QUIZAPP_INSTANCE to "
            "another folder or QUIZAPP_DATABASE to another database."
        )
    return None


def migrate(database: Database, *, now: datetime, scripts: Path = MIGRATIONS) -> str | None:
    """Bring the database up to date; to be called while it is being opened.

    Returns:
        The revision that it had; None of a new one.

    Args:
        now: aware UTC; names the copy.

    Raises:
        DatabaseRefused: it is not ours, is newer than the code, or its copy is damaged.
    """
    known = revisions(scripts)
    with database.engine.connect() as connection:
        found = current_revision(connection, database.name)
    if found == known[-1]:
        return found
    if found is not None and found not in known:
        raise DatabaseRefused(
            f"The database {database.name} has the schema {found} of a newer quizapp, this one "
            f"knows {known[-1]}: start the newer one, or bring back a copy."
        )
    if found is not None:
        database.keep_copy(found, now=now)
    _upgrade(database, scripts)
    return found


def _upgrade(database: Database, scripts: Path) -> None:
    from alembic import command  # noqa: PLC0415  # a start with nothing to do goes without it

    with database.writer.begin() as connection:
        command.upgrade(alembic_config(connection, scripts), "head")


def alembic_config(connection: Connection, scripts: Path = MIGRATIONS) -> "Config":
    """Return what Alembic needs to know, an open connection included."""
    from alembic.config import Config  # noqa: PLC0415  # as above

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
