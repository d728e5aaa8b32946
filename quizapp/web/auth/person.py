"""What people do with what is stored of them; and another password by a code."""

from functools import partial
from http import HTTPStatus
from typing import IO

from flask import Blueprint, redirect, request
from werkzeug import Response

from quizapp.core.people.names import name_key
from quizapp.core.people.passwords import fault_of_password
from quizapp.errors import InvalidResponse, NotSignedIn
from quizapp.services import leaving, resetting
from quizapp.services.accounts import own_account
from quizapp.services.hashing import hash_password, is_right
from quizapp.services.learners import LearnerId
from quizapp.services.limits import SIGN_IN, SIGN_IN_NAME, line_of, spend
from quizapp.services.people import Session
from quizapp.web import learner, urls
from quizapp.web.auth.browsers import browser_label
from quizapp.web.auth.forms import EraseForm, ResetForm
from quizapp.web.auth.handing import as_zip, scrub
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render

blueprint = Blueprint("person", __name__)


@blueprint.post("/account/export")
def export() -> Response:
    """Send somebody everything that is stored of them."""
    require_plain()

    def job(session: Session, *, learner_id: LearnerId | None) -> tuple[str, IO[bytes]]:
        own = own_account(session, learner_id)
        return own.name, leaving.export(session, person=own.learner)

    name, found = learner.read(job)
    learner.write(lambda session, learner_id: None)  # the log is told before anything is sent
    return as_zip(found, name)


@blueprint.get("/account/erase")
def erase_page() -> str:
    """Ask whether somebody is to be erased."""
    return _erase_page({})


@blueprint.post("/account/erase")
def erase() -> Response | tuple[str, int]:
    """Erase whoever asks, by their name and password."""
    form, now = EraseForm.sent(request.form), context().now()
    own = learner.read(lambda session, learner_id: own_account(session, learner_id))
    _spend(name_key(own.name))
    if not is_right(form.password.data or "", own.password):
        errors = {"password": "This is not the password you have."}
        return _erase_page(errors), HTTPStatus.UNPROCESSABLE_ENTITY

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        leaving.require_name(session, person=own.learner, typed=form.name.data or "")
        leaving.erase(session, person=own.learner, now=now)

    try:
        learner.write(job)
    except InvalidResponse as error:
        return _erase_page({"name": str(error)}), HTTPStatus.UNPROCESSABLE_ENTITY
    scrub()
    response = redirect(urls.HOME, HTTPStatus.SEE_OTHER)
    learner.forget(response)
    return response


@blueprint.get("/reset")
def reset_page() -> str:
    """Let somebody set another password by a code."""
    return _reset_page(ResetForm(data={}))


@blueprint.post("/reset")
def reset() -> Response | tuple[str, int]:
    """Set another password by a code, and sign in."""
    form, store = ResetForm.sent(request.form), context().store
    if not form.validate():
        return _reset_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    name, code, now = form.name.data or "", form.code.data or "", context().now()
    who = line_of(request.remote_addr or "")
    store.write(partial(spend, limit=SIGN_IN, who=who, secret=store.secret, now=now))
    _spend(name_key(name))
    if wrong := fault_of_password(form.password.data or "", name=name):
        form.password.errors = [wrong]
        return _reset_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(
        resetting.reset,
        name=name,
        code=code,
        password=hash_password(form.password.data),
        label=browser_label(request.headers.get("User-Agent", "")),
        now=now,
    )
    try:
        signed_in = store.write(job)
    except NotSignedIn as error:
        form.code.errors = [str(error)]
        return _reset_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    if signed_in is None:  # the second factor is asked for as ever
        return redirect(urls.SIGN_IN, HTTPStatus.SEE_OTHER)
    response = redirect(urls.HOME, HTTPStatus.SEE_OTHER)
    learner.remember(response, signed_in.cookie)
    return response


def _reset_page(form: ResetForm) -> str:
    return render("auth/reset.html", form=form, errors=form.first_errors)


def _erase_page(errors: dict[str, str]) -> str:
    own = learner.read(lambda session, learner_id: own_account(session, learner_id))
    return render("auth/erase.html", name=own.name, errors=errors)


def _spend(who: str) -> None:
    store, now = context().store, context().now()
    store.write(partial(spend, limit=SIGN_IN_NAME, who=who, secret=store.secret, now=now))
