"""The home page, the page of a set, and the start of a quiz."""

import secrets
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.items.wanted import Difficulty, Level, Wanted, prior
from quizapp.errors import NotFound, NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.services.catalog import exam_views, set_cards, set_view
from quizapp.services.home import home as home_of
from quizapp.services.leeches import leeches
from quizapp.services.limits import START, line_of, spend
from quizapp.services.papers import compose_paper
from quizapp.services.practice import Stock, count_due, stock, stock_of_newcomer, waiting
from quizapp.services.quizzes import start_quiz
from quizapp.services.tokens import new_token
from quizapp.services.views import ExamView, Leeches, SetView
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.learn.forms import StartForm
from quizapp.web.pages import part, render
from quizapp.web.shelves import seen_shelf

blueprint = Blueprint("learn", __name__)


@blueprint.get("/")
def home() -> str:
    """Name the sets, and offer what is unfinished."""
    library = context().library
    found = learner.read(partial(home_of, now=context().now()))
    sets = (*set_cards(library), *found.shared)
    # Of a set that is not shown to them any more, nothing waits.
    due = {one.id: _due(one.id, found.due[one.id]) for one in sets if one.id in found.due}
    return render("learn/home.html", sets=sets, unfinished=found.unfinished, due=due)


def _due(set_id: str, slots: Sequence[str]) -> int:
    try:
        return count_due(context().library.shelf(set_id), slots)
    except NotFound:  # published, but not readable any more: its author is told
        return 0


@blueprint.get("/sets/<set_id>")
def set_page(set_id: str) -> str:
    """Say what a set covers, and offer a quiz."""
    library = context().library
    shelf = seen_shelf(set_id)
    view, exams = set_view(shelf), exam_views(shelf, library.profiles())
    return _set_page(shelf, view, exams, StartForm.fresh(exams, view.sorts))


@blueprint.post("/sets/<set_id>/start")
def start(set_id: str) -> Response | tuple[str, int]:
    """Start a quiz and lead to its first question."""
    library = context().library
    shelf = seen_shelf(set_id)
    profiles = library.profiles()
    view, exams = set_view(shelf), exam_views(shelf, profiles)
    form = StartForm.sent(request.form)
    form.offer(exams, view.sorts)
    if not form.validate():
        if form.start_key.errors:
            raise BadRequest  # nobody can mend a field that nobody sees
        return _set_page(shelf, view, exams, form), HTTPStatus.UNPROCESSABLE_ENTITY
    now = context().now()
    store, who = context().store, line_of(request.remote_addr or "")
    store.write(partial(spend, limit=START, who=who, secret=store.secret, now=now))
    try:
        paper = compose_paper(
            shelf.under(profiles[form.exam.data]),
            size=form.size,
            feedback_each=form.feedback_each,
            seed=secrets.randbits(32),
            today=now.date(),
            wanted=form.wanted,
            difficulty=_difficulty(set_id, form.wanted),
        )
    except NothingToAsk as error:
        form.sort.errors = [str(error)]
        return _set_page(shelf, view, exams, form), HTTPStatus.UNPROCESSABLE_ENTITY
    started = learner.write(
        partial(start_quiz, paper=paper, start_key=form.start_key.data, now=now)
    )
    response = redirect(urls.question(started.attempt_id, 1), HTTPStatus.SEE_OTHER)
    if started.cookie:
        learner.remember(response, started.cookie)
    return response


def _difficulty(set_id: str, wanted: Wanted) -> Difficulty:
    """Return how hard items are, where that was asked for."""
    return prior if wanted.level is Level.MIXED else context().observations.of(set_id)


def _set_page(shelf: Shelf, view: SetView, exams: tuple[ExamView, ...], form: StartForm) -> str:
    now = context().now()
    if learner.is_somebody():
        found = learner.read(partial(stock, shelf=shelf, now=now))
    else:
        found = stock_of_newcomer(shelf, now=now)
    return render(
        "learn/set.html",
        set=view,
        about=part("learn/_about.html", set=view, exams=exams),
        form=form,
        errors=form.first_errors,
        waiting=waiting(found),
        today=found.day,
        leeches=_leeches(shelf, found),
        new_key=new_token,
        nothing=request.args.get("nothing") == "due",
    )


def _leeches(shelf: Shelf, found: Stock) -> Leeches:
    """Return what rests; there mostly is nothing, and then nothing is read."""
    if not found.aside:
        return Leeches()
    return learner.read(partial(leeches, shelf=shelf, found=found))
