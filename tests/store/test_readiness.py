"""Readiness tries a write, and keeps nothing of it."""

import sqlite3
from contextlib import closing

from sqlalchemy import event, text

from quizapp.services.views import Readiness


def dump(path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def test_a_store_that_can_be_written_is_ready(store):
    assert store.readiness() == Readiness(ready=True, reason="")


def test_the_try_leaves_nothing_behind(store, tmp_path):
    database = tmp_path / "instance" / "quizapp.db"
    before = dump(database)

    store.readiness()

    assert dump(database) == before


def test_the_try_reaches_the_disk(store, tmp_path):
    store.settle()

    store.readiness()

    assert (tmp_path / "instance" / "quizapp.db-wal").stat().st_size > 0


def test_a_store_that_cannot_be_written_says_so(store):
    def refuse(connection, _record, _proxy):
        connection.execute("PRAGMA query_only = ON")

    event.listen(store.engine, "checkout", refuse)

    assert store.readiness() == Readiness(ready=False, reason="not-writable")


def test_reading_goes_on_when_writing_does_not(store):
    event.listen(store.engine, "checkout", lambda one, *_: one.execute("PRAGMA query_only = ON"))

    assert store.read(lambda session: session.scalar(text("SELECT 1"))) == 1
