"""What every test may ask for: a real database of its own, a moment, and people."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from quizapp.services.run import Store, open_store
from tests import make
from tests.people import Person, guest

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database file for all tests that use ``session``; nothing is ever committed to it."""
    store = open_store(make.config(tmp_path_factory.mktemp("shared")), now=NOW)
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
def store(tmp_path) -> Iterator[Store]:
    """A database file of this test alone, with its write queue."""
    store = open_store(make.config(tmp_path), now=NOW)
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
