"""The app on a database that all web tests share; every test has learners of its own."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from quizapp import paths
from quizapp.library.loader import Library
from quizapp.services.run import Store, open_store
from quizapp.web.app import create_app
from tests import make
from tests.conftest import NOW, Databases
from tests.people import Person, guest
from tests.web.visitor import Visitor


@pytest.fixture(scope="session")
def library() -> Library:
    library = Library(paths.QUESTIONS, paths.WORDING / "en")
    library.shelf("india-us-2plus2-2023").count()
    return library


@pytest.fixture(scope="session")
def web_store(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with databases() as url:
        store = open_store(make.config(tmp_path_factory.mktemp("web"), url), now=NOW)
        yield store
        store.close()


@pytest.fixture(scope="session")
def app(web_store: Store, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    config = make.config(tmp_path_factory.mktemp("config"))
    return create_app(config, store=web_store, library=library, now=lambda: NOW, with_patterns=True)


@pytest.fixture
def ana(web_store: Store) -> Person:
    return web_store.write(lambda session: guest(session, NOW))


@pytest.fixture
def ben(web_store: Store) -> Person:
    return web_store.write(lambda session: guest(session, NOW))


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody new."""
    return Visitor(app)


@pytest.fixture
def as_ana(app: Flask, ana: Person) -> Visitor:
    return Visitor(app, ana)


#: Starts a quiz for Ana and returns the address of the attempt.
Start = Callable[..., str]


@pytest.fixture
def start(web_store: Store, ana: Person) -> Start:
    def start_for_ana(*items: object, **changes: object) -> str:
        attempt = web_store.write(
            lambda session: make.attempt(session, ana, NOW, *items, **changes)  # type: ignore[arg-type]
        )
        return f"/quiz/{attempt}"

    return start_for_ana
