"""Prints pages: Flask's Jinja environment, without what our templates do not use.

Templates are given everything they print; the request, the session and Flask's signals are no
part of it.
"""

from collections.abc import Hashable, MutableMapping
from functools import lru_cache
from typing import Any, Final

from flask import current_app, g, templating
from markupsafe import Markup

from quizapp.web import urls
from quizapp.web.assets import Assets
from quizapp.web.escaping import Generator, printed

#: So many parts of pages are kept printed.
_PARTS: Final = 64


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
    """Return a page; ``me`` is who it is for, if they are known."""
    me = g.get("person")
    return current_app.jinja_env.get_template(template).render({"me": me, **values})


def part(template: str, **values: Hashable) -> Markup:
    """Return a part of a page that is the same for everybody; printed once for equal values.

    Args:
        values: all that it shows.
    """
    return _part(current_app.jinja_env, template, tuple(values.items()))


@lru_cache(maxsize=_PARTS)
def _part(
    environment: templating.Environment, template: str, values: tuple[tuple[str, Hashable], ...]
) -> Markup:
    # Autoescaped where it was printed.
    return Markup(environment.get_template(template).render(dict(values)))  # noqa: S704
