"""Pages for whoever runs the place."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.people.deeds import Deed
from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse
from quizapp.services import administering, auditing, factors, leaving, overview, resetting
from quizapp.services.catalog import set_cards
from quizapp.services.learners import LearnerId
from quizapp.services.people import CALLED, Session
from quizapp.services.set_admin import all_sets
from quizapp.web import learner, urls
from quizapp.web.admin.forms import YES, DisableForm, EraseForm, RoleForm
from quizapp.web.auth.handing import as_zip, scrub
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render

blueprint = Blueprint("admin", __name__, url_prefix="/admin")

#: A page has so many people.
_PEOPLE = 50


@blueprint.get("")
def page() -> str:
    """Show the place at a glance."""
    look = partial(overview.place, instance=context().instance)
    return render("admin/place.html", place=learner.read(look))


@blueprint.get("/people")
def people_page() -> str:
    """List those who have accounts."""
    wanted = request.args.get("name", "")[:300].strip()
    first = max(0, request.args.get("from", type=int, default=0))
    look = partial(overview.people, wanted=wanted, first=first, most=_PEOPLE)
    rows, has_more = learner.read(look)
    following = first + _PEOPLE if has_more else None
    return render(
        "admin/people.html",
        rows=rows,
        wanted=wanted,
        following=following,
        called=CALLED,
        erased=request.args.get("erased") == "yes",
    )


@blueprint.get("/people/<int(max=2147483647):person>")
def person_page(person: int) -> str:
    """Show somebody, and what may be done."""
    return _person(LearnerId(person))


@blueprint.post("/people/<int(max=2147483647):person>/role")
def change_role(person: int) -> Response | tuple[str, int]:
    """Give somebody a role."""
    form = RoleForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    name, role = _name(person), Role(form.role.data)

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        administering.change_role(session, name=name, role=role)

    return _done(person, job, "role")


@blueprint.post("/people/<int(max=2147483647):person>/sessions")
def end_sessions(person: int) -> Response | tuple[str, int]:
    """Sign somebody out everywhere."""
    require_plain()
    name = _name(person)

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        administering.end_all(session, name=name)

    return _done(person, job, "sessions")


@blueprint.post("/people/<int(max=2147483647):person>/disabled")
def disable(person: int) -> Response | tuple[str, int]:
    """Let nobody sign in to an account, or its owner again."""
    disabled = DisableForm.sent(request.form).disabled.data == YES
    name, now = _name(person), context().now()

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        administering.set_disabled(session, name=name, disabled=disabled, now=now)

    return _done(person, job, "disabled")


@blueprint.post("/people/<int(max=2147483647):person>/code")
def give_code(person: int) -> str:
    """Show a code, once, by which somebody sets another password."""
    require_plain()
    job = partial(resetting.give_code, person=LearnerId(person), now=context().now())
    name, code = learner.write(job)
    return render("auth/code.html", name=name, code=code, back=urls.admin_person(person))


@blueprint.post("/people/<int(max=2147483647):person>/factor")
def take_factor(person: int) -> Response | tuple[str, int]:
    """Ask somebody for no second factor any more, who lost it."""
    require_plain()
    _name(person)

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        factors.take_off(session, person=LearnerId(person))

    return _done(person, job, "factor")


@blueprint.post("/people/<int(max=2147483647):person>/export")
def export(person: int) -> Response:
    """Send everything that is stored of somebody."""
    require_plain()
    name = _name(person)
    found = learner.read(
        lambda session, learner_id: leaving.export(session, person=LearnerId(person))
    )
    learner.write(lambda session, learner_id: None)  # the log is told before anything is sent
    return as_zip(found, name)


@blueprint.post("/people/<int(max=2147483647):person>/erase")
def erase(person: int) -> Response | tuple[str, int]:
    """Erase somebody."""
    form, now = EraseForm.sent(request.form), context().now()

    def job(session: Session, *, learner_id: LearnerId | None) -> None:
        leaving.require_name(session, person=LearnerId(person), typed=form.name.data or "")
        leaving.erase(session, person=LearnerId(person), now=now)

    try:
        learner.write(job)
    except InvalidResponse as error:
        return _person(LearnerId(person), {"name": str(error)}), HTTPStatus.UNPROCESSABLE_ENTITY
    scrub()
    return redirect(f"{urls.ADMIN_PEOPLE}?erased=yes", HTTPStatus.SEE_OTHER)


@blueprint.get("/sets")
def sets_page() -> str:
    """List all sets: those of the folder, and of the database."""
    library = context().library
    return render(
        "admin/sets.html",
        shipped=set_cards(library),
        faults=library.faults(),
        rows=learner.read(lambda session, learner_id: all_sets(session)),
    )


@blueprint.get("/log")
def log_page() -> str:
    """Show the log, the latest first."""
    below = request.args.get("before", type=int)
    about = request.args.get("person", type=int)
    wanted = request.args.get("deed", "")
    deed = Deed(wanted) if wanted in {one.value for one in Deed} else None
    about = None if about is None or about < 0 else LearnerId(about)
    look = partial(auditing.log, below=below, about=about, deed=deed)
    lines = learner.read(lambda session, learner_id: look(session))
    return render(
        "admin/log.html",
        lines=lines,
        about=about,
        deed=wanted if deed else "",
        deeds=[one.value for one in Deed],
        has_more=len(lines) == auditing.LINES,
    )


def _done(person: int, job: object, told: str) -> Response | tuple[str, int]:
    try:
        learner.write(job)  # type: ignore[arg-type]  # a function of ours, above
    except InvalidResponse as error:
        page = _person(LearnerId(person), {"role": str(error)})
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(f"{urls.admin_person(person)}?done={told}", HTTPStatus.SEE_OTHER)


def _name(person: int) -> str:
    return learner.read(partial(overview.person, person=LearnerId(person))).name


def _person(person: LearnerId, errors: dict[str, str] | None = None) -> str:
    found = learner.read(partial(overview.person, person=person))
    return render(
        "admin/person.html",
        person=found,
        called=CALLED[found.role],
        form=RoleForm(data={"role": found.role.value}),
        errors=errors or {},
        done=request.args.get("done", ""),
    )
