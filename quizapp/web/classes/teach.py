"""Classes for their teachers: made, joined, assigned to, watched."""

from datetime import tzinfo
from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.teaching.terms import MemberState
from quizapp.errors import InvalidResponse, NothingToAsk
from quizapp.services import assigning, class_codes, classes, resetting
from quizapp.services.catalog import set_cards
from quizapp.services.settings import my_zone, zone_named
from quizapp.services.sharing import assignable_cards
from quizapp.services.views import SetCard
from quizapp.services.views.classes import WatchView
from quizapp.web import learner, urls
from quizapp.web.classes.assigning import AssignForm
from quizapp.web.classes.draw import draw
from quizapp.web.classes.forms import (
    YES,
    ArchiveForm,
    ClassForm,
    CodeForm,
    MemberForm,
    MoveForm,
    time_rows,
)
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render
from quizapp.web.squares import qr_code

blueprint = Blueprint("teach", __name__, url_prefix="/teach")


# --- classes ---


@blueprint.get("/classes")
def list_page() -> str:
    """List the classes of a teacher, and let another be made."""
    return _list(ClassForm(data={}))


@blueprint.post("/classes")
def create() -> Response | tuple[str, int]:
    """Make a class and lead to its page."""
    form = ClassForm.sent(request.form)
    job = partial(
        classes.create_class,
        name=form.name.data or "",
        approval=form.approval.data == YES,
        pseudonyms=form.pseudonyms.data == YES,
        now=context().now(),
    )
    try:
        class_id = learner.write(job)
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _list(form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(urls.teach_class(class_id))


def _list(form: ClassForm) -> str:
    found = learner.read(classes.teacher_classes)
    return render("classes/teach.html", classes=found, form=form, errors=form.first_errors)


@blueprint.get("/classes/<class_id>")
def class_page(class_id: str) -> str:
    """Show a class: its code, who is in it, what it is assigned."""
    return _class_page(class_id)


@blueprint.post("/classes/<class_id>")
def change(class_id: str) -> Response | tuple[str, int]:
    """Change what a class is called and how one joins it."""
    form = ClassForm.sent(request.form)
    job = partial(
        classes.change_how,
        class_id=class_id,
        name=form.name.data or "",
        approval=form.approval.data == YES,
        pseudonyms=form.pseudonyms.data == YES,
    )
    try:
        learner.write(job)
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _class_page(class_id, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(f"{urls.teach_class(class_id)}?saved=yes")


@blueprint.post("/classes/<class_id>/code")
def code(class_id: str) -> Response:
    """Give a class a new code, or end the one it has."""
    form = CodeForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    now, days = context().now(), int(form.days.data)
    if days:
        secret = context().store.secret
        job = partial(class_codes.give_code, class_id=class_id, days=days, secret=secret, now=now)
    else:
        job = partial(class_codes.withdraw_code, class_id=class_id, now=now)
    learner.write(job)
    return _see(urls.teach_class(class_id))


@blueprint.post("/classes/<class_id>/archive")
def archive(class_id: str) -> Response:
    """Put a class away, or take it back."""
    form = ArchiveForm.sent(request.form)
    archived, now = form.archived.data == YES, context().now()
    learner.write(partial(classes.archive, class_id=class_id, archived=archived, now=now))
    return _see(urls.teach_class(class_id))


@blueprint.post("/classes/<class_id>/members/<member_id>")
def member(class_id: str, member_id: str) -> Response:
    """Let a learner in, remove one, or give one more time."""
    form = MemberForm.sent(request.form)
    now = context().now()
    if form.factor is not None:
        job = partial(classes.give_time, time=form.factor)
    elif form.state.data in {MemberState.IN.value, MemberState.REMOVED.value}:
        job = partial(classes.change_state, state=MemberState(form.state.data))
    else:
        raise BadRequest
    learner.write(partial(job, class_id=class_id, member_id=member_id, now=now))
    return _see(f"{urls.teach_class(class_id)}#learners")


@blueprint.post("/classes/<class_id>/members/<member_id>/code")
def member_code(class_id: str, member_id: str) -> str:
    """Show a code, once, by which a learner sets another password."""
    now = context().now()
    job = partial(resetting.give_code_in_class, class_id=class_id, member_id=member_id, now=now)
    name, code = learner.write(job)
    return render("auth/code.html", name=name, code=code, back=urls.teach_class(class_id))


def _class_page(class_id: str, form: ClassForm | None = None) -> str:
    now = context().now()
    view = learner.read(partial(classes.class_view, class_id=class_id, now=now))
    standing = {
        "name": view.name,
        "approval": YES if view.approval else "no",
        "pseudonyms": YES if view.pseudonyms else "no",
    }
    shown = form or ClassForm(data=standing)
    address = "" if view.code is None else _whole(urls.join(view.code.plain))
    zone, name = learner.read(partial(my_zone, now=now))
    return render(
        "classes/class.html",
        its=view,
        form=shown,
        errors=shown.first_errors,
        codes=CodeForm(data={}).choices,
        address=address,
        square=qr_code(address) if address else "",
        times=time_rows,
        zone=zone,
        zone_name=name,
        saved=request.args.get("saved") == "yes",
    )


def _whole(path: str) -> str:
    """Return an address as another device needs it."""
    return request.host_url.rstrip("/") + path


# --- assignments ---


@blueprint.get("/classes/<class_id>/assign")
def assign_page(class_id: str) -> str:
    """Let a teacher choose what a class shall do."""
    exams = tuple(context().library.profiles().values())
    return _assign_page(class_id, AssignForm.fresh(request.args.get("set"), exams))


@blueprint.post("/classes/<class_id>/assign")
def assign(class_id: str) -> Response | tuple[str, int]:
    """Give a class something to do, and lead to where one sees it come in."""
    form = AssignForm.sent(request.form)
    now, library = context().now(), context().library
    profiles = library.profiles()
    form.offer(_cards(), profiles.values())
    if not form.validate():
        return _assign_page(class_id, form), HTTPStatus.UNPROCESSABLE_ENTITY
    shelf = library.shelf(form.set_id.data)
    zone, chosen = learner.read(partial(my_zone, now=now))
    browsers = form.known_zone()
    if chosen is None and browsers is not None:
        zone = zone_named(browsers)
    task = form.task(shelf.bank.title, zone)
    try:
        # Composed in any case: what cannot be asked is told now, and not to the class.
        paper = draw(task, shelf, profiles[task.profile])
        wanted = paper if form.wants_same else None
        job = partial(assigning.assign, class_id=class_id, task=task, paper=wanted, now=now)
        assignment_id = learner.write(job)
    except (InvalidResponse, NothingToAsk) as error:
        field = form.closes if isinstance(error, InvalidResponse) else form.set_id
        field.errors = [str(error)]
        return _assign_page(class_id, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(urls.teach_task(assignment_id))


def _cards() -> tuple[SetCard, ...]:
    """Return the sets that a teacher may assign: those of the folder, and of the database."""
    return (*set_cards(context().library), *learner.read(assignable_cards))


def _assign_page(class_id: str, form: AssignForm) -> str:
    now, library = context().now(), context().library
    view = learner.read(partial(classes.class_view, class_id=class_id, now=now))
    _, zone_name = learner.read(partial(my_zone, now=now))
    return render(
        "classes/assign.html",
        its=view,
        form=form,
        sets=form.sets(_cards()),
        exams=form.exams(library.profiles().values()),
        errors=form.first_errors,
        zone_name=zone_name,
    )


@blueprint.get("/tasks/<assignment_id>")
def task_page(assignment_id: str) -> str:
    """Show how an assignment comes in."""
    return _task_page(assignment_id, MoveForm(data={}))


@blueprint.get("/tasks/<assignment_id>/state")
def task_state(assignment_id: str) -> Response:
    """Return what of it changes by itself; nothing where that is as the page has it."""
    view, zone, _ = _watched(assignment_id)
    response = Response(render("classes/_state.html", watched=view, zone=zone))
    response.add_etag()
    return response.make_conditional(request)


@blueprint.post("/tasks/<assignment_id>")
def move(assignment_id: str) -> Response | tuple[str, int]:
    """Let an assignment end at another time."""
    form = MoveForm.sent(request.form)
    _, zone, _ = _watched(assignment_id)
    closes = form.moment(zone)
    try:
        if closes is None:
            raise InvalidResponse("Give a day and a time, as 2026-11-24T10:30")
        job = partial(assigning.move_end, closes=closes, now=context().now())
        learner.write(partial(job, assignment_id=assignment_id))
    except InvalidResponse as error:
        form.closes.errors = [str(error)]
        return _task_page(assignment_id, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(urls.teach_task(assignment_id))


@blueprint.post("/tasks/<assignment_id>/withdraw")
def withdraw(assignment_id: str) -> Response:
    """Take an assignment back."""
    require_plain()
    job = partial(assigning.withdraw, assignment_id=assignment_id, now=context().now())
    learner.write(job)
    return _see(urls.teach_task(assignment_id))


def _task_page(assignment_id: str, form: MoveForm) -> str:
    view, zone, name = _watched(assignment_id)
    return render(
        "classes/watch.html",
        watched=view,
        zone=zone,
        zone_name=name,
        form=form,
        errors=form.first_errors,
    )


def _watched(assignment_id: str) -> tuple[WatchView, tzinfo, str | None]:
    now, profiles = context().now(), context().library.profiles()
    look = partial(assigning.watch, assignment_id=assignment_id, profiles=profiles, now=now)
    return learner.read(look), *learner.read(partial(my_zone, now=now))


def _see(url: str) -> Response:
    return redirect(url, HTTPStatus.SEE_OTHER)
