"""The database is brought to the schema of the code: once, under a lock."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, MetaData, String, Table, create_engine, text

from quizapp.config import Config
from quizapp.errors import DatabaseRefused
from quizapp.paths import MIGRATIONS
from quizapp.services.run import open_store
from quizapp.store.audit import first_fault
from quizapp.store.databases.database import Database
from quizapp.store.databases.postgres import Postgres
from quizapp.store.databases.sqlite import Sqlite
from quizapp.store.instance import Instance
from quizapp.store.learners import LearnerId, LearnerRecord, add_guest
from quizapp.store.migrate import alembic_config, migrate, revisions
from quizapp.store.opening import NewAttempt, origin
from quizapp.store.tables import METADATA, TABLES
from tests import make
from tests.earlier import as_before
from tests.people import guest

NEXT = f'''"""Next: a table that this test made up."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{revisions()[-1]}"


def upgrade() -> None:
    op.create_table("made_up", sa.Column("id", sa.Integer(), primary_key=True))
'''

#: Waits until all are there, then opens the store as every worker does.
OPEN = """
import sys
from pathlib import Path
from quizapp import paths
paths.MIGRATIONS = Path(sys.argv[1])  # of this release, or of the one after it
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.services.run import open_store
config = read_config()
print("ready", flush=True)
sys.stdin.readline()
open_store(config, now=utc_now()).close()
print("alembic" if "alembic" in sys.modules else "nothing to do")
"""


#: What a database declares beside tables and columns, a line each, without Alembic's own.
DECLARED = {
    "sqlite": "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master"
    " WHERE type <> 'table' AND tbl_name <> 'alembic_version'",
    "postgresql": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    " UNION SELECT indexdef FROM pg_indexes"
    " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    " UNION SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    " UNION SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    " AND conrelid::regclass::text <> 'alembic_version'",
}


@pytest.fixture
def database(config) -> Iterator[Database]:
    instance = Instance(config.instance)
    database = Postgres(instance, config.database) if config.database else Sqlite(instance)
    yield database
    database.close()


@pytest.fixture
def newer(tmp_path) -> Path:
    """The migrations of a release after this one."""
    scripts = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_next.py").write_text(NEXT)
    return scripts


def declared(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        found = connection.scalars(text(DECLARED[engine.dialect.name])).all()
    return {" ".join(one.replace("(", " ( ").replace(")", " ) ").split()) for one in found}


def tables(engine: Engine) -> set[str]:
    found = MetaData()
    found.reflect(engine)
    return set(found.tables)


def revision(engine: Engine) -> str:
    with engine.connect() as connection:
        found: str = connection.scalars(text("SELECT version_num FROM alembic_version")).one()
        return found


def test_the_models_and_the_migrations_agree(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


def test_the_migrations_make_the_very_triggers_and_indexes_of_the_models(
    store, tmp_path, kind, request
):
    with empty(kind, request) as url:
        engine = create_engine(url or f"sqlite:///{tmp_path / 'modelled.db'}")
        METADATA.create_all(engine)

        modelled = declared(engine)

        engine.dispose()
    # Columns are compared above, as values; here what Alembic cannot see.
    assert declared(store.engine) == modelled


@contextmanager
def empty(kind, request):
    """Give the address of a database in which there is nothing."""
    if kind == "sqlite":
        yield ""
        return
    with request.getfixturevalue("cluster").database() as url:
        yield url


def test_every_table_is_registered():
    assert {table.__table__ for table in TABLES} == set(METADATA.tables.values())


def test_the_newest_revision_is_the_one_alembic_knows(store):
    with store.engine.connect() as connection:
        heads = ScriptDirectory.from_config(alembic_config(connection)).get_heads()

    assert heads == [revisions()[-1]]


def test_an_upgrade_keeps_what_was_stored(store, newer, now, database):
    learner_id = store.write(lambda session: add_guest(session, now=now))

    migrate(database, now=now, scripts=newer)

    assert store.read(lambda session: session.get(LearnerRecord, learner_id)) is not None
    assert "made_up" in tables(store.engine)


def test_an_upgrade_that_breaks_leaves_the_database_as_it_was(store, newer, now, database):
    broken = NEXT + '    op.create_table("learners", sa.Column("id", sa.Integer()))\n'
    (newer / "versions" / "9999_next.py").write_text(broken)
    before = declared(store.engine), tables(store.engine)

    with pytest.raises(Exception, match=r"learners\"? already exists"):
        migrate(database, now=now, scripts=newer)

    assert (declared(store.engine), tables(store.engine)) == before
    migrate(database, now=now)


def test_a_newer_database_is_refused_in_one_line(store, newer, now, config, database):
    migrate(database, now=now, scripts=newer)

    with pytest.raises(DatabaseRefused) as refused:
        open_store(config, now=now + timedelta(days=1))

    assert "schema 9999 of a newer quizapp" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert revision(store.engine) == "9999"


@pytest.mark.parametrize("table", ["recipes", "alembic_version"])
def test_a_database_of_somebody_else_is_refused(tmp_path, now, kind, request, table):
    with empty(kind, request) as url:
        config = make.config(tmp_path, url)
        Instance(config.instance).prepare()
        theirs = create_engine(url or f"sqlite:///{Instance(config.instance).database}")
        Table(table, MetaData(), Column("version_num", String)).create(theirs)
        theirs.dispose()

        with pytest.raises(DatabaseRefused, match="not a database of quizapp"):
            open_store(config, now=now)


def race(configs: Sequence[Config], scripts: Path) -> list[str]:
    """Let processes open these installations at the same moment; return what each of them said."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(scripts)],
            env=make.environ(config),
            text=True,
            **pipes,
        )
        for config in configs
    ]
    for worker in workers:
        worker.stdout.readline()
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=60) for worker in workers]
    assert [error for _, error in said if error] == []
    return sorted(out.strip() for out, _ in said)


def test_processes_that_start_together_migrate_once(tmp_path, now, kind, request):
    with empty(kind, request) as url:
        config = make.config(tmp_path, url)

        said = race([config] * 6, MIGRATIONS)

        assert said == ["alembic", *["nothing to do"] * 5]
        open_store(config, now=now).close()


def test_processes_that_start_together_upgrade_once(store, config, newer, now):
    learner_id = store.write(lambda session: add_guest(session, now=now))
    store.close()

    said = race([config] * 6, newer)

    assert said == ["alembic", *["nothing to do"] * 5]
    assert revision(store.engine) == "9999"
    assert store.read(lambda session: session.get(LearnerRecord, learner_id)) is not None


def test_an_attempt_from_before_profiles_keeps_its_chain(store, now, database):
    person = store.write(lambda session: guest(session, now))
    attempt = store.write(lambda session: make.attempt(session, person, now, settings=None))
    with store.engine.begin() as connection:  # as the release before left it
        as_before(connection, "0001")

    migrate(database, now=now)

    assert revision(store.engine) == revisions()[-1]
    assert store.read(lambda session: first_fault(session, attempt)) is None


def test_the_chain_of_an_attempt_from_before_profiles_begins_as_it_did_then(now):
    attempt = NewAttempt(
        public_id="one",
        learner_id=LearnerId(1),
        bundle="b",
        size=5,
        feedback_each=True,
        seed=7,
        settings=None,
        start_key="k",
        started_at=now,
    )

    begun = origin(attempt, [])

    assert begun == "3f8d735cf2c7be4a1a369d942ef03ea84944bd94b64cfb63113bd88ea48b4816"
