"""Prints pages: Flask's Jinja environment, without what our templates do not use.

Templates are given everything they print; the request, the session and Flask's signals are no
part of it.
"""

from collections.abc import MutableMapping
from typing import Any

from flask import current_app, templating

from quizapp.web import urls
from quizapp.web.assets import Assets
from quizapp.web.escaping import Generator, printed


class Environment(templating.Environment):
    """Jinja as Flask sets it up; each template keeps its own copy of the globals.

    Jinja would look into two mappings for every global, at every import of every page; that took
    as long as printing the page. No template has globals of its own, and ours are set before
    the first template is loaded.
    """

    code_generator_class = Generator
    printed = staticmethod(printed)

    # Whatever is global in a template is anything.
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template."""
        return {**self.globals, **(d or {})}


def prepare(environment: templating.Environment, assets: Assets) -> None:
    """Give the templates the addresses of files and of pages."""
    environment.globals.update(asset=assets.urls, urls=urls)


def render(template: str, **values: object) -> str:
    """Return a page."""
    return current_app.jinja_env.get_template(template).render(values)
