"""Flask-SQLAlchemy, bound to the plain models and to the connections of the store.

Pages read and write through ``services.run``. This is for what wants an app around it, such as
pagination and a shell. It stands in this one file, so that it can be exchanged in one file.
"""

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from quizapp.services.run import Store
from quizapp.store.base import Base
from quizapp.web.context import EXTENSION


class _OfStore(SQLAlchemy):
    """Takes the engine that the store has opened, with its settings, instead of another."""

    def _make_engine(
        self,
        bind_key: str | None,
        options: dict[str, Any],  # as Flask-SQLAlchemy declares it
        app: Flask,
    ) -> Any:  # an Engine, which pages do not import  # noqa: ANN401
        return app.extensions[EXTENSION].store.engine


db = _OfStore(model_class=Base)


def bind(app: Flask, store: Store) -> None:
    """Bind the models to an app whose context is set."""
    app.config["SQLALCHEMY_DATABASE_URI"] = store.engine.url
    db.init_app(app)
