"""The write queue keeps what it acknowledges, acknowledges nothing else, and groups commits."""

from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from quizapp.errors import NotFound, StoreUnavailable
from quizapp.store.buckets import BucketRecord
from quizapp.store.learners import LearnerId, LearnerRecord, add_guest, add_session
from quizapp.store.writer import LARGEST_GROUP
from tests.conftest import only
from tests.store.queueing import commits, guests, held_up, wait_for


def test_a_value_comes_back_when_the_change_is_committed(store, now):
    learner_id = store.write(lambda session: add_guest(session, now=now))

    stranger = create_engine(store.engine.url)
    with stranger.connect() as connection:
        assert connection.scalars(text("SELECT id FROM learners")).all() == [learner_id]
    stranger.dispose()


def test_a_job_that_raises_leaves_nothing_and_its_error_comes_back(store, now):
    def job(session):
        add_guest(session, now=now)
        raise NotFound("no such thing")

    with pytest.raises(NotFound, match="no such thing"):
        store.write(job)

    assert guests(store) == 0


def test_a_bug_in_a_job_is_not_taken_for_a_failure_of_the_database(store, now):
    with pytest.raises(ZeroDivisionError):
        store.write(lambda _session: 1 // 0)

    with pytest.raises(IntegrityError):
        store.write(lambda session: add_session(session, LearnerId(9), "no such learner", now=now))


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
        for _ in range(2):
            add = insert(BucketRecord).values(digest="x", level=1, counted_at=now, full_at=now)
            session.execute(add)

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


def test_what_the_database_rolled_back_by_itself_is_not_acknowledged(store, now):
    def roll_back_unseen(session):
        session.get_bind().connection.dbapi_connection.execute("ROLLBACK")

    with held_up(store, waiting=2) as threads:
        jobs = [threads.submit(store.write, lambda session: add_guest(session, now=now))]
        wait_for(store, 1)
        jobs.append(threads.submit(store.write, roll_back_unseen))

    assert [type(job.exception()) for job in jobs] == [StoreUnavailable] * 2
    assert guests(store) == 0


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


@only("sqlite")
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
