"""Flask-SQLAlchemy, bound to the plain models and to the connections of the store.

Pages read and write through ``services.run``. This is for what needs an app around it: pagination
and a shell. It stands in this one file, so that it can be exchanged in one file.
"""

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from quizapp.services.run import Store
from quizapp.store.base import Base

db = SQLAlchemy(model_class=Base)


def bind(app: Flask, store: Store) -> None:
    """Bind the models to an app; they share the store's connections and their settings."""
    engine = store.engine
    app.config["SQLALCHEMY_DATABASE_URI"] = engine.url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool": engine.pool}
    db.init_app(app)
