"""Access: a learner's own attempts. For everybody else they are not there."""

from sqlalchemy.orm import Session

from quizapp.errors import AlreadyFinished, NotFound
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token
from quizapp.store.attempts import Attempt, attempt_of
from quizapp.store.showings import Showing, showing_at, showing_of


def own_attempt(session: Session, learner_id: LearnerId | None, attempt_id: str) -> Attempt:
    """Return an attempt of this learner.

    Raises:
        NotFound: there is none; the same for somebody else's.
    """
    attempt = None
    if learner_id is not None and is_token(attempt_id):
        attempt = attempt_of(session, learner_id, attempt_id)
    if attempt is None:
        raise NotFound("There is no such quiz. Look into your history for those you started.")
    return attempt


def own_open_attempt(session: Session, learner_id: LearnerId | None, attempt_id: str) -> Attempt:
    """Return an attempt of this learner that takes responses.

    Raises:
        NotFound: there is none; the same for somebody else's.
        AlreadyFinished: it takes none any more.
    """
    attempt = own_attempt(session, learner_id, attempt_id)
    require_open(attempt)
    return attempt


def require_open(attempt: Attempt) -> None:
    """Raise ``AlreadyFinished`` for an attempt that takes no more responses."""
    if attempt.is_finished:
        raise AlreadyFinished("This quiz is finished. Its result has all questions and answers.")


def own_showing(
    session: Session, learner_id: LearnerId | None, showing_id: str
) -> tuple[Attempt, Showing]:
    """Return a showing of this learner, and its attempt.

    Raises:
        NotFound: there is none; the same for somebody else's.
    """
    found = None
    if learner_id is not None and is_token(showing_id):
        found = showing_of(session, learner_id, showing_id)
    if found is None:
        raise NotFound("There is no such question. Look into your history for your quizzes.")
    return found


def shown(session: Session, attempt: Attempt, position: int) -> Showing:
    """Return what an attempt shows at a position.

    Raises:
        NotFound: it has no such position.
    """
    showing = showing_at(session, attempt.row, position)
    if showing is None:
        raise NotFound(f"This quiz has no question {position}.")
    return showing
