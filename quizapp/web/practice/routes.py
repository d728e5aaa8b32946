"""The start of a sitting of practice. Its questions are those of a quiz."""

import secrets
from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.errors import NothingToAsk
from quizapp.services.limits import START, line_of, spend
from quizapp.services.practice import compose_sitting, start_sitting, stock
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.practice.forms import PracticeForm

blueprint = Blueprint("practice", __name__)


@blueprint.post("/sets/<set_id>/practice")
def start(set_id: str) -> Response:
    """Start a sitting and lead to its first question."""
    shelf = context().library.shelf(set_id)
    form = PracticeForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    now = context().now()
    store, who = context().store, line_of(request.remote_addr or "")
    store.write(partial(spend, limit=START, who=who, secret=store.secret, now=now))
    found = learner.read(partial(stock, shelf=shelf, now=now))
    try:
        paper = compose_sitting(shelf, found, today=now.date(), seed=secrets.randbits(32))
    except NothingToAsk:
        return redirect(f"{urls.set_page(set_id)}?nothing=due", HTTPStatus.SEE_OTHER)
    started = learner.write(
        partial(
            start_sitting,
            paper=paper,
            start_key=form.start_key.data,
            zone=form.known_zone,
            now=now,
        )
    )
    response = redirect(urls.question(started.attempt_id, 1), HTTPStatus.SEE_OTHER)
    if started.cookie:
        learner.remember(response, started.cookie)
    return response
