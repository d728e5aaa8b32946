"""When PostgreSQL goes away nothing is acknowledged that is not kept; and it is found again."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial

import pytest
from sqlalchemy import event, func, select, text

from quizapp.errors import StoreUnavailable
from quizapp.services.answering import answer
from quizapp.services.quizzes import question
from quizapp.services.run import Store, open_store
from quizapp.services.views import Readiness
from quizapp.store.audit import first_fault
from quizapp.store.learners import LearnerRecord, add_guest
from quizapp.store.responses import ResponseRecord
from tests import make
from tests.cluster import Cluster
from tests.conftest import only
from tests.people import guest
from tests.store.queueing import guests, held_up


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[Cluster]:
    """A server that these tests may crash."""
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.remove()


@pytest.fixture
def crashing(own_cluster: Cluster, tmp_path, now) -> Iterator[Store]:
    with (
        own_cluster.database() as url,
        closing(open_store(make.config(tmp_path, url), now=now)) as store,
    ):
        yield store


def cut(store, session) -> None:
    """End the server's side of a connection, as an administrator or a crash does."""
    pid = session.connection().connection.dbapi_connection.info.backend_pid
    with store.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})


def test_after_a_crash_of_the_server_the_next_requests_are_answered(crashing, own_cluster, now):
    kept = crashing.write(lambda session: add_guest(session, now=now))
    own_cluster.stop()
    own_cluster.start()

    found = crashing.read(lambda session: session.scalars(select(LearnerRecord.id)).all())

    assert found == [kept]
    assert crashing.write(lambda session: add_guest(session, now=now)) > kept


def test_while_the_server_is_away_nothing_is_acknowledged(crashing, own_cluster, now):
    own_cluster.stop()
    try:
        for job in (crashing.write, crashing.read):
            with pytest.raises(StoreUnavailable):
                job(lambda session: add_guest(session, now=now))
        away = crashing.readiness(now=now)
    finally:
        own_cluster.start()

    assert away == Readiness(ready=False, reason="not-writable")
    assert crashing.readiness(now=now) == Readiness(ready=True, reason="")
    assert guests(crashing) == 0


@only("postgresql")
def test_when_the_server_cuts_a_group_nothing_of_it_is_acknowledged(store, now):
    def add(session):
        return add_guest(session, now=now)

    with held_up(store, waiting=3) as threads:
        jobs = [threads.submit(store.write, job) for job in (add, partial(cut, store), add)]

    assert [type(job.exception()) for job in jobs] == [StoreUnavailable] * 3
    assert guests(store) == 0
    store.write(add)
    assert guests(store) == 1


def commit_then_lose(connection) -> None:
    connection.exec_driver_sql("COMMIT")
    lose(connection)


def lose(connection) -> None:
    connection.connection.dbapi_connection.close()


@only("postgresql")
@pytest.mark.parametrize("how", [lose, commit_then_lose])
def test_an_answer_whose_commit_was_cut_is_stored_once_when_it_comes_again(store, now, how):
    """Nobody knows then whether it was committed: the key of the form decides."""
    ana = store.write(lambda session: guest(session, now))
    attempt = store.write(lambda session: make.attempt(session, ana, now, feedback_each=False))
    seen = store.read(partial(question, learner_id=ana.id, attempt_id=attempt, position=1))
    send = partial(
        answer,
        learner_id=ana.id,
        showing_id=seen.showing_id,
        raw=[seen.options[0].token],
        submission_key=seen.submission_key,
        now=now,
    )
    event.listen(store.engine, "commit", how, once=True)

    with pytest.raises(StoreUnavailable):
        store.write(send)
    again = store.write(send)

    assert again.counted
    stored = store.read(lambda session: session.scalar(select(func.count(ResponseRecord.id))))
    assert stored == 1
    assert store.read(partial(first_fault, attempt_id=attempt)) is None
