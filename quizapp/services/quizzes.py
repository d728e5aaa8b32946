"""Quizzes: start one, see a question, finish. Taking an answer stands in ``answering``.

Everybody but the learner whose quiz it is gets ``NotFound``.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.learners import LearnerId
from quizapp.services.papers import Paper
from quizapp.services.views import FinishView, QuestionView, Started


def start_quiz(
    session: Session,
    *,
    learner_id: LearnerId | None,
    paper: Paper,
    start_key: str,
    now: datetime,
) -> Started:
    """Store a new attempt, and for a newcomer a guest learner (a write).

    The same ``start_key`` again, as after a double click, gives the same attempt; where it comes
    without the cookie, a new cookie of the same learner, as long as the attempt is fresh.

    Args:
        start_key: made by ``tokens.new_token`` when the form was printed.

    Raises:
        SubmissionConflict: the key was used for a quiz that this request may not have.
    """
    raise NotImplementedError


def resume_at(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> int:
    """Return the position of the first question without an answer, else of the last question.

    Raises:
        NotFound: there is no such attempt of this learner.
        AlreadyFinished: it has a result instead.
    """
    raise NotImplementedError


def question(
    session: Session, *, learner_id: LearnerId | None, attempt_id: str, position: int
) -> QuestionView:
    """Return the page of a question; with feedback only once the item is closed.

    Raises:
        NotFound: there is no such attempt of this learner, or no such position in it.
        AlreadyFinished: the attempt has a result instead.
    """
    raise NotImplementedError


def question_of(session: Session, *, learner_id: LearnerId | None, showing_id: str) -> QuestionView:
    """Return the page of the question that a form was posted for, to show it again with an error.

    Raises:
        NotFound, AlreadyFinished: as ``question``.
    """
    raise NotImplementedError


def finish_view(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> FinishView:
    """Return the page before the end: which questions have no answer yet.

    Raises:
        NotFound: there is no such attempt of this learner.
        AlreadyFinished: it has a result instead.
    """
    raise NotImplementedError


def finish(
    session: Session, *, learner_id: LearnerId | None, attempt_id: str, now: datetime
) -> None:
    """Finish an attempt and store its score (a write); a second time changes nothing.

    Raises:
        NotFound: there is no such attempt of this learner.
    """
    raise NotImplementedError
