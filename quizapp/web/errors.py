"""Errors as pages: a status, what happened and what to do.

Services raise named errors; only here (and where a page has a better answer) they get a status.
"""

from dataclasses import dataclass, replace
from typing import Final

from flask import Flask, current_app, make_response, request
from werkzeug import Response
from werkzeug.exceptions import BadHost, HTTPException

from quizapp import errors
from quizapp.web.pages import render
from quizapp.web.security import request_id


@dataclass(frozen=True, slots=True)
class Words:
    """The page of a status."""

    title: str
    what: str
    todo: str


_BACK = "Go back, reload the page and try again."

WORDS: Final = {
    400: Words("That could not be read", "The form did not arrive as this site sends it.", _BACK),
    403: Words(
        "That came from elsewhere",
        "The request was not sent by a page of this site, so it was refused.",
        "Open the page here and send it again. An old browser may need an update.",
    ),
    404: Words(
        "There is nothing here",
        "This page does not exist, or it belongs to somebody else.",
        "Check the address. A quiz opens only in the browser that started it.",
    ),
    405: Words("That does not work this way", "This address cannot be used like that.", _BACK),
    409: Words("That does not fit any more", "Something changed in the meantime.", _BACK),
    413: Words(
        "That was too much", "More was sent than this site takes.", "Send less, then try again."
    ),
    429: Words(
        "Too many at once",
        "More was asked for than this site gives in so short a time.",
        "Wait a little, then try again. Nothing is lost.",
    ),
    500: Words(
        "Something broke here",
        "This is our fault, not yours. Whatever had been saved is safe.",
        "Go back and try again.",
    ),
    503: Words(
        "Nothing was saved",
        "The answers cannot be stored at the moment.",
        "Go back and send it again in a minute; it will not count twice.",
    ),
}

#: What is said to somebody who is known, but not as one who may do this.
_NOT_FOR_YOU: Final = Words(
    "This is not for you",
    "Your role here does not go with this page.",
    "Go back to your own pages.",
)

#: Status of our errors; the nearest class counts.
STATUS: Final = {
    errors.NotFound: 404,
    errors.InvalidResponse: 400,
    errors.NotForRole: 403,
    errors.AlreadyFinished: 409,
    errors.SubmissionConflict: 409,
    errors.EditConflict: 409,
    errors.NothingToAsk: 409,
    errors.TimeIsUp: 409,
    errors.NotAllowed: 409,
    errors.TooMany: 429,
    errors.StoreUnavailable: 503,
}

_RETRY_SECONDS: Final = 30


def register(app: Flask) -> None:
    """Let an app answer every error with a page."""
    app.register_error_handler(errors.QuizError, _ours)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unforeseen)


def _ours(error: errors.QuizError) -> Response:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), None)
    if status is None:
        return _unforeseen(error)
    words = None
    if isinstance(error, errors.NotForRole):
        words = replace(_NOT_FOR_YOU, what=str(error))
    response = _page(status, words)
    if isinstance(error, errors.TooMany):
        response.headers["Retry-After"] = str(error.retry_after)
    elif isinstance(error, errors.StoreUnavailable):
        current_app.logger.error("%s: %s", request_id(), error)
        response.headers["Retry-After"] = str(_RETRY_SECONDS)
    return response


def _of_http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    response = _page(error.code)
    if allowed := error.get_response().headers.get("Allow"):
        response.headers["Allow"] = allowed
    return response


def _unforeseen(error: Exception) -> Response:
    current_app.logger.error("%s: unforeseen", request_id(), exc_info=error)
    return _page(500)


def _page(status: int, words: Words | None = None) -> Response:
    if isinstance(request.routing_exception, BadHost):
        # Under a host that cannot be one there are no addresses, and so no page with links.
        return make_response(request.routing_exception.get_response())
    words = words or WORDS.get(status, WORDS[400 if status < 500 else 500])
    page = render(
        "errors/error.html",
        status=status,
        words=words,
        request_id=request_id() if status == 500 else None,
    )
    return make_response(page, status)
