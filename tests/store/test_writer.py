"""The write queue keeps what it acknowledges, acknowledges nothing else, and groups commits."""

import os
import resource
import shutil
import sqlite3
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError

from quizapp.errors import NotFound, StoreUnavailable
from quizapp.services.run import open_store
from quizapp.services.views import Readiness
from quizapp.store.learners import LearnerRecord, add_guest
from quizapp.store.writer import LARGEST_GROUP
from tests import make


def guests(store) -> int:
    return store.read(lambda session: session.scalar(select(func.count(LearnerRecord.id))))


@contextmanager
def held_up(store, waiting):
    """Hold the queue up, by a job that is not done, until that many jobs wait behind it."""
    begun, go_on = threading.Event(), threading.Event()

    def hold(_session):
        begun.set()
        go_on.wait(30)

    with ThreadPoolExecutor(waiting + 1) as threads:
        threads.submit(store.write, hold)
        begun.wait(30)
        yield threads
        wait_for(store, waiting)
        go_on.set()


def wait_for(store, waiting):
    """Return when that many jobs wait in the queue."""
    while len(store._writer._waiting) < waiting:
        threading.Event().wait(0.001)


def commits(store):
    """Return a list that grows with each commit."""
    seen = []
    event.listen(store.engine, "commit", seen.append)
    return seen


def test_a_value_comes_back_when_the_change_is_committed(store, tmp_path, now):
    learner_id = store.write(lambda session: add_guest(session, now=now))

    with closing(sqlite3.connect(tmp_path / "instance" / "quizapp.db")) as stranger:
        assert stranger.execute("SELECT id FROM learners").fetchall() == [(learner_id,)]


def test_a_job_that_raises_leaves_nothing_and_its_error_comes_back(store, now):
    def job(session):
        add_guest(session, now=now)
        raise NotFound("no such thing")

    with pytest.raises(NotFound, match="no such thing"):
        store.write(job)

    assert guests(store) == 0


def test_a_bug_in_a_job_is_not_taken_for_a_failure_of_the_database(store):
    with pytest.raises(ZeroDivisionError):
        store.write(lambda _session: 1 // 0)

    with pytest.raises(IntegrityError):
        store.write(lambda session: session.execute(text("INSERT INTO sessions VALUES (1, 2, 3)")))


def test_jobs_that_wait_together_share_one_commit(store, now):
    seen = commits(store)

    with held_up(store, waiting=10) as threads:
        jobs = [
            threads.submit(store.write, lambda session: add_guest(session, now=now))
            for _ in range(10)
        ]

    assert len({job.result() for job in jobs}) == 10
    assert len(seen) == 2  # of the job that held them up, and of theirs


def test_a_bad_job_of_a_group_fails_alone(store, now):
    def bad(session):
        add_guest(session, now=now)
        raise NotFound("mine alone")

    def twice(session):
        session.execute(text("INSERT INTO rate_buckets VALUES ('x', 1, '', '')"))
        session.execute(text("INSERT INTO rate_buckets VALUES ('x', 1, '', '')"))

    with held_up(store, waiting=4) as threads:
        good = [threads.submit(store.write, lambda session: add_guest(session, now=now))]
        failing = [threads.submit(store.write, job) for job in (bad, twice)]
        good.append(threads.submit(store.write, lambda session: add_guest(session, now=now)))

    assert [type(one.exception()) for one in failing] == [NotFound, IntegrityError]
    assert guests(store) == len({one.result() for one in good}) == 2


def test_a_long_queue_is_committed_in_parts(store, now):
    seen = commits(store)
    many = LARGEST_GROUP + 5

    with held_up(store, waiting=many) as threads:
        jobs = [
            threads.submit(store.write, lambda session: add_guest(session, now=now))
            for _ in range(many)
        ]

    assert len({job.result() for job in jobs}) == guests(store) == many
    assert len(seen) == 3


def test_sixteen_threads_lose_nothing_and_store_nothing_twice(store, now):
    def work(_thread: int) -> list[int]:
        return [store.write(lambda session: add_guest(session, now=now)) for _ in range(50)]

    with ThreadPoolExecutor(16) as threads:
        acknowledged = [one for ids in threads.map(work, range(16)) for one in ids]

    stored = store.read(lambda session: session.scalars(select(LearnerRecord.id)).all())
    assert sorted(acknowledged) == sorted(stored)
    assert len(stored) == 16 * 50


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


def test_what_sqlite_rolled_back_by_itself_is_not_acknowledged(store, now):
    def roll_back_unseen(session):
        session.get_bind().connection.dbapi_connection.execute("ROLLBACK")

    with held_up(store, waiting=2) as threads:
        jobs = [threads.submit(store.write, lambda session: add_guest(session, now=now))]
        wait_for(store, 1)
        jobs.append(threads.submit(store.write, roll_back_unseen))

    assert [type(job.exception()) for job in jobs] == [StoreUnavailable] * 2
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
        readiness = store.readiness()

    assert "disk I/O error" in str(failed.value)
    assert tried == []
    assert readiness == Readiness(ready=False, reason="storage-failed")


def test_when_the_disk_is_sound_again_the_log_is_emptied_before_anything_is_written(
    store, tmp_path, now
):
    store.write(lambda session: add_guest(session, now=now))
    with failing_disk(), pytest.raises(StoreUnavailable):
        store.write(large)
    log, sizes = tmp_path / "instance" / "quizapp.db-wal", []

    store.write(lambda _session: sizes.append(log.stat().st_size))

    assert sizes == [0]
    assert guests(store) == 1
    assert store.readiness() == Readiness(ready=True, reason="")


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

    assert store.readiness() == Readiness(ready=False, reason="storage-failed")
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


def test_whatever_ends_the_leader_nobody_waits_for_ever(store, now):
    def leave(_session):
        raise SystemExit

    with held_up(store, waiting=3) as threads:
        jobs = [
            threads.submit(store.write, job)
            for job in (leave, lambda session: add_guest(session, now=now), leave)
        ]

    assert {type(job.exception()) for job in jobs} == {SystemExit, StoreUnavailable}
    assert guests(store) == 0


def test_without_its_lock_file_nothing_is_written(store, tmp_path, now):
    lock = tmp_path / "instance" / "write.lock"
    lock.unlink()
    lock.mkdir()

    with pytest.raises(StoreUnavailable):
        store.write(lambda session: add_guest(session, now=now))

    assert guests(store) == 0


def test_a_job_may_read_what_an_earlier_one_of_its_group_wrote(store, now):
    def count(session):
        return session.scalar(select(func.count(LearnerRecord.id)))

    with held_up(store, waiting=2) as threads:
        threads.submit(store.write, lambda session: add_guest(session, now=now))
        wait_for(store, 1)
        counted: Future[int] = threads.submit(store.write, count)

    assert counted.result() == 1
