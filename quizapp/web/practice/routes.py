"""The start of a sitting of practice, or of a drill. Its questions are those of a quiz."""

import secrets
from functools import partial
from http import HTTPStatus
from typing import TypeVar

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.errors import NothingToAsk
from quizapp.services.drill import compose_drill, mixed
from quizapp.services.limits import START, line_of, spend
from quizapp.services.papers import Paper
from quizapp.services.practice import compose_sitting, start_sitting, stock
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.practice.forms import DrillForm, PracticeForm
from quizapp.web.shelves import seen_shelf

blueprint = Blueprint("practice", __name__)

_Form = TypeVar("_Form", bound=PracticeForm)


@blueprint.post("/sets/<set_id>/practice")
def start(set_id: str) -> Response:
    """Start a sitting and lead to its first question."""
    shelf = seen_shelf(set_id)
    form = _sent(PracticeForm)
    now = context().now()
    found = learner.read(partial(stock, shelf=shelf, now=now))
    try:
        paper = compose_sitting(shelf, found, today=now.date(), seed=secrets.randbits(32))
    except NothingToAsk:
        return redirect(f"{urls.set_page(set_id)}?nothing=due", HTTPStatus.SEE_OTHER)
    return _started(paper, form)


@blueprint.post("/sets/<set_id>/drill")
def drill(set_id: str) -> Response:
    """Start a drill of two things and lead to its first question."""
    shelf = seen_shelf(set_id)
    form = _sent(DrillForm)
    now = context().now()
    wanted = partial(mixed, shelf=shelf, one=form.one.data, other=form.other.data, now=now)
    try:
        found = learner.read(wanted)
        paper = compose_drill(shelf, found, today=now.date(), seed=secrets.randbits(32))
    except NothingToAsk:
        # Without its anchor the page would be shown from its top, far from what it says.
        return redirect(f"{urls.known(set_id)}?nothing=drill#confusions", HTTPStatus.SEE_OTHER)
    return _started(paper, form)


def _sent(of: type[_Form]) -> _Form:
    """Return a form of ours that may start something.

    Raises:
        BadRequest: no page of ours sends it.
        TooMany: too many were sent from this address.
    """
    form = of.sent(request.form)
    if not form.validate():
        raise BadRequest
    store, who = context().store, line_of(request.remote_addr or "")
    job = partial(spend, limit=START, who=who, secret=store.secret, now=context().now())
    store.write(job)
    return form


def _started(paper: Paper, form: PracticeForm) -> Response:
    job = partial(
        start_sitting,
        paper=paper,
        start_key=form.start_key.data,
        zone=form.known_zone,
        now=context().now(),
    )
    started = learner.write(job)
    response = redirect(urls.question(started.attempt_id, 1), HTTPStatus.SEE_OTHER)
    if started.cookie:
        learner.remember(response, started.cookie)
    return response
