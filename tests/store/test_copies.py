"""Before the schema of an SQLite file changes, the file is copied."""

import sqlite3
import stat
from contextlib import closing

import pytest

from quizapp.errors import DatabaseRefused
from quizapp.services.run import open_store
from quizapp.store.instance import Instance
from quizapp.store.learners import add_guest
from quizapp.store.migrate import migrate, revisions
from tests.conftest import only
from tests.store.test_migrate import database, newer, race

__all__ = ["database", "newer"]  # fixtures

pytestmark = only("sqlite")


@pytest.fixture
def instance(config) -> Instance:
    return Instance(config.instance)


def schema(path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as database:
        return set(database.execute("SELECT name, sql FROM sqlite_master").fetchall())


def test_a_start_with_nothing_to_do_copies_nothing(store, instance, now, config):
    open_store(config, now=now).close()

    assert list(instance.backups.iterdir()) == []


def test_before_an_upgrade_the_database_is_copied(store, instance, newer, now, database):
    learner_id = store.write(lambda session: add_guest(session, now=now))
    before = schema(instance.database)

    migrate(database, now=now, scripts=newer)

    (copy,) = instance.backups.iterdir()
    assert copy.name == f"quizapp-{revisions()[-1]}-20260301T090000000000Z.db"
    assert schema(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT id FROM learners").fetchall() == [(learner_id,)]
        assert copied.execute("SELECT * FROM alembic_version").fetchall() == [(revisions()[-1],)]


def test_a_new_database_has_nothing_to_copy(store, instance):
    assert list(instance.backups.iterdir()) == []


def test_a_newer_database_is_left_as_it_is(store, instance, newer, now, config, database):
    migrate(database, now=now, scripts=newer)
    before = instance.database.read_bytes()

    with pytest.raises(DatabaseRefused):
        open_store(config, now=now)

    assert instance.database.read_bytes() == before


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


def test_processes_that_upgrade_together_make_one_copy(store, instance, newer, config):
    store.close()

    race([config] * 6, newer)

    assert len(list(instance.backups.iterdir())) == 1
