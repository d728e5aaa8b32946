"""The result of a quiz, and the history of all of them."""

from functools import partial

from flask import Blueprint, redirect, request
from werkzeug import Response

from quizapp.errors import NotFinished, NotYetShown
from quizapp.services.history import attempts, results
from quizapp.web import learner, urls
from quizapp.web.classes.take import kept_back
from quizapp.web.pages import render

blueprint = Blueprint("results", __name__)


@blueprint.get("/quiz/<attempt_id>/result")
def result(attempt_id: str) -> str:
    """Show the score and every question with its proof."""
    view = learner.read(partial(results, attempt_id=attempt_id))
    return render("results/result.html", result=view, came_late=request.args.get("late") == "yes")


@blueprint.get("/history")
def history() -> str:
    """List all attempts, the latest first."""
    return render("results/history.html", attempts=learner.read(attempts))


@blueprint.errorhandler(NotFinished)
def _is_open(_error: NotFinished) -> Response:
    """An open quiz has no result yet; it goes on instead."""
    return redirect(urls.resume((request.view_args or {})["attempt_id"]))


@blueprint.errorhandler(NotYetShown)
def _is_kept_back(error: NotYetShown) -> str:
    """What was handed in has its answers later."""
    return kept_back((request.view_args or {})["attempt_id"], error)
