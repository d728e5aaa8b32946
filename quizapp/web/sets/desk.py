"""The sets of a teacher: listed, begun, brought in, copied."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.sets.heading import id_from, starter, with_head
from quizapp.core.sets.packing import unpacked
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import FormatError
from quizapp.services import authoring, set_desk
from quizapp.services.catalog import set_cards
from quizapp.services.drafts import Draft, read_draft
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render
from quizapp.web.sets.forms import CopyForm, NewSetForm, make_room, uploaded

blueprint = Blueprint("sets", __name__, url_prefix="/teach/sets")


@blueprint.get("")
def list_page() -> str:
    """List the sets of a teacher, and those that may be copied."""
    return _list(NewSetForm(data={}))


@blueprint.post("")
def create() -> Response | tuple[str, int]:
    """Begin a set with a small example, and lead to it."""
    form = NewSetForm.sent(request.form)
    if not form.validate():
        return _list(form), HTTPStatus.UNPROCESSABLE_ENTITY
    title = " ".join((form.title.data or "").split())
    draft = _read(SetTexts(starter(id_from(title) or "set", title)))
    return _begin(draft, wanted_id=title, note="Begun")


@blueprint.post("/import")
def bring() -> Response | tuple[str, int]:
    """Make a set of a zip or a YAML file, and lead to it."""
    make_room()
    require_plain()
    file = uploaded()
    form = NewSetForm(data={})
    if file is None:
        return _list(form, {"file": "Choose a zip or a YAML file"}), HTTPStatus.UNPROCESSABLE_ENTITY
    name = file.filename or ""
    try:
        draft = _read(unpacked(name, file.read()))
    except FormatError as error:
        return _list(form, {"file": str(error)}), HTTPStatus.UNPROCESSABLE_ENTITY
    return _begin(draft, wanted_id=draft.set_id or name.rpartition(".")[0], note=f"From {name}")


@blueprint.post("/copy")
def copy() -> Response:
    """Copy a set of the folder, or what another author shows, and lead to the copy."""
    form = CopyForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    library, set_id = context().library, form.set_id.data
    if library.has(set_id):
        texts = library.texts(set_id)
        title = library.shelf(set_id).bank.title
        origin = {"set_id": set_id, "title": title, "number": None, "author": None}
    else:
        texts, origin = learner.read(partial(set_desk.fork_of, set_id=set_id))
    title = f"{origin['title']} (copy)"
    draft = _read(SetTexts(with_head(texts.yaml, set_id, title), texts.files))
    return _begin(draft, wanted_id=set_id, note="Copied", forked=origin)


def _read(texts: SetTexts) -> Draft:
    return read_draft(texts, context().library.wording, now=context().now())


def _begin(
    draft: Draft, *, wanted_id: str, note: str, forked: dict[str, object] | None = None
) -> Response:
    job = partial(
        authoring.begin_set,
        draft=draft,
        wanted_id=wanted_id,
        taken=context().library.has,
        note=note,
        now=context().now(),
        forked=forked,
    )
    begun = learner.write(job)
    return redirect(urls.edit_set(begun.public_id), HTTPStatus.SEE_OTHER)


def _list(form: NewSetForm, errors: dict[str, str] | None = None) -> str:
    return render(
        "sets/list.html",
        mine=learner.read(set_desk.my_sets),
        others=learner.read(set_desk.others_sets),
        shipped=set_cards(context().library),
        form=form,
        errors={**form.first_errors, **(errors or {})},
    )
