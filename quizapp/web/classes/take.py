"""Classes for their learners: joined by a code, what is assigned, what one is told."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.errors import InvalidResponse, NotAllowed, NotYetShown
from quizapp.services import joining, notices, tasks
from quizapp.services.assigning import stored_paper
from quizapp.services.limits import START, line_of, spend
from quizapp.services.settings import my_zone
from quizapp.services.tokens import new_token
from quizapp.web import learner, urls
from quizapp.web.classes.draw import draw
from quizapp.web.classes.forms import JoinForm, StartTaskForm
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render

blueprint = Blueprint("take", __name__)

_WRONG = (
    "No class has this code now. Look at it again: it has nine letters and digits, never 0, 1, I, "
    "L or O. A code ends after some days; then your teacher can make another."
)


# --- joining ---


@blueprint.get("/join")
def join_page() -> str:
    """Ask for the code of a class."""
    return _join_page(JoinForm(data={"code": "", "name": ""}))


@blueprint.get("/join/<code>")
def join_with(code: str) -> str:
    """The same, with the code filled in, as a link or a QR code gives it."""
    return _join_page(JoinForm(data={"code": code, "name": ""}))


@blueprint.post("/join")
def join() -> Response | tuple[str, int]:
    """Let a learner into a class, or say what is wrong."""
    form = JoinForm.sent(request.form)
    if not form.validate():
        return _join_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    store = context().store
    job = partial(
        joining.join,
        typed=form.code.data or "",
        name=form.name.data or "",
        address=line_of(request.remote_addr or ""),
        secret=store.secret,
        now=context().now(),
    )
    try:
        joined = learner.write(job)
    except InvalidResponse as error:
        form.name.errors = [str(error)]
        return _join_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    except NotAllowed as error:
        form.code.errors = [str(error)]
        return _join_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    if joined.class_id is None:
        form.code.errors = [_WRONG]
        return _join_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    response = _see(f"{urls.CLASSES}?joined={'waits' if joined.waits else 'in'}")
    if joined.cookie:
        learner.remember(response, joined.cookie)
    return response


def _join_page(form: JoinForm) -> str:
    return render("classes/join.html", form=form, errors=form.first_errors)


# --- what is assigned ---


@blueprint.get("/classes")
def classes() -> str:
    """List the classes of a learner, and what they are assigned."""
    now = context().now()
    mine, cards = learner.read(partial(tasks.tasks, now=now))
    zone, _ = learner.read(partial(my_zone, now=now))
    return render(
        "classes/mine.html",
        classes=mine,
        tasks=cards,
        zone=zone,
        joined=request.args.get("joined", ""),
    )


@blueprint.get("/tasks/<assignment_id>")
def task(assignment_id: str) -> str:
    """Say what is assigned, and let an attempt begin."""
    return _task_page(assignment_id)


@blueprint.post("/tasks/<assignment_id>/start")
def start(assignment_id: str) -> Response | tuple[str, int]:
    """Begin an attempt, or go on with the one there is, and lead to its first question."""
    form = StartTaskForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    now, store = context().now(), context().store
    try:
        found = learner.read(partial(tasks.begin, assignment_id=assignment_id, now=now))
        if found.open_attempt is not None:
            return _see(urls.resume(found.open_attempt))
        who = line_of(request.remote_addr or "")
        store.write(partial(spend, limit=START, who=who, secret=store.secret, now=now))
        if found.assignment.paper is None:
            library = context().library
            shelf = library.shelf(found.assignment.set_id)
            paper = draw(found.assignment, shelf, library.profiles()[found.assignment.profile])
        else:
            paper = store.read(partial(stored_paper, paper=found.assignment.paper))
        job = partial(
            tasks.start_task,
            assignment_id=assignment_id,
            paper=paper,
            start_key=form.start_key.data,
            now=now,
        )
        started = learner.write(job)
    except NotAllowed as error:
        return _task_page(assignment_id, str(error)), HTTPStatus.CONFLICT
    return _see(urls.question(started.attempt_id, 1))


def _task_page(assignment_id: str, refused: str = "") -> str:
    now, profiles = context().now(), context().library.profiles()
    look = partial(tasks.task_view, assignment_id=assignment_id, profiles=profiles, now=now)
    zone, name = learner.read(partial(my_zone, now=now))
    return render(
        "classes/task.html",
        task=learner.read(look),
        start_key=new_token(),
        zone=zone,
        zone_name=name,
        refused=refused,
        now=now,
    )


# --- answers that were kept back ---


@blueprint.post("/quiz/<attempt_id>/answers")
def show(attempt_id: str) -> Response:
    """Show the answers to an attempt whose assignment is over."""
    require_plain()
    learner.write(partial(tasks.show, attempt_id=attempt_id, now=context().now()))
    return _see(urls.result(attempt_id))


def kept_back(attempt_id: str, error: NotYetShown) -> str:
    """Return the page of an attempt that was handed in, and whose answers are not shown yet."""
    now = context().now()
    zone, _ = learner.read(partial(my_zone, now=now))
    is_over = error.since is not None and now >= error.since
    return render(
        "classes/handed_in.html",
        attempt_id=attempt_id,
        since=error.since,
        is_over=is_over,
        zone=zone,
    )


# --- notices ---


@blueprint.get("/notices")
def notices_page() -> str:
    """List what the learner was told."""
    zone, _ = learner.read(partial(my_zone, now=context().now()))
    return render("classes/notices.html", notices=learner.read(notices.notices), zone=zone)


@blueprint.post("/notices")
def seen() -> Response:
    """Take all of it as seen."""
    require_plain()
    learner.write(partial(notices.seen, now=context().now()))
    return _see(urls.NOTICES)


def _see(url: str) -> Response:
    return redirect(url, HTTPStatus.SEE_OTHER)
