"""One set, changed by its authors: its text with what is wrong at its lines, and its files."""

import io
from functools import partial
from http import HTTPStatus

from flask import Blueprint, g, redirect, request, send_file
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.people.deeds import Deed
from quizapp.core.sets.comparing import compare_sets, merge_sets
from quizapp.core.sets.packing import packed, unpacked
from quizapp.core.sets.texts import SetTexts, cleaned, placed
from quizapp.errors import EditConflict, FormatError, InvalidResponse
from quizapp.services import authoring, set_desk
from quizapp.services.drafts import Draft, read_draft
from quizapp.services.preview import all_items, preview
from quizapp.services.views.sets import SetEditView
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.sets.forms import BaseForm, EditForm, NumberForm, make_room, uploaded

blueprint = Blueprint("edit", __name__, url_prefix="/teach/sets/<public_id>")

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.get("")
def page(public_id: str) -> str:
    """Show what a set says, and what that amounts to."""
    view = _view(public_id)
    return _page(view, view.texts)


@blueprint.post("")
def save(public_id: str) -> Response | str | tuple[str, int]:
    """Check what a set shall say, save it, or save and publish it."""
    make_room()
    form = EditForm.sent(request.form)
    if not form.validate() or form.do.data not in {"check", "save", "publish"}:
        raise BadRequest
    view, base = _view(public_id), int(form.base.data)
    texts = SetTexts(cleaned(form.yaml.data or ""), _files(view, base))
    try:
        draft = _read(view, texts)
    except FormatError as error:
        return _page(view, texts, base=base, errors={"yaml": str(error)}), _UNPROCESSABLE
    if form.do.data == "check":
        return _page(view, texts, base=base, draft=draft, note=form.note.data)
    try:
        number = _save(view, draft, base, form.note.data)
    except EditConflict:
        return _conflict(_view(public_id), texts, base)
    if form.do.data == "publish":
        try:
            _publish(view, draft, number)
        except InvalidResponse as error:
            saved = _view(public_id)
            errors = {"yaml": f"It is saved, but not published. {error}"}
            return _page(saved, texts, draft=draft, errors=errors), _UNPROCESSABLE
    told = "published" if form.do.data == "publish" else "saved"
    return _see(public_id, told)


@blueprint.post("/check")
def check(public_id: str) -> str:
    """Return what a text amounts to that is not saved, as a part of the page."""
    make_room()
    form = EditForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    view = _view(public_id)
    texts = SetTexts(cleaned(form.yaml.data or ""), _files(view, int(form.base.data)))
    try:
        draft = _read(view, texts)
    except FormatError as error:
        return render("sets/_preview.html", found=None, error=str(error))
    return render("sets/_preview.html", found=preview(draft, context().library.wording), error="")


@blueprint.post("/publish")
def publish(public_id: str) -> Response | tuple[str, int]:
    """Publish a revision that is saved."""
    form = NumberForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    view, number = _view(public_id), int(form.number.data)
    _, texts = learner.read(partial(set_desk.texts_at, public_id=public_id, number=number))
    draft = _read(view, texts)
    try:
        _publish(view, draft, number)
    except InvalidResponse as error:
        return _page(view, view.texts, errors={"yaml": str(error)}), _UNPROCESSABLE
    return _see(public_id, "published")


@blueprint.get("/items")
def items(public_id: str) -> str:
    """Show every question that a set yields, and what it does not ask and why."""
    view = _view(public_id)
    found = all_items(_read(view, view.texts), context().library.wording, now=context().now())
    return render("sets/items.html", its=view, facts=found)


# --- files ---


@blueprint.post("/files")
def add_file(public_id: str) -> Response | tuple[str, int]:
    """Add a file to a set, or put another in its place: a new revision."""
    make_room()
    form, file = BaseForm.sent(request.form), uploaded()
    if not form.validate():
        raise BadRequest
    view = _view(public_id)
    if file is None:
        return _page(view, view.texts, errors={"file": "Choose a file"}), _UNPROCESSABLE
    name = placed(file.filename or "")
    try:
        text = file.read().decode("utf-8")
    except UnicodeDecodeError:
        errors = {"file": f"{name} is not UTF-8: save it as a text in UTF-8"}
        return _page(view, view.texts, errors=errors), _UNPROCESSABLE
    base = int(form.base.data)
    texts = SetTexts(_yaml(view, base), _files(view, base)).with_file(name, text)
    return _store(view, texts, base, f"Added {name}")


@blueprint.post("/files/remove")
def remove_file(public_id: str) -> Response | tuple[str, int]:
    """Take a file from a set: a new revision."""
    form = BaseForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    view, base = _view(public_id), int(form.base.data)
    texts = SetTexts(_yaml(view, base), _files(view, base)).without(form.name.data)
    return _store(view, texts, base, f"Removed {form.name.data}")


@blueprint.post("/import")
def bring(public_id: str) -> Response | tuple[str, int]:
    """Let a set say what a zip or a YAML file says: a new revision."""
    make_room()
    form, file = BaseForm.sent(request.form), uploaded()
    if not form.validate():
        raise BadRequest
    view, base = _view(public_id), int(form.base.data)
    if file is None:
        errors = {"import": "Choose a zip or a YAML file"}
        return _page(view, view.texts, errors=errors), _UNPROCESSABLE
    try:
        texts = unpacked(file.filename or "", file.read())
    except FormatError as error:
        return _page(view, view.texts, errors={"import": str(error)}), _UNPROCESSABLE
    if not texts.files:  # the YAML alone: what lies beside it stays
        texts = SetTexts(texts.yaml, _files(view, base))
    return _store(view, texts, base, f"From {file.filename}")


@blueprint.get("/export")
def export(public_id: str) -> Response:
    """Send a set as a zip, as it would lie on a disk."""
    number = request.args.get("version", type=int)
    look = partial(set_desk.texts_at, public_id=public_id, number=number)
    set_id, texts = learner.read(look)
    suffix = "" if number is None else f"-version-{number}"
    return send_file(
        io.BytesIO(packed(set_id, texts)),
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"{set_id}{suffix}.zip",
    )


# --- what all of them do ---


def _view(public_id: str) -> SetEditView:
    return learner.read(partial(set_desk.edit_view, public_id=public_id))


def _files(view: SetEditView, base: int) -> dict[str, str]:
    """Return the files as they were in the revision from which somebody began."""
    return dict(_at(view, base).files)


def _yaml(view: SetEditView, base: int) -> str:
    return _at(view, base).yaml


def _at(view: SetEditView, base: int) -> SetTexts:
    if base == view.number:
        return view.texts
    look = partial(set_desk.texts_at, public_id=view.id, number=base)
    return learner.read(look)[1]


def _read(view: SetEditView, texts: SetTexts) -> Draft:
    wording, now = context().library.wording, context().now()
    return read_draft(texts, wording, now=now, set_id=view.set_id)


def _save(view: SetEditView, draft: Draft, base: int, note: str) -> int:
    job = partial(
        authoring.save, public_id=view.id, base=base, draft=draft, note=note, now=context().now()
    )
    return learner.write(job)


def _publish(view: SetEditView, draft: Draft, number: int) -> None:
    job = partial(
        authoring.publish_revision,
        public_id=view.id,
        number=number,
        draft=draft,
        now=context().now(),
    )
    g.deed = Deed.PUBLISHED
    learner.write(job)


def _store(view: SetEditView, texts: SetTexts, base: int, note: str) -> Response | tuple[str, int]:
    """Save what became of the files, or say why not."""
    try:
        _save(view, _read(view, texts), base, note)
    except FormatError as error:
        return _page(view, view.texts, errors={"file": str(error)}), _UNPROCESSABLE
    except EditConflict:
        return _conflict(_view(view.id), texts, base)
    return _see(view.id, "saved")


def _conflict(view: SetEditView, mine: SetTexts, base: int) -> tuple[str, int]:
    """Show what somebody else saved, and one's own text with it where the two do not touch."""
    before = _at(view, base)
    merged = merge_sets(before, mine, view.texts)
    shown = mine if merged is None else merged
    page = _page(
        view,
        SetTexts(shown.yaml, view.texts.files),
        theirs=compare_sets(before, view.texts),
        merged=merged is not None,
    )
    return page, HTTPStatus.CONFLICT


def _page(
    view: SetEditView,
    texts: SetTexts,
    *,
    base: int | None = None,
    draft: Draft | None = None,
    errors: dict[str, str] | None = None,
    **more: object,
) -> str:
    found = None
    if not errors or "yaml" not in errors or draft is not None:
        draft = draft or _read(view, texts)
        found = preview(draft, context().library.wording)
    return render(
        "sets/edit.html",
        its=view,
        yaml=texts.yaml,
        files=sorted(texts.files),
        base=view.number if base is None else base,
        found=found,
        error="",
        errors=errors or {},
        told=request.args.get("told", ""),
        **more,
    )


def _see(public_id: str, told: str) -> Response:
    return redirect(f"{urls.edit_set(public_id)}?told={told}", HTTPStatus.SEE_OTHER)
