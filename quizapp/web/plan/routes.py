"""The page of a plan: the day of an exam, what to expect on it, what to ask until then."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.library.shelf import Shelf
from quizapp.services.plan import Given, given, plan_view
from quizapp.services.settings import set_exam
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.plan.forms import PlanForm
from quizapp.web.shelves import seen_shelf

blueprint = Blueprint("plan", __name__)


@blueprint.get("/sets/<set_id>/plan")
def page(set_id: str) -> str:
    """Show the plan of whoever asks, and let the day be set."""
    shelf = seen_shelf(set_id)
    made_from = _given(set_id)
    saved = request.args.get("saved") == "yes"
    return _page(shelf, made_from, PlanForm.of(made_from.exam_ahead), saved=saved)


@blueprint.post("/sets/<set_id>/plan")
def change(set_id: str) -> Response | tuple[str, int]:
    """Set the day of the exam or take it away."""
    shelf = seen_shelf(set_id)
    made_from = _given(set_id)
    form = PlanForm.sent(request.form).ask_from(made_from.day)
    if not form.validate():
        if form.go.errors:
            raise BadRequest  # no button of ours sends this
        return _page(shelf, made_from, form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(set_exam, set_id=set_id, day=form.wanted, now=context().now())
    return learner.keep(job, leads_to=f"{urls.plan(set_id)}?saved=yes")


def _given(set_id: str) -> Given:
    return learner.read(partial(given, set_id=set_id, now=context().now()))


def _page(shelf: Shelf, made_from: Given, form: PlanForm, *, saved: bool = False) -> str:
    view = plan_view(shelf, context().library.profiles(), made_from)
    return render(
        "plan/plan.html", plan=view, day=form.day.data or "", errors=form.first_errors, saved=saved
    )
