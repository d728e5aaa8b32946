"""The page of the settings."""

from functools import partial
from http import HTTPStatus

from flask import Blueprint, request
from werkzeug import Response

from quizapp.services.settings import change_settings, day_view, settings
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.settings.forms import SettingsForm

blueprint = Blueprint("settings", __name__)


@blueprint.get("/settings")
def page() -> str:
    """Show how the learner wants to practise, and let it be changed."""
    form = SettingsForm.of(learner.read(settings))
    return _page(form, saved=request.args.get("saved") == "yes")


@blueprint.post("/settings")
def change() -> Response | tuple[str, int]:
    """Store all of it, or say what must be mended."""
    form = SettingsForm.sent(request.form)
    if not form.validate():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    job = partial(change_settings, wanted=form.wanted, now=context().now())
    return learner.keep(job, leads_to=f"{urls.SETTINGS}?saved=yes")


def _page(form: SettingsForm, *, saved: bool = False) -> str:
    return render(
        "settings/settings.html",
        form=form,
        errors=form.first_errors,
        present=learner.read(settings),
        today=learner.read(partial(day_view, now=context().now())),
        saved=saved,
    )
