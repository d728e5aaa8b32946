"""The second factor: turned on and off, and asked for after the password."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response

from quizapp.core.people.names import name_key
from quizapp.core.people.totp import address, as_text, read_secret
from quizapp.errors import InvalidResponse, NotSignedIn
from quizapp.services import factors
from quizapp.services.accounts import own_account
from quizapp.services.hashing import is_right
from quizapp.services.limits import SIGN_IN_NAME, spend
from quizapp.web import learner, urls
from quizapp.web.auth.browsers import browser_label
from quizapp.web.auth.forms import CodeForm, FactorForm
from quizapp.web.auth.leading import safe_path
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.squares import qr_code

blueprint = Blueprint("factor", __name__)


@blueprint.get("/account/second-factor")
def page() -> str:
    """Show whether a second factor is asked for, and how to turn it on or off."""
    return _page({}, factors.new_factor_secret())


@blueprint.post("/account/second-factor")
def turn_on() -> str | tuple[str, int]:
    """Ask for a second factor from now on; show the recovery codes."""
    form = FactorForm.sent(request.form)
    secret = read_secret(form.secret.data or "") or factors.new_factor_secret()
    if errors := _wrong_password(form):
        return _page(errors, secret), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(factors.turn_on, secret=secret, typed=form.code.data or "", now=context().now())
    try:
        codes = learner.write(job)
    except InvalidResponse as error:
        return _page({"code": str(error)}, secret), HTTPStatus.UNPROCESSABLE_ENTITY
    return render("auth/recovery.html", codes=codes)


@blueprint.post("/account/second-factor/off")
def turn_off() -> Response | tuple[str, int]:
    """Ask for no second factor any more."""
    form = FactorForm.sent(request.form)
    if errors := _wrong_password(form):
        return _page(errors, b""), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        learner.write(partial(factors.turn_off, typed=form.code.data or "", now=context().now()))
    except InvalidResponse as error:
        return _page({"code": str(error)}, b""), HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(urls.FACTOR, HTTPStatus.SEE_OTHER)


@blueprint.post("/sign-in/code")
def sign_in() -> Response | tuple[str, int]:
    """Sign in by the code that an app shows, after the password."""
    form, store, now = CodeForm.sent(request.form), context().store, context().now()
    ticket = (form.ticket.data or "")[:300]
    find = partial(factors.account_by, ticket=ticket, secret=store.secret, now=now)
    account = store.read(find)
    if account is not None:
        _spend(account.name)
    job = partial(
        factors.sign_in_with,
        ticket=ticket,
        typed=form.code.data or "",
        secret=store.secret,
        former=learner.secret(),
        label=browser_label(request.headers.get("User-Agent", "")),
        now=now,
    )
    try:
        signed_in = store.write(job)
    except NotSignedIn as error:
        if account is None:
            return redirect(urls.SIGN_IN, HTTPStatus.SEE_OTHER)
        store.write(partial(factors.tell_wrong, person=account.learner, now=now))
        page = ask(ticket, form.leads_to.data or "", str(error))
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    where = safe_path(form.leads_to.data or "", urls.HOME)
    response = redirect(where, HTTPStatus.SEE_OTHER)
    learner.remember(response, signed_in.cookie)
    return response


def ask(ticket: str, leads_to: str, error: str = "") -> str:
    """Return the page that asks for the code."""
    errors = {"code": error} if error else {}
    return render("auth/factor_code.html", ticket=ticket, leads_to=leads_to, errors=errors)


def ask_if_wanted(name: str, leads_to: str) -> str | None:
    """Return the page that asks for the code; None for an account that has no second factor.

    Args:
        name: of an account whose password was found right.
    """
    store, now = context().store, context().now()
    look = partial(factors.ticket_if_wanted, name=name, secret=store.secret, now=now)
    ticket = store.read(look)
    return None if ticket is None else ask(ticket, leads_to)


def _wrong_password(form: FactorForm) -> dict[str, str]:
    own = learner.read(lambda session, learner_id: own_account(session, learner_id))
    _spend(own.name)
    right = is_right(form.password.data or "", own.password)
    return {} if right else {"password": "This is not the password you have."}


def _page(errors: dict[str, str], secret: bytes) -> str:
    own = learner.read(lambda session, learner_id: own_account(session, learner_id))
    view = learner.read(factors.factor_view)
    return render(
        "auth/factor.html",
        view=view,
        errors=errors,
        secret="" if view.is_on else as_text(secret),
        square="" if view.is_on else qr_code(address(secret, own.name)),
    )


def _spend(name: str) -> None:
    store, now = context().store, context().now()
    store.write(
        partial(spend, limit=SIGN_IN_NAME, who=name_key(name), secret=store.secret, now=now)
    )
