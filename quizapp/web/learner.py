"""The learner behind a request: the one cookie, and jobs done in that learner's name.

Who it is is found in the transaction of each job, so that nobody acts by a cookie that has just
ended; what was found is kept for the page, which shows the name.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import Any, Final, TypeVar

from flask import g, redirect, request
from werkzeug import Response

from quizapp.core.people.roles import Role
from quizapp.services.auditing import told
from quizapp.services.learners import LearnerId
from quizapp.services.limits import NEWCOMER, line_of, spend
from quizapp.services.people import Person, Session, find_person, note
from quizapp.web.context import context

T = TypeVar("T")

_NAME: Final = "quizapp"
#: What of an address names a thing that the log tells of.
_THINGS: Final = ("class_id", "assignment_id", "public_id", "token", "session_id")
#: The longest that browsers keep a cookie; a guest has nothing else to be known by.
_KEPT: Final = timedelta(days=400)


def is_somebody() -> bool:
    """Return whether the request brings a cookie of ours: else there is nobody to look for."""
    return secret() is not None


def person() -> Person | None:
    """Return who sends the request; None for somebody unknown."""
    if "person" not in g:
        if is_somebody():
            read(lambda _session, learner_id: learner_id)
        else:
            g.person = None
    found: Person | None = g.person
    return found


def role() -> Role:
    """Return the role of whoever sends the request."""
    found = person()
    return Role.OUTSIDER if found is None else found.role


def whose() -> LearnerId | None:
    """Return whose request it is; None for a stranger."""
    found = person()
    return None if found is None else found.learner


def read(job: Callable[..., T]) -> T:
    """Return what ``job(session, learner_id=…)`` returns; it changes nothing."""
    return _as_person(job, context().store.read)


def write(job: Callable[..., T]) -> T:
    """Return what ``job(session, learner_id=…)`` returns, once its changes are safe."""
    now, tells = context().now(), _tells()

    def noting(session: Session, *, learner_id: LearnerId | None, found: Person | None) -> T:
        if found is not None:
            note(session, found, now=now)
        done = job(session, learner_id=learner_id)
        if tells is not None:
            tells(session, by=learner_id, now=now)
        return done

    return _as_person(noting, context().store.write, told=True)


def _tells() -> Callable[..., None] | None:
    """Return what writes into the log what this request does; None where it is not told.

    As the access table has it; the address says of what. Read here and not in the job, as above.
    """
    deed = g.get("deed")
    return None if deed is None else partial(told, deed=deed, **named())


def named() -> dict[str, Any]:
    """Return whom and what the address of the request names, as the log tells it."""
    values = request.view_args or {}
    things = (values[name] for name in _THINGS if name in values)
    return {"person": values.get("person"), "thing": next(things, "")}


def _as_person(
    job: Callable[..., T], run: Callable[[Callable[[Session], T]], T], *, told: bool = False
) -> T:
    """Run a job in the name of whoever sends the request, and keep who it is for the page.

    The cookie is read here and not in the job: the write queue may run that in the thread of
    another request, whose cookie is another's.

    Args:
        told: whether the job is told who it is, as ``found``.
    """
    cookie, now = secret(), context().now()
    seen: list[Person | None] = []

    def work(session: Session) -> T:
        found = find_person(session, cookie=cookie, now=now)
        seen.append(found)
        learner_id = None if found is None else found.learner
        more = {"found": found} if told else {}
        return job(session, learner_id=learner_id, **more)

    try:
        return run(work)
    finally:
        if seen:
            g.person = seen[-1]


def keep(job: Callable[..., str | None], *, leads_to: str) -> Response:
    """Do what ``job(session, learner_id=…)`` does, then lead to a page.

    Args:
        job: stores something, for a newcomer under a guest whose cookie it returns.
        leads_to: the address of the page.

    Raises:
        TooMany: too many newcomers came from this address.
    """
    store, now = context().store, context().now()
    if whose() is None:
        who = line_of(request.remote_addr or "")
        store.write(partial(spend, limit=NEWCOMER, who=who, secret=store.secret, now=now))
    cookie = write(job)
    response = redirect(leads_to, HTTPStatus.SEE_OTHER)
    if cookie:
        remember(response, cookie)
    return response


def forget(response: Response) -> None:
    """Take the cookie from the browser, and what it kept of pages."""
    response.delete_cookie(_cookie_name(), secure=request.is_secure, httponly=True, samesite="Lax")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def remember(response: Response, cookie: str) -> None:
    """Give the browser the cookie of a learner."""
    response.set_cookie(
        _cookie_name(),
        cookie,
        max_age=_KEPT,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )


def secret() -> str | None:
    """Return the cookie of the request."""
    return request.cookies.get(_cookie_name())


def _cookie_name() -> str:
    """``__Host-`` makes a browser refuse the cookie from anybody but this host over https."""
    return f"__Host-{_NAME}" if request.is_secure else _NAME
