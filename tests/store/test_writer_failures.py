"""When the disk fails, is full, or the file is gone, the write queue acknowledges nothing."""

import os
import resource
import shutil
import sqlite3
from contextlib import closing, contextmanager
from functools import partial

import pytest
from sqlalchemy import event, func, select, text

from quizapp.errors import StoreUnavailable
from quizapp.services.run import open_store
from quizapp.services.views import Readiness
from quizapp.store.learners import LearnerRecord, add_guest
from tests import make
from tests.conftest import only
from tests.store.queueing import commits, guests, held_up

pytestmark = only("sqlite")


@contextmanager
def full_disk(store):
    """Let the database file grow no further."""

    def stop(connection, _record, _proxy):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def go_on(connection, _record, _proxy):
        connection.execute("PRAGMA max_page_count = 1000000")

    event.listen(store.engine, "checkout", stop)
    yield
    event.remove(store.engine, "checkout", stop)
    event.listen(store.engine, "checkout", go_on)


def large(session):
    session.execute(
        text("INSERT INTO rate_buckets VALUES (:digest, 1, '', '')"), {"digest": "x" * 100_000}
    )


def test_on_a_full_disk_nothing_of_the_group_is_acknowledged(store, now):
    def small(session):
        return add_guest(session, now=now)

    with full_disk(store), held_up(store, waiting=3) as threads:
        jobs = [threads.submit(store.write, job) for job in (small, large, small)]

    assert [type(job.exception()) for job in jobs] == [StoreUnavailable] * 3
    assert guests(store) == 0


def test_writing_goes_on_when_there_is_room_again(store, now):
    with full_disk(store), pytest.raises(StoreUnavailable):
        store.write(large)

    store.write(large)


@contextmanager
def failing_disk():
    """Let no file of this process be written beyond its first 8 kB."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_after_a_failure_of_the_disk_no_write_is_tried_while_it_fails(store, now):
    with failing_disk():
        with pytest.raises(StoreUnavailable) as failed:
            store.write(large)
        tried = commits(store)

        with pytest.raises(StoreUnavailable):
            store.write(lambda session: add_guest(session, now=now))
        readiness = store.readiness(now=now)

    assert "disk I/O error" in str(failed.value)
    assert tried == []
    assert readiness == Readiness(ready=False, reason="storage-failed")


def test_reading_goes_on_while_the_disk_takes_no_writes(store, now):
    with failing_disk():
        for _ in range(2):
            with pytest.raises(StoreUnavailable):
                store.write(large)

        assert guests(store) == 0


def test_when_the_disk_is_sound_again_the_log_is_emptied_before_anything_is_written(
    store, tmp_path, now
):
    store.write(lambda session: add_guest(session, now=now))
    with failing_disk(), pytest.raises(StoreUnavailable):
        store.write(large)
    log, sizes = tmp_path / "instance" / "quizapp.db-wal", []

    with closing(sqlite3.connect(tmp_path / "instance" / "quizapp.db")) as another_worker:
        another_worker.execute("SELECT * FROM learners").fetchall()
        store.write(lambda _session: sizes.append(log.stat().st_size))

    assert sizes == [0]
    assert guests(store) == 1
    assert store.readiness(now=now) == Readiness(ready=True, reason="")


def test_while_somebody_reads_trust_is_not_regained(store, now):
    with failing_disk(), pytest.raises(StoreUnavailable):
        store.write(large)
    impatient = partial(event.listen, store.engine, "checkout")
    impatient(lambda one, *_: one.execute("PRAGMA busy_timeout = 0"))

    def write_while_reading(session):
        guests_before = session.scalar(select(func.count(LearnerRecord.id)))
        with pytest.raises(StoreUnavailable):
            store.write(lambda other: add_guest(other, now=now))
        return guests_before

    assert store.read(write_while_reading) == 0
    assert store.write(lambda session: add_guest(session, now=now)) == 1


def test_a_damaged_file_takes_nothing_until_a_restart(store, tmp_path, now):
    for _ in range(300):
        store.write(lambda session: add_guest(session, now=now))
    store.settle()
    store.close()
    database = tmp_path / "instance" / "quizapp.db"
    whole = database.read_bytes()
    overwrite(database, whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(StoreUnavailable):
        store.write(lambda session: add_guest(session, now=now))
    overwrite(database, whole)

    with pytest.raises(StoreUnavailable, match="malformed"):
        store.write(lambda session: add_guest(session, now=now))

    assert store.readiness(now=now) == Readiness(ready=False, reason="storage-failed")
    store.close()
    restarted = open_store(make.config(tmp_path), now=now)
    assert restarted.write(lambda session: add_guest(session, now=now)) == 301
    restarted.close()


def overwrite(database, content: bytes):
    """Change a file in place: it stays the one that was opened."""
    with database.open("r+b") as file:
        file.write(content)


def test_a_file_that_was_replaced_is_not_read_either(store, tmp_path):
    database = tmp_path / "instance" / "quizapp.db"
    shutil.copyfile(database, tmp_path / "copy")
    os.replace(tmp_path / "copy", database)
    store.close()  # so that a connection is opened anew

    with pytest.raises(StoreUnavailable, match="not the file that was opened"):
        store.read(lambda session: session.scalar(text("SELECT 1")))


def test_a_file_that_was_taken_away_is_not_made_anew(store, tmp_path):
    database = tmp_path / "instance" / "quizapp.db"
    store.close()
    database.unlink()

    with pytest.raises(StoreUnavailable):
        store.write(lambda _session: None)

    assert not database.exists()


def test_a_commit_into_a_file_that_is_gone_is_not_acknowledged(store, tmp_path, now):
    (tmp_path / "instance" / "quizapp.db").rename(tmp_path / "away")

    with pytest.raises(StoreUnavailable) as refused:
        store.write(lambda session: add_guest(session, now=now))

    assert refused.value.reason == "database-gone"


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
def test_a_commit_into_a_log_that_is_gone_is_not_acknowledged(store, tmp_path, now, beside):
    store.write(lambda session: add_guest(session, now=now))
    (tmp_path / "instance" / f"quizapp.db{beside}").unlink()

    with pytest.raises(StoreUnavailable) as refused:
        store.write(lambda session: add_guest(session, now=now))

    assert refused.value.reason == "database-gone"


def test_a_log_that_another_process_made_anew_is_not_taken_for_the_one_that_is_gone(
    store, tmp_path, now
):
    log = tmp_path / "instance" / "quizapp.db-wal"
    log.unlink()
    log.touch()

    with pytest.raises(StoreUnavailable) as refused:
        store.write(lambda session: add_guest(session, now=now))

    assert refused.value.reason == "database-gone"


def test_a_log_that_went_with_the_last_connection_may_be_made_anew(store, tmp_path, now):
    store.settle()
    store.close()

    assert not (tmp_path / "instance" / "quizapp.db-wal").exists()
    assert store.write(lambda session: add_guest(session, now=now)) == 1
