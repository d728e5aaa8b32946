"""The page of the settings."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.services.personal import choose_weights, weights_view
from quizapp.services.settings import change_settings, day_view, has_zone, settings
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.settings.forms import SettingsForm, WeightsForm

blueprint = Blueprint("settings", __name__)


@blueprint.get("/settings")
def page() -> str:
    """Show how the learner wants to practise, and let it be changed."""
    form = SettingsForm.of(learner.read(settings))
    saved = request.args.get("saved") == "yes"
    return _page(form, saved=saved, asks_zone=not learner.read(has_zone))


@blueprint.post("/settings")
def change() -> Response | tuple[str, int]:
    """Store all of it, or say what must be mended."""
    form = SettingsForm.sent(request.form)
    if not form.validate():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(change_settings, wanted=form.wanted, now=context().now())
    return learner.keep(job, leads_to=f"{urls.SETTINGS}?saved=yes")


@blueprint.post("/settings/weights")
def change_weights() -> Response:
    """Go back to the usual weights, for now or for good, or have own ones fitted again."""
    form = WeightsForm.sent(request.form)
    if not form.validate():
        raise BadRequest  # no button of ours sends this
    job = partial(choose_weights, verdict=form.wanted, clock=context().now)
    return learner.keep(job, leads_to=f"{urls.SETTINGS}#weights")


def _page(form: SettingsForm, *, saved: bool = False, asks_zone: bool = False) -> str:
    """Return the page.

    Args:
        asks_zone: whether a script may choose the browser's time zone before somebody chooses.
    """
    return render(
        "settings/settings.html",
        form=form,
        errors=form.first_errors,
        present=learner.read(settings),
        today=learner.read(partial(day_view, now=context().now())),
        weights=learner.read(partial(weights_view, now=context().now())),
        saved=saved,
        asks_zone=asks_zone,
    )
