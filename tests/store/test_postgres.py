"""PostgreSQL: what every connection is set to, what is refused, and who waits for whom."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import func, select, text

from quizapp.errors import ConfigError, DatabaseRefused, StoreUnavailable
from quizapp.paths import MIGRATIONS
from quizapp.services.run import open_store
from quizapp.store.databases.database import Database
from quizapp.store.learners import LearnerRecord, add_guest
from tests import make
from tests.cluster import Cluster
from tests.conftest import only
from tests.store.queueing import guests
from tests.store.test_migrate import race

_LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


def setting(session, name: str) -> str:
    return session.scalar(text(f"SHOW {name}"))


@only("postgresql")
@pytest.mark.parametrize(
    ("job", "isolation", "read_only"),
    [("read", "repeatable read", "on"), ("write", "read committed", "off")],
)
def test_a_read_sees_one_moment_and_a_write_the_latest(store, job, isolation, read_only):
    found = getattr(store, job)(
        lambda session: [
            setting(session, name) for name in ("transaction_isolation", "transaction_read_only")
        ]
    )

    assert found == [isolation, read_only]


@only("postgresql")
def test_connections_that_read_and_write_in_turn_stay_what_they_are_for(store, now):
    for number in range(1, 4):
        store.write(lambda session: add_guest(session, now=now))

        assert guests(store) == number


@only("postgresql")
@pytest.mark.parametrize(("given", "in_force"), [("off", "on"), ("local", "local"), ("on", "on")])
def test_no_commit_is_acknowledged_before_it_is_on_the_disk(config, cluster, now, given, in_force):
    name = cluster.name_of(config.database)
    cluster.tell(f"ALTER DATABASE {name} SET synchronous_commit = {given}")

    with closing(open_store(config, now=now)) as store:
        found = store.write(lambda session: setting(session, "synchronous_commit"))

    assert found == in_force


@only("postgresql")
def test_times_and_texts_do_not_depend_on_how_the_server_is_set(config, cluster, now):
    name = cluster.name_of(config.database)
    for change in ("TimeZone = 'Asia/Kolkata'", "DateStyle = 'German'", "client_encoding = LATIN1"):
        cluster.tell(f"ALTER DATABASE {name} SET {change}")
    query = select(LearnerRecord.created_at, text("'東京'"))

    with closing(open_store(config, now=now)) as store:
        store.write(lambda session: add_guest(session, now=now))
        found = store.read(lambda session: session.execute(query).one())

    assert tuple(found) == (now, "東京")


@only("postgresql")
def test_the_second_writer_waits_and_sees_what_the_first_one_wrote(store, config, cluster, now):
    """As two processes, or two hosts, would: each with connections of its own."""
    writing = store.engine.execution_options(**{Database.WRITES: True})
    count = select(func.count(LearnerRecord.id))
    with closing(open_store(config, now=now)) as other, ThreadPoolExecutor(1) as thread:
        with writing.begin() as connection:
            counted = thread.submit(other.write, lambda session: session.scalar(count))
            while cluster.tell(_LOCKS, cluster.name_of(config.database)) == [(0,)]:
                assert not counted.done()
            connection.execute(
                text("INSERT INTO learners (kind, created_at) VALUES ('guest', now())")
            )

        assert counted.result(30) == 1


@pytest.fixture(scope="module")
def careless() -> Iterator[Cluster]:
    """A server that does not wait for its disk."""
    cluster = Cluster(fsync="off")
    cluster.start()
    yield cluster
    cluster.remove()


def test_a_server_that_does_not_sync_is_refused(careless, tmp_path, now):
    with careless.database() as url, pytest.raises(DatabaseRefused, match="has fsync off"):
        open_store(make.config(tmp_path, url), now=now)


def test_a_database_that_cannot_hold_every_text_is_refused(cluster, tmp_path, now):
    with (
        cluster.database("template0 ENCODING 'LATIN1'") as url,
        pytest.raises(DatabaseRefused, match="encoded in LATIN1"),
    ):
        open_store(make.config(tmp_path, url), now=now)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://ana:s3cret@127.0.0.1:1/quizapp", "connection"),
        ("postgresql://ana:s3cret@/quizapp?host=/nowhere", "connection"),
    ],
)
def test_a_server_that_does_not_answer_is_named_in_a_line_without_the_password(
    tmp_path, now, url, reason
):
    with pytest.raises(StoreUnavailable, match=reason) as refused:
        open_store(make.config(tmp_path, url), now=now)

    assert "postgresql://ana:***@" in str(refused.value)
    assert "s3cret" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_database_that_is_not_there_is_named(cluster, tmp_path, now):
    with pytest.raises(StoreUnavailable, match='database "nowhere" does not exist'):
        open_store(make.config(tmp_path, cluster.url("nowhere")), now=now)


def test_without_the_driver_it_says_what_to_install(tmp_path, now, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(ConfigError, match=r"pip install 'quizapp\[postgres\]'"):
        open_store(make.config(tmp_path, "postgresql://ana@db/quizapp"), now=now)


def test_hosts_that_open_an_empty_database_at_once_make_it_once(cluster, tmp_path):
    """Each has a folder of its own, so that no lock file stands between them."""
    with cluster.database() as url:
        hosts = [make.config(tmp_path / f"host-{number}", url) for number in range(4)]

        said = race(hosts, MIGRATIONS)

    assert said == ["alembic", *["nothing to do"] * 3]
