"""What every test may ask for: a real database of its own, a moment, and people."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from quizapp.config import Config
from quizapp.services.run import Store, open_store
from quizapp.store import bundles, items
from quizapp.store.kept import Kept
from tests import make
from tests.cluster import Cluster
from tests.people import Person, guest
from tests.studying import Studied, study_for_weeks

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


#: Where tests judge thousands of items, or drive servers for minutes. Measuring the coverage makes
#: the code three times as slow, so these run without it: what they run, smaller tests run too.
HEAVY = (
    "bench",
    "browser",
    "core/facts/test_reader_fuzz.py",
    "core/facts/test_reader_noise.py",
    "core/items/test_code_positions.py",
    "core/items/test_distractors.py",
    "core/items/test_exams.py",
    "core/items/test_key_positions.py",
    "core/items/test_quizzes.py",
    "core/items/test_refused_lists.py",
    "core/items/test_soundness.py",
    "core/proof/test_order.py",
    "core/test_planted_bugs.py",
    "core/test_properties.py",
    "docs/test_deploying.py",
    "durability",
    "library/test_kept.py",
    "library/test_shelf.py",
    "library/test_shelf_exams.py",
    "oracle",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is heavy by where it stands."""
    here = Path(__file__).parent
    paths = {here / one for one in HEAVY}
    for item in items:
        if not paths.isdisjoint((item.path, *item.path.parents)):
            item.add_marker(pytest.mark.heavy)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin as a new process does: what a test reads comes from its own database."""
    monkeypatch.setattr(bundles, "_BUNDLES", Kept(20))
    monkeypatch.setattr(items, "_ITEMS", Kept(1_000))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on: each in turn, unless it says ``only("sqlite")``."""
    name: str = request.param
    return name


def only(*kinds: str) -> pytest.MarkDecorator:
    """Mark what is about these databases alone."""
    return pytest.mark.parametrize("kind", kinds, indirect=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server for all tests of this process."""
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.remove()


@pytest.fixture(scope="session")
def migrated(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with all tables and no rows, to make others from."""
    with cluster.database() as url:
        open_store(make.config(tmp_path_factory.mktemp("migrated"), url), now=NOW).close()
        yield cluster.name_of(url)


#: Gives the address of a database without rows that is there until the end of the block.
Databases = Callable[[], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def databases(kind: str, request: pytest.FixtureRequest) -> Databases:
    if kind == "sqlite":
        return lambda: nullcontext("")
    cluster, migrated = map(request.getfixturevalue, ("cluster", "migrated"))
    return lambda: cluster.database(migrated)


@pytest.fixture(scope="session")
def shared_store(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all tests that use ``session``; nothing is ever committed to it."""
    with databases() as url:
        store = open_store(make.config(tmp_path_factory.mktemp("shared"), url), now=NOW)
        yield store
        store.close()


@pytest.fixture
def session(shared_store: Store) -> Iterator[Session]:
    """A session that may even commit: all that a test stored is rolled back after it."""
    with shared_store.engine.connect() as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        transaction.rollback()


@pytest.fixture
def config(databases: Databases, tmp_path: Path) -> Iterator[Config]:
    """An installation of this test alone."""
    with databases() as url:
        yield make.config(tmp_path, url)


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    """A database of this test alone, with its write queue."""
    store = open_store(config, now=NOW)
    yield store
    store.close()


@pytest.fixture
def ana(session: Session) -> Person:
    """A learner; what a test starts is hers."""
    return guest(session, NOW)


@pytest.fixture
def ben(session: Session) -> Person:
    """Another learner: for him hers is not there."""
    return guest(session, NOW)


@pytest.fixture
def outsider() -> Person:
    """Somebody whom we never saw."""
    return Person(id=None, cookie=None)


@pytest.fixture(scope="session")
def studied_once(
    kind: str, databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Studied]:
    """An installation in which two have studied for weeks, to make others from."""
    with databases() as url:
        config = make.config(tmp_path_factory.mktemp("studied"), url)
        yield Studied(config, *study_for_weeks(config, NOW))


@pytest.fixture
def studied(
    studied_once: Studied, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Studied]:
    """An installation of this test alone, in which two have studied for weeks."""
    once = studied_once.config
    shutil.copytree(once.instance, make.config(tmp_path).instance)
    with nullcontext("") if not once.database else _copied(once.database, request) as url:
        yield replace(studied_once, config=make.config(tmp_path, url))


def _copied(url: str, request: pytest.FixtureRequest) -> AbstractContextManager[str]:
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.database(cluster.name_of(url))
