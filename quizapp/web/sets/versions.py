"""The versions of a set: listed, compared, brought back; who sees it and who may change it."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.sets.audience import Audience
from quizapp.errors import InvalidResponse
from quizapp.services import authoring, set_desk, sharing
from quizapp.web import learner, urls
from quizapp.web.classes.forms import YES, ArchiveForm
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.sets.forms import AudienceForm, EditorForm, NumberForm

blueprint = Blueprint("versions", __name__, url_prefix="/teach/sets/<public_id>")


@blueprint.get("/versions")
def list_page(public_id: str) -> str:
    """List the versions of a set, the latest first."""
    below = request.args.get("before", type=int)
    rows = learner.read(partial(set_desk.versions, public_id=public_id, below=below))
    view = learner.read(partial(set_desk.edit_view, public_id=public_id))
    has_more = len(rows) == set_desk.VERSIONS and rows[-1].number > 1
    return render("sets/versions.html", its=view, rows=rows, has_more=has_more)


@blueprint.get("/versions/<int(max=999999999):number>")
def compare(public_id: str, number: int) -> str:
    """Show what changed from one version to another: by default, from the one before."""
    old = request.args.get("with", type=int, default=max(1, number - 1))
    look = partial(set_desk.comparison, public_id=public_id, old=old, new=number)
    return render("sets/compare.html", found=learner.read(look))


@blueprint.post("/versions")
def restore(public_id: str) -> Response:
    """Let a set say again what it said in a version: as a new one."""
    form = NumberForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    number = int(form.number.data)
    job = partial(authoring.restore, public_id=public_id, number=number, now=context().now())
    learner.write(job)
    return redirect(f"{urls.edit_set(public_id)}?told=restored", HTTPStatus.SEE_OTHER)


# --- who sees it, and who changes it ---


@blueprint.get("/sharing")
def sharing_page(public_id: str) -> str:
    """Show who sees a set and who may change it."""
    return _sharing(public_id)


@blueprint.post("/sharing")
def show_to(public_id: str) -> Response | tuple[str, int]:
    """Decide who sees a set."""
    form = AudienceForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    job = partial(
        sharing.show_to,
        public_id=public_id,
        audience=Audience(form.audience.data),
        class_ids=form.classes.data or (),
    )
    try:
        learner.write(job)
    except InvalidResponse as error:
        return _sharing(public_id, form, {"audience": str(error)}), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(public_id)


@blueprint.post("/authors")
def let_change(public_id: str) -> Response | tuple[str, int]:
    """Let another teacher change a set."""
    form = EditorForm.sent(request.form)
    try:
        learner.write(partial(sharing.let_change, public_id=public_id, name=form.name.data or ""))
    except InvalidResponse as error:
        page = _sharing(public_id, errors={"name": str(error)}, name=form.name.data or "")
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(public_id)


@blueprint.post("/authors/remove")
def let_change_no_more(public_id: str) -> Response:
    """Let somebody change a set no more."""
    name = EditorForm.sent(request.form).name.data or ""
    learner.write(partial(sharing.let_change_no_more, public_id=public_id, name=name))
    return _see(public_id)


@blueprint.post("/archive")
def archive(public_id: str) -> Response:
    """Put a set away, or take it back."""
    archived = ArchiveForm.sent(request.form).archived.data == YES
    now = context().now()
    learner.write(partial(authoring.archive_set, public_id=public_id, archived=archived, now=now))
    return _see(public_id)


def _sharing(
    public_id: str,
    form: AudienceForm | None = None,
    errors: dict[str, str] | None = None,
    name: str = "",
) -> str:
    view = learner.read(partial(set_desk.edit_view, public_id=public_id))
    return render(
        "sets/sharing.html",
        its=view,
        form=form or AudienceForm(data={"audience": view.audience.value}),
        errors=errors or {},
        name=name,
    )


def _see(public_id: str) -> Response:
    return redirect(urls.share_set(public_id), HTTPStatus.SEE_OTHER)
