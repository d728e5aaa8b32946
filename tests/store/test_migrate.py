"""The database is brought to the schema of the code: once, under a lock, after a copy."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from quizapp.errors import DatabaseRefused
from quizapp.paths import MIGRATIONS
from quizapp.services.run import open_store
from quizapp.store.databases.sqlite import Sqlite
from quizapp.store.instance import Instance
from quizapp.store.learners import LearnerRecord, add_guest
from quizapp.store.migrate import alembic_config, migrate, revisions
from quizapp.store.tables import METADATA, TABLES
from tests import make

NEXT = '''"""Next: a table that this test made up."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table("made_up", sa.Column("id", sa.Integer(), primary_key=True))
'''

#: Waits until all are there, then opens the store as every worker does.
OPEN = """
import sys
from pathlib import Path
from quizapp import paths
paths.MIGRATIONS = Path(sys.argv[2])  # of this release, or of the one after it
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.services.run import open_store
config = read_config({"QUIZAPP_INSTANCE": sys.argv[1]})
print("ready", flush=True)
sys.stdin.readline()
open_store(config, now=utc_now()).close()
print("alembic" if "alembic" in sys.modules else "nothing to do")
"""


@pytest.fixture
def instance(tmp_path) -> Instance:
    return Instance(tmp_path / "instance")


@pytest.fixture
def database(instance) -> Iterator[Sqlite]:
    database = Sqlite(instance)
    yield database
    database.close()


@pytest.fixture
def newer(tmp_path) -> Path:
    """The migrations of a release after this one."""
    scripts = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0002_next.py").write_text(NEXT)
    return scripts


def schema(path: Path) -> set[tuple[str, str, str]]:
    """Return everything that a database declares, as words."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name, " ".join((sql or "").replace("(", " ( ").replace(")", " ) ").split()))
        for kind, name, sql in rows
        if name not in ("alembic_version", "sqlite_autoindex_alembic_version_1")
    }


def test_the_models_and_the_migrations_agree(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


def test_the_migrations_make_the_very_tables_triggers_and_indexes_of_the_models(
    store, tmp_path, instance
):
    modelled = tmp_path / "modelled.db"
    engine = create_engine(f"sqlite:///{modelled}")
    METADATA.create_all(engine)
    engine.dispose()

    def declared(path):
        # Columns and constraints are compared above, as values; here what Alembic cannot see.
        return {row for row in schema(path) if row[0] != "table"}

    assert declared(instance.database) == declared(modelled)


def test_every_table_is_registered():
    assert {table.__table__ for table in TABLES} == set(METADATA.tables.values())


def test_the_newest_revision_is_the_one_alembic_knows(store):
    with store.engine.connect() as connection:
        heads = ScriptDirectory.from_config(alembic_config(connection)).get_heads()

    assert heads == [revisions()[-1]]


def test_a_start_with_nothing_to_do_copies_nothing(store, instance, now, tmp_path):
    open_store(make.config(tmp_path), now=now).close()

    assert list(instance.backups.iterdir()) == []


def test_before_an_upgrade_the_database_is_copied(store, instance, newer, now, database):
    learner_id = store.write(lambda session: add_guest(session, now=now))
    before = schema(instance.database)

    migrate(database, now=now, scripts=newer)

    (copy,) = instance.backups.iterdir()
    assert copy.name == "quizapp-0001-20260301T090000000000Z.db"
    assert schema(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT id FROM learners").fetchall() == [(learner_id,)]
        assert database.execute("SELECT * FROM alembic_version").fetchall() == [("0001",)]


def test_an_upgrade_keeps_what_was_stored(store, instance, newer, now, database):
    learner_id = store.write(lambda session: add_guest(session, now=now))

    migrate(database, now=now, scripts=newer)

    assert store.read(lambda session: session.get(LearnerRecord, learner_id)) is not None
    assert ("table", "made_up") in {row[:2] for row in schema(instance.database)}


def test_an_upgrade_that_breaks_leaves_the_database_as_it_was(
    store, instance, newer, now, database
):
    broken = NEXT + '    op.create_table("learners", sa.Column("id", sa.Integer()))\n'
    (newer / "versions" / "0002_next.py").write_text(broken)
    before = schema(instance.database)

    with pytest.raises(Exception, match="learners already exists"):
        migrate(database, now=now, scripts=newer)

    assert schema(instance.database) == before
    migrate(database, now=now)


def test_a_new_database_has_nothing_to_copy(store, instance):
    assert list(instance.backups.iterdir()) == []


def test_a_newer_database_is_refused_in_one_line(store, instance, newer, now, tmp_path, database):
    migrate(database, now=now, scripts=newer)
    before = instance.database.read_bytes()

    with pytest.raises(DatabaseRefused) as refused:
        open_store(make.config(tmp_path), now=now + timedelta(days=1))

    assert "schema 0002 of a newer quizapp" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert instance.database.read_bytes() == before


@pytest.mark.parametrize("table", ["recipes", "alembic_version"])
def test_a_database_of_somebody_else_is_refused(instance, now, tmp_path, table):
    instance.prepare()
    with closing(sqlite3.connect(instance.database)) as database:
        database.execute(f"CREATE TABLE {table} (version_num TEXT)")

    with pytest.raises(DatabaseRefused, match="not a database of quizapp"):
        open_store(make.config(tmp_path), now=now)


def test_a_damaged_database_is_not_upgraded(store, instance, newer, now, database):
    for _ in range(200):
        store.write(lambda session: add_guest(session, now=now))
    store.close()
    pages = bytearray(instance.database.read_bytes())
    pages[4096 * 2 + 8 : 4096 * 2 + 200] = b"\xff" * 192
    instance.database.write_bytes(pages)

    with pytest.raises(DatabaseRefused, match="malformed"):
        migrate(database, now=now, scripts=newer)

    assert [path for path in instance.backups.iterdir() if path.suffix == ".db"] == []


def race(folder: Path, scripts: Path) -> list[str]:
    """Let six processes open a folder at the same moment; return what each of them said."""
    command = [sys.executable, "-c", OPEN, str(folder), str(scripts)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    workers = [subprocess.Popen(command, text=True, **pipes) for _ in range(6)]
    for worker in workers:
        worker.stdout.readline()
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=60) for worker in workers]
    assert [error for _, error in said if error] == []
    return sorted(out.strip() for out, _ in said)


def test_processes_that_start_together_migrate_once(instance, tmp_path, now):
    said = race(instance.folder, MIGRATIONS)

    assert said == ["alembic", *["nothing to do"] * 5]
    open_store(make.config(tmp_path), now=now).close()


def test_processes_that_start_together_upgrade_once_after_one_copy(store, instance, newer, now):
    learner_id = store.write(lambda session: add_guest(session, now=now))
    store.close()

    said = race(instance.folder, newer)

    assert said == ["alembic", *["nothing to do"] * 5]
    assert len(list(instance.backups.iterdir())) == 1
    with closing(sqlite3.connect(instance.database)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [("0002",)]
        assert database.execute("SELECT id FROM learners").fetchall() == [(learner_id,)]
