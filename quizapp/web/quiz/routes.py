"""One question a page, the way through them, and the end.

Every POST leads on by 303, so that reload and back are safe.
"""

from dataclasses import replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from itertools import chain, repeat

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import BadRequest

from quizapp.errors import AlreadyFinished, InvalidResponse, SubmissionConflict, TimeIsUp
from quizapp.services import quizzes, reporting
from quizapp.services.answering import answer as answer_item
from quizapp.services.settings import settings
from quizapp.services.views import Answered, QuestionView
from quizapp.web import learner, urls
from quizapp.web.context import context
from quizapp.web.forms import require_plain
from quizapp.web.pages import render
from quizapp.web.quiz.forms import FINISH, AnswerForm, ReportForm

blueprint = Blueprint("quiz", __name__, url_prefix="/quiz/<attempt_id>")


@blueprint.get("")
def resume(attempt_id: str) -> Response:
    """Lead to the first question without an answer."""
    position = learner.read(partial(quizzes.resume_at, attempt_id=attempt_id))
    return redirect(urls.question(attempt_id, position))


@blueprint.get("/<int(max=9999):position>")
def page(attempt_id: str, position: int) -> str | Response:
    """Show a question, or what became of it; once the time is up lead to the end."""
    view = learner.read(
        partial(
            quizzes.question,
            attempt_id=attempt_id,
            position=position,
            turned=request.args.get("show") == "yes",
            again=request.args.get("again") == "yes",
        )
    )
    if _is_over(view.deadline):
        return _see(urls.finish(attempt_id))
    return _page(
        view,
        kept_first=request.args.get("kept") == "first",
        reported=request.args.get("reported") == "yes",
    )


@blueprint.post("/<int(max=9999):position>")
def answer(attempt_id: str, position: int) -> Response | tuple[str, int]:
    """Take a response, and lead on."""
    form = AnswerForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    if form.go.data:
        return _leave(attempt_id, position, form)
    try:
        answered = _store(form)
    except (InvalidResponse, SubmissionConflict) as error:
        return _again(form, error)
    return _onward(answered)


def _leave(attempt_id: str, position: int, form: AnswerForm) -> Response | tuple[str, int]:
    """Keep what was chosen, if anything, and go where the learner wants.

    A page that nobody touched keeps nothing: what it shows may have been changed in another tab.
    """
    if form.has_news:
        try:
            _store(form)
        except (InvalidResponse, SubmissionConflict) as error:
            return _again(form, error)
    if form.go.data == FINISH:
        return _see(urls.finish(attempt_id))
    return _see(urls.question(attempt_id, int(form.go.data)))


def _store(form: AnswerForm) -> Answered:
    return learner.write(
        partial(
            answer_item,
            showing_id=form.showing_id.data,
            raw=form.raw,
            parts=form.part.data,
            unknown=form.unknown.data == "yes",
            again=form.again.data == "yes",
            submission_key=form.submission_key.data,
            now=context().now(),
        )
    )


def _again(form: AnswerForm, error: Exception) -> tuple[str, int]:
    """Show the question again as it was filled in, with what is wrong and a fresh key."""
    again = form.again.data == "yes"
    view = learner.read(partial(quizzes.question_of, showing_id=form.showing_id.data, again=again))
    options = tuple(replace(one, chosen=one.token in form.raw) for one in view.options)
    typed = "" if view.options else " ".join(form.raw)
    said = chain(form.part.data, repeat(""))
    parts = tuple(replace(one, said=text) for one, text in zip(view.parts, said, strict=False))
    status = (
        HTTPStatus.CONFLICT
        if isinstance(error, SubmissionConflict)
        else HTTPStatus.UNPROCESSABLE_ENTITY
    )
    as_sent = replace(view, options=options, typed=typed, parts=parts)
    return _page(as_sent, error=str(error)), status


def _onward(answered: Answered) -> Response:
    if answered.feedback_each:
        here = urls.question(answered.attempt_id, answered.position)
        return _see(f"{here}#feedback" if answered.counted else f"{here}?kept=first")
    if answered.next_position:
        return _see(urls.question(answered.attempt_id, answered.next_position))
    return _see(urls.finish(answered.attempt_id))


@blueprint.post("/<int(max=9999):position>/report")
def report(attempt_id: str, position: int) -> Response | tuple[str, int]:
    """Take what a learner says is wrong with a question."""
    form = ReportForm.sent(request.form)
    if not form.validate():
        raise BadRequest
    job = partial(
        reporting.report,
        showing_id=form.showing_id.data,
        text=form.text.data or "",
        now=context().now(),
    )
    try:
        reported = learner.write(job)
    except InvalidResponse as error:
        view = learner.read(partial(quizzes.question_of, showing_id=form.showing_id.data))
        page = _page(view, report_error=str(error), report_text=form.text.data or "")
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    here = urls.question(reported.attempt_id, reported.position)
    return _see(f"{here}?reported=yes#report")


@blueprint.get("/finish")
def finish_page(attempt_id: str) -> str:
    """Say which questions have no answer yet, and ask whether to finish."""
    view = learner.read(partial(quizzes.finish_view, attempt_id=attempt_id))
    return render(
        "quiz/finish.html",
        quiz=view,
        came_late=request.args.get("late") == "yes",
        over=_is_over(view.deadline),
        finish_url=urls.finish(attempt_id),
        question_url=partial(urls.question, attempt_id),
    )


@blueprint.post("/finish")
def finish(attempt_id: str) -> Response:
    """Finish the quiz and lead to the result."""
    require_plain()
    learner.write(partial(quizzes.finish, attempt_id=attempt_id, now=context().now()))
    context().fitting.soon(learner.whose())
    return _see(urls.result(attempt_id))


@blueprint.errorhandler(AlreadyFinished)
def _is_finished(_error: AlreadyFinished) -> Response:
    """A finished quiz has its result; an answer that came later is told so there."""
    result = urls.result((request.view_args or {})["attempt_id"])
    return _see(f"{result}?late=yes" if request.method == "POST" else result)


@blueprint.errorhandler(TimeIsUp)
def _is_up(_error: TimeIsUp) -> Response:
    """An answer that came too late is told so where the attempt is handed in."""
    return _see(f"{urls.finish((request.view_args or {})['attempt_id'])}?late=yes")


def _is_over(deadline: datetime | None) -> bool:
    return deadline is not None and context().now() >= deadline


def _page(
    view: QuestionView,
    *,
    kept_first: bool = False,
    error: str = "",
    reported: bool = False,
    report_error: str = "",
    report_text: str = "",
) -> str:
    return render(
        "quiz/question.html",
        question=view,
        kept_first=kept_first,
        reported=reported,
        report_error=report_error,
        report_text=report_text,
        keys=view.practice and learner.read(settings).keys,
        errors={_first_control(view): error} if error else {},
        question_urls=urls.questions(view.attempt_id, view.count),
        finish_url=urls.finish(view.attempt_id),
        now=context().now(),
    )


def _first_control(view: QuestionView) -> str:
    """Return the name that the first control of a question begins with."""
    return "part" if view.has_fields else "response"


def _see(url: str) -> Response:
    return redirect(url, HTTPStatus.SEE_OTHER)
