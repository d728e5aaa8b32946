"""Signing up, in and out; one's account and sessions; the first admin."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response

from quizapp.core.people.names import name_key
from quizapp.core.people.passwords import ADVISED, SHORTEST, fault_of_password
from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotSignedIn
from quizapp.services import accounts, first_admin
from quizapp.services.accounts import SignedIn
from quizapp.services.hashing import hash_password, is_outdated, is_right
from quizapp.services.limits import SIGN_IN, SIGN_IN_NAME, SIGN_UP, Limit, line_of, spend
from quizapp.services.people import CALLED
from quizapp.web import learner, urls
from quizapp.web.auth.browsers import browser_label
from quizapp.web.auth.factor import ask_if_wanted
from quizapp.web.auth.forms import NameForm, PasswordForm, SignInForm, SignUpForm
from quizapp.web.auth.leading import safe_path
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render

blueprint = Blueprint("auth", __name__)


# --- signing up ---


@blueprint.get("/sign-up")
def sign_up_page() -> str:
    """Ask for a name and a password."""
    return _sign_up_page(SignUpForm(data={"leads_to": request.args.get("next", "")}))


@blueprint.post("/sign-up")
def sign_up() -> Response | tuple[str, int]:
    """Make an account of whoever asks, and sign in to it."""
    form = SignUpForm.sent(request.form)
    if not form.validate():
        return _sign_up_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    _spend(SIGN_UP)
    password = _hashed(form)
    if password is None:
        return _sign_up_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(
        accounts.sign_up,
        name=form.name.data or "",
        password=password,
        label=_label(),
        now=context().now(),
    )
    try:
        signed_in = learner.write(job)
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _sign_up_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _welcome(signed_in, safe_path(form.leads_to.data or "", urls.HOME))


def _hashed(form: SignUpForm) -> str | None:
    """Return the hash of a new password; None where it cannot be one, which the form then says.

    Whatever else is wrong with the form is said at the same time.
    """
    name = form.name.data or ""
    fault = learner.read(
        lambda session, learner_id: accounts.fault_of_new_name(session, typed=name)
    )
    if fault:
        form.name.errors = [fault]
    if wrong := fault_of_password(form.password.data or "", name=name):
        form.password.errors = [wrong]
    return None if fault or wrong else hash_password(form.password.data)


def _sign_up_page(form: SignUpForm, *, admin: str = "") -> str:
    return render(
        "auth/sign_up.html",
        form=form,
        errors=form.first_errors,
        is_guest=learner.role() is Role.GUEST,
        has_account=learner.role().has_account,
        shortest=SHORTEST,
        advised=ADVISED,
        admin=admin,
    )


# --- signing in and out ---


@blueprint.get("/sign-in")
def sign_in_page() -> str:
    """Ask for name and password."""
    return _sign_in_page(SignInForm(data={"leads_to": request.args.get("next", "")}))


@blueprint.post("/sign-in")
def sign_in() -> Response | tuple[str, int]:
    """Sign in, or say that name and password do not belong together."""
    form = SignInForm.sent(request.form)
    if not form.validate():
        return _sign_in_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    name, password = form.name.data or "", form.password.data or ""
    _spend(SIGN_IN)
    _spend(SIGN_IN_NAME, who=name_key(name))
    look = partial(accounts.account_to_check, name=name)
    found = context().store.read(look)
    try:
        if not is_right(password, None if found is None else found.password) or found is None:
            raise accounts.refused()
        if (page := ask_if_wanted(name, form.leads_to.data or "")) is not None:
            return page, HTTPStatus.OK
        signed_in = context().store.write(
            partial(
                accounts.sign_in,
                checked=found,
                former=learner.secret(),
                rehashed=hash_password(password) if is_outdated(found.password) else None,
                label=_label(),
                now=context().now(),
            )
        )
    except NotSignedIn as error:
        now = context().now()
        context().store.write(partial(accounts.tell_refused, checked=found, now=now))
        form.name.errors = [str(error)]
        return _sign_in_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _welcome(signed_in, safe_path(form.leads_to.data or "", urls.HOME))


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """End the session of this browser."""
    require_plain()
    if cookie := learner.secret():
        context().store.write(partial(accounts.sign_out, cookie=cookie))
    response = _see(urls.HOME)
    learner.forget(response)
    return response


def _sign_in_page(form: SignInForm) -> str:
    return render(
        "auth/sign_in.html",
        form=form,
        errors=form.first_errors,
        is_guest=learner.role() is Role.GUEST,
    )


# --- one's account ---


@blueprint.get("/account")
def account() -> str:
    """Show the account of whoever asks, and where they are signed in."""
    return _account_page()


@blueprint.post("/account/name")
def name() -> Response | tuple[str, int]:
    """Give the account another name."""
    form = NameForm.sent(request.form)
    try:
        learner.write(partial(accounts.change_name, name=form.name.data or ""))
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _account_page(names=form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(f"{urls.ACCOUNT}?saved=name")


@blueprint.post("/account/password")
def password() -> Response | tuple[str, int]:
    """Give the account another password; all other sessions end."""
    form = PasswordForm.sent(request.form)
    if not form.validate():
        return _account_page(passwords=form), HTTPStatus.UNPROCESSABLE_ENTITY
    own = learner.read(lambda session, learner_id: accounts.own_account(session, learner_id))
    _spend(SIGN_IN_NAME, who=name_key(own.name))
    if wrong := fault_of_password(form.password.data or "", name=own.name):
        form.password.errors = [wrong]
    if not is_right(form.old.data or "", own.password):
        form.old.errors = ["This is not the password you have now."]
    if form.errors:
        return _account_page(passwords=form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(
        accounts.change_password,
        checked=own.password,
        password=hash_password(form.password.data),
        cookie=learner.secret(),
    )
    learner.write(job)
    return _see(f"{urls.ACCOUNT}?saved=password")


@blueprint.post("/account/sessions/<session_id>")
def end_session(session_id: str) -> Response:
    """End one of one's sessions."""
    require_plain()
    learner.write(partial(accounts.end_one, session_id=session_id))
    return _see(f"{urls.ACCOUNT}#sessions")


@blueprint.post("/account/sessions/others")
def end_others() -> Response:
    """End all of one's sessions but this one."""
    require_plain()
    learner.write(partial(accounts.end_others, cookie=learner.secret()))
    return _see(f"{urls.ACCOUNT}#sessions")


def _account_page(*, names: NameForm | None = None, passwords: PasswordForm | None = None) -> str:
    view = learner.read(partial(accounts.account_view, cookie=learner.secret()))
    names = names or NameForm(data={"name": view.name})
    passwords = passwords or PasswordForm(data={})
    return render(
        "auth/account.html",
        account=view,
        called=CALLED[view.role],
        names=names,
        errors={**names.first_errors, **passwords.first_errors},
        shortest=SHORTEST,
        advised=ADVISED if view.role in (Role.TEACHER, Role.ADMIN) else 0,
        saved=request.args.get("saved", ""),
    )


# --- the first admin ---


@blueprint.get("/first-admin/<secret>")
def first_admin_page(secret: str) -> str:
    """Ask whoever started the server for a name and a password."""
    _require_secret(secret)
    return _sign_up_page(SignUpForm(data={}), admin=secret)


@blueprint.post("/first-admin/<secret>")
def make_first_admin(secret: str) -> Response | tuple[str, int]:
    """Make the account of an admin, and sign in to it."""
    form = SignUpForm.sent(request.form)
    if not form.validate():
        return _sign_up_page(form, admin=secret), HTTPStatus.UNPROCESSABLE_ENTITY
    _spend(SIGN_UP)
    _require_secret(secret)
    password = _hashed(form)
    if password is None:
        return _sign_up_page(form, admin=secret), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(
        first_admin.make_admin,
        secret=secret,
        name=form.name.data or "",
        password=password,
        label=_label(),
        now=context().now(),
    )
    try:
        signed_in = learner.write(job)
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _sign_up_page(form, admin=secret), HTTPStatus.UNPROCESSABLE_ENTITY
    return _welcome(signed_in, urls.HOME)


def _require_secret(secret: str) -> None:
    look = partial(first_admin.require_secret, secret=secret, now=context().now())
    context().store.read(look)


# --- what these share ---


def _label() -> str:
    return browser_label(request.headers.get("User-Agent", ""))


def _spend(limit: Limit, who: str = "") -> None:
    store, now = context().store, context().now()
    counted = who or line_of(request.remote_addr or "")
    store.write(partial(spend, limit=limit, who=counted, secret=store.secret, now=now))


def _welcome(signed_in: SignedIn, leads_to: str) -> Response:
    response = _see(leads_to)
    learner.remember(response, signed_in.cookie)
    return response


def _see(url: str) -> Response:
    return redirect(url, HTTPStatus.SEE_OTHER)
