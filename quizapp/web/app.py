"""Makes the app: one function from a configuration to something that serves."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import paths, rendering
from quizapp.clock import utc_now
from quizapp.config import Config
from quizapp.library.loader import Library
from quizapp.services.difficulty import Observations
from quizapp.services.fitting import Fitting
from quizapp.services.run import Store
from quizapp.web import access, compression, errors, extensions, health, pages, security, static
from quizapp.web.admin import routes as admin
from quizapp.web.assets import Assets
from quizapp.web.auth import factor, person
from quizapp.web.auth import routes as auth
from quizapp.web.classes import take, teach
from quizapp.web.context import EXTENSION, Context
from quizapp.web.known import routes as known
from quizapp.web.learn import routes as learn
from quizapp.web.patterns import routes as patterns
from quizapp.web.plan import routes as plan
from quizapp.web.practice import routes as practice
from quizapp.web.quiz import routes as quiz
from quizapp.web.results import routes as results
from quizapp.web.sets import desk, edit, links, versions
from quizapp.web.settings import routes as settings

#: The largest form of ours has a typed answer of some hundred letters.
_MOST_BYTES: Final = 64 * 1024
_MOST_FIELDS: Final = 100

_PARTS: Final = (
    static,
    health,
    admin,
    auth,
    desk,
    edit,
    factor,
    known,
    learn,
    links,
    person,
    plan,
    practice,
    quiz,
    results,
    settings,
    take,
    teach,
    versions,
)


class _App(Flask):
    jinja_environment = pages.Environment


def create_app(
    config: Config,
    *,
    store: Store,
    library: Library,
    now: Callable[[], datetime] = utc_now,
    with_patterns: bool = False,
) -> Flask:
    """Return the app.

    Args:
        store: opened; the caller closes it.
        with_patterns: also show every part of the design in every state, at ``/patterns``.
    """
    app = _App("quizapp", static_folder=None, template_folder=str(paths.TEMPLATES))
    app.config.update(MAX_CONTENT_LENGTH=_MOST_BYTES, MAX_FORM_PARTS=_MOST_FIELDS)
    assets = Assets(paths.STATIC)
    observations, fitting = Observations(store.read), Fitting(store.read, store.write, now)
    app.extensions[EXTENSION] = Context(
        store, library, assets, config.instance, observations, fitting, now
    )
    rendering.prepare(app.jinja_env)
    pages.prepare(app.jinja_env, assets)
    extensions.bind(app, store)
    security.guard(app)
    access.enforce(app)
    compression.compress(app)
    errors.register(app)
    for part in _PARTS:
        app.register_blueprint(part.blueprint)
    if with_patterns:
        app.register_blueprint(patterns.blueprint)
    _trust(app, config.trusted_proxies)
    return app


def _trust(app: Flask, proxies: int) -> None:
    """Believe what that many proxies say of the client; without any, believe nothing."""
    if proxies:
        wrapped = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
        app.wsgi_app = wrapped  # type: ignore[method-assign]  # as Flask's manual has it
