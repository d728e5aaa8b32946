"""Every connection is set so that an acknowledged answer survives a loss of power."""

import threading
from contextlib import suppress

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import Pool

from quizapp.errors import DatabaseRefused, StoreUnavailable
from quizapp.services.run import open_store
from quizapp.store.databases.sqlite import Sqlite
from quizapp.store.instance import Instance
from quizapp.store.learners import LearnerRecord, add_guest
from quizapp.store.lock import locked
from tests import make
from tests.conftest import only


@only("sqlite")
@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
    ],
)
def test_the_settings_are_in_force_on_every_connection(store, pragma, wanted):
    with store.engine.connect() as one, store.engine.connect() as other:
        found = [at.execute(text(f"PRAGMA {pragma}")).scalar_one() for at in (one, other)]

    assert found == [wanted, wanted]


@only("sqlite")
def test_the_settings_are_checked_before_anything_is_served(store, tmp_path):
    database = Sqlite(Instance(tmp_path / "instance"))
    for pragma, wrong in (("synchronous", "NORMAL"), ("foreign_keys", "OFF")):
        with store.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            connection.rollback()
            raw.execute(f"PRAGMA {pragma} = {wrong}")

            with pytest.raises(DatabaseRefused, match=pragma):
                database.check(connection)

            connection.invalidate()


def test_a_database_whose_settings_are_not_in_force_is_not_opened(tmp_path, now):
    def weaken(connection, _record, _proxy):
        connection.execute("PRAGMA synchronous = NORMAL")

    event.listen(Pool, "checkout", weaken)
    try:
        with pytest.raises(DatabaseRefused, match="synchronous"):
            open_store(make.config(tmp_path), now=now)
    finally:
        event.remove(Pool, "checkout", weaken)


def test_a_row_that_refers_to_nothing_is_refused(session):
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        session.execute(
            text(
                "INSERT INTO sessions (digest, learner_id, created_at)"
                " VALUES ('x', 999, '2026-03-01 09:00:00')"
            )
        )


@only("sqlite")
def test_a_writer_locks_at_its_beginning(store):
    writing = store.engine.execution_options(writes=True)
    with writing.connect() as first, first.begin(), store.engine.connect() as other:
        # Not changed yet, only begun; with a plain BEGIN the second would get in.
        other.exec_driver_sql("PRAGMA busy_timeout = 0")

        with pytest.raises(OperationalError, match="locked"):
            other.exec_driver_sql("INSERT INTO learners (kind, created_at) VALUES ('guest', '')")

        other.invalidate()


def test_a_reader_is_not_held_up_by_a_writer(store, now):
    writing = store.engine.execution_options(writes=True)
    with writing.connect() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM rate_buckets")

        assert store.read(lambda session: session.scalars(select(LearnerRecord)).all()) == []


def test_a_reader_sees_one_moment(store, now):
    counted = []

    def look_twice(session):
        counted.append(len(session.scalars(select(LearnerRecord.id)).all()))
        store.write(lambda other: add_guest(other, now=now))
        counted.append(len(session.scalars(select(LearnerRecord.id)).all()))

    store.read(look_twice)

    assert counted == [0, 0]


def test_what_a_reader_changes_is_not_kept(store, now):
    with suppress(StoreUnavailable):  # PostgreSQL refuses it
        store.read(lambda session: add_guest(session, now=now))

    assert store.read(lambda session: session.scalars(select(LearnerRecord)).all()) == []


def test_the_lock_of_a_file_lets_one_in_at_a_time(tmp_path):
    path = tmp_path / "lock"
    inside = threading.Event()

    def come_in():
        with locked(path):
            inside.set()

    other = threading.Thread(target=come_in)
    with locked(path):
        other.start()
        was_inside = inside.wait(0.2)
    other.join(10)

    assert not was_inside
    assert inside.is_set()
