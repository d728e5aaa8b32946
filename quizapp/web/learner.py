"""The learner behind a request: the one cookie, and jobs done in that learner's name."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import Final, TypeVar

from flask import redirect, request
from werkzeug import Response

from quizapp.services.learners import find_learner
from quizapp.services.limits import NEWCOMER, line_of, spend
from quizapp.web.context import context

T = TypeVar("T")

_NAME: Final = "quizapp"
#: The longest that browsers keep a cookie; a guest has nothing else to be known by.
_KEPT: Final = timedelta(days=400)


def is_somebody() -> bool:
    """Return whether the request brings a cookie of ours: else there is nobody to look for."""
    return _secret() is not None


def read(job: Callable[..., T]) -> T:
    """Return what ``job(session, learner_id=…)`` returns; it changes nothing."""
    secret = _secret()
    return context().store.read(
        lambda session: job(session, learner_id=find_learner(session, cookie=secret))
    )


def write(job: Callable[..., T]) -> T:
    """Return what ``job(session, learner_id=…)`` returns, once its changes are safe."""
    secret = _secret()
    return context().store.write(
        lambda session: job(session, learner_id=find_learner(session, cookie=secret))
    )


def keep(job: Callable[..., str | None], *, leads_to: str) -> Response:
    """Do what ``job(session, learner_id=…)`` does, then lead to a page.

    Args:
        job: stores something, for a newcomer under a guest whose cookie it returns.
        leads_to: the address of the page.

    Raises:
        TooMany: too many newcomers came from this address.
    """
    store, now = context().store, context().now()
    if read(lambda _session, learner_id: learner_id) is None:
        who = line_of(request.remote_addr or "")
        store.write(partial(spend, limit=NEWCOMER, who=who, secret=store.secret, now=now))
    cookie = write(job)
    response = redirect(leads_to, HTTPStatus.SEE_OTHER)
    if cookie:
        remember(response, cookie)
    return response


def remember(response: Response, secret: str) -> None:
    """Give the browser the cookie of a learner."""
    response.set_cookie(
        _cookie_name(),
        secret,
        max_age=_KEPT,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )


def _secret() -> str | None:
    return request.cookies.get(_cookie_name())


def _cookie_name() -> str:
    """``__Host-`` makes a browser refuse the cookie from anybody but this host over https."""
    return f"__Host-{_NAME}" if request.is_secure else _NAME
