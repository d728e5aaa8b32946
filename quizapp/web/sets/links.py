"""Links to quizzes: made by teachers, followed by whoever has them."""

import secrets
from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.core.items.wanted import Level, Sort, Wanted, prior
from quizapp.errors import NothingToAsk
from quizapp.services import quiz_links
from quizapp.services.catalog import set_cards
from quizapp.services.limits import START, line_of, spend
from quizapp.services.papers import Paper, compose_paper
from quizapp.services.quiz_links import Followed, NewLink, QuizLink
from quizapp.services.quizzes import start_quiz
from quizapp.services.sharing import assignable_cards
from quizapp.services.tokens import new_token
from quizapp.services.views import SetCard
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render
from quizapp.web.sets.forms import LinkForm, StartLinkForm
from quizapp.web.squares import qr_code

blueprint = Blueprint("links", __name__)


@blueprint.get("/teach/links")
def list_page() -> str:
    """List the links of a teacher, and let another be made."""
    exams = tuple(context().library.profiles().values())
    form = LinkForm(data={"set_id": request.args.get("set", ""), "exam": exams[0].id})
    return _list(form, _cards())


@blueprint.post("/teach/links")
def create() -> Response | tuple[str, int]:
    """Make a link and lead back to the list."""
    form, library, cards = LinkForm.sent(request.form), context().library, _cards()
    form.offer(cards, library.profiles().values())
    if not form.validate():
        return _list(form, cards), HTTPStatus.UNPROCESSABLE_ENTITY
    wanted = form.wanted(library.shelf(form.set_id.data).bank.title)
    try:
        _draw(wanted)  # what cannot be asked is told now, and not to whoever follows the link
    except NothingToAsk as error:
        form.set_id.errors = [str(error)]
        return _list(form, cards), HTTPStatus.UNPROCESSABLE_ENTITY
    token = learner.write(partial(quiz_links.make_link, wanted=wanted, now=context().now()))
    return redirect(f"{urls.LINKS}?made={token}", HTTPStatus.SEE_OTHER)


@blueprint.post("/teach/links/<token>/end")
def end(token: str) -> Response:
    """Let a link lead nowhere any more."""
    require_plain()
    learner.write(partial(quiz_links.end, token=token, now=context().now()))
    return redirect(urls.LINKS, HTTPStatus.SEE_OTHER)


@blueprint.get("/go/<secret>")
def page(secret: str) -> str:
    """Show what a link leads to, with the button that begins it."""
    found = learner.read(partial(quiz_links.follow, token=secret))
    return _followed(found)


@blueprint.post("/go/<secret>")
def start(secret: str) -> Response | tuple[str, int]:
    """Begin the quiz of a link."""
    form = StartLinkForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    store, now = context().store, context().now()
    found = learner.read(partial(quiz_links.follow, token=secret))
    who = line_of(request.remote_addr or "")
    store.write(partial(spend, limit=START, who=who, secret=store.secret, now=now))
    try:
        paper = _draw(found.link)
    except NothingToAsk as error:
        return _followed(found, str(error)), HTTPStatus.UNPROCESSABLE_ENTITY
    begun = learner.write(partial(start_quiz, paper=paper, start_key=form.start_key.data, now=now))
    response = redirect(urls.question(begun.attempt_id, 1), HTTPStatus.SEE_OTHER)
    if begun.cookie:
        learner.remember(response, begun.cookie)
    return response


def _followed(found: Followed, error: str = "") -> str:
    profiles = context().library.profiles()
    return render(
        "sets/go.html",
        link=found.link,
        author=found.author,
        terms=quiz_links.terms(found.link, profiles),
        start_key=new_token(),
        error=error,
    )


def _draw(link: NewLink | QuizLink) -> Paper:
    """Return a quiz as a link has it.

    Raises:
        NotFound: its set is gone, or the exam whose marks it had.
        NothingToAsk: the set has no such question any more.
    """
    library, wanted = context().library, Wanted(Sort(link.sort), Level(link.level))
    is_plain = wanted.level is Level.MIXED
    return compose_paper(
        library.shelf(link.set_id).under(library.profiles()[link.profile]),
        size=link.size,
        feedback_each=link.feedback_each,
        seed=secrets.randbits(32),
        today=context().now().date(),
        wanted=wanted,
        difficulty=prior if is_plain else context().observations.of(link.set_id),
    )


def _cards() -> tuple[SetCard, ...]:
    return (*set_cards(context().library), *learner.read(assignable_cards))


def _list(form: LinkForm, cards: tuple[SetCard, ...]) -> str:
    profiles = context().library.profiles()
    rows = learner.read(partial(quiz_links.my_links, profiles=profiles))
    made = next((one for one in rows if one.token == request.args.get("made")), None)
    address = "" if made is None else request.host_url.rstrip("/") + urls.go(made.token)
    return render(
        "sets/links.html",
        rows=rows,
        made=made,
        address=address,
        square=qr_code(address) if address else "",
        host=request.host_url.rstrip("/"),
        form=form,
        sets=form.sets(cards),
        exams=form.exams(profiles.values()),
        errors=form.first_errors,
    )
