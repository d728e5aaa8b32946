"""Flask-SQLAlchemy sees the plain models through the store's own connections."""

from flask import Flask

from quizapp.services.run import Store
from quizapp.store.base import Base
from quizapp.web.extensions import db


def test_it_shares_tables_and_connections_with_the_store(app: Flask, web_store: Store) -> None:
    with app.app_context():
        assert db.engine is web_store.engine
        assert db.metadata is Base.metadata
