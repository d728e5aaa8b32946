"""The app on a database that all web tests share; every test has learners of its own."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask

from quizapp import paths
from quizapp.core.items.item import Item
from quizapp.core.people.roles import Role
from quizapp.library.loader import Library
from quizapp.services.run import Store, open_store
from quizapp.services.settings import set_exam
from quizapp.services.stored_sets import StoredSets
from quizapp.web.app import create_app
from tests import make
from tests.conftest import NOW, Databases
from tests.core.items import bundled
from tests.people import Person, account, guest
from tests.services.knowing import answered
from tests.services.mixing import BUNDLE
from tests.web.knowing import asking
from tests.web.visitor import Visitor


@pytest.fixture(scope="session")
def library(web_store: Store) -> Library:
    handing = StoredSets(web_store.read)
    library = Library(paths.QUESTIONS, paths.WORDING / "en", handing=handing)
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


@pytest.fixture
def learn(web_store: Store, ana: Person):
    """Let Ana answer items some days ago."""

    def learn(days_ago: int, *told: tuple[Item, str]) -> None:
        moment = NOW - timedelta(days=days_ago)
        web_store.write(lambda session: answered(session, ana, moment, *told, bundle=BUNDLE))

    return learn


@pytest.fixture
def studious(as_ana: Visitor, learn, web_store: Store, ana: Person) -> Visitor:
    """Ana, who answered for some weeks and has an exam."""
    mixed = make.item(set_id=bundled.SET, tests=(f"{bundled.SET}/office-fs/holder",))
    learn(40, (asking("concerns/said"), "Ana Roy"), (asking("visit/place"), "Cy"))
    learn(9, (asking("concerns/said"), "Ana Roy"), (asking("visit/place"), "Ana Roy"))
    learn(3, (asking("dialogue/ended"), "Cy"), (mixed, "Ben"), (mixed, "Ben"))
    day = (NOW + timedelta(days=30)).date()
    web_store.write(
        lambda session: set_exam(session, learner_id=ana.id, set_id=bundled.SET, day=day, now=NOW)
    )
    return as_ana


@pytest.fixture
def tara(web_store: Store) -> Person:
    return web_store.write(lambda session: account(session, NOW, role=Role.TEACHER))


@pytest.fixture
def desk(app: Flask, tara: Person) -> Visitor:
    return Visitor(app, tara)


@pytest.fixture
def ada(app: Flask, web_store: Store) -> Visitor:
    return Visitor(app, web_store.write(lambda session: account(session, NOW, role=Role.ADMIN)))
