"""History: a learner's attempts and their results, as they were. Reads only."""

from sqlalchemy.orm import Session

from quizapp.services.learners import LearnerId
from quizapp.services.views import AttemptRow, ResultView


def results(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> ResultView:
    """Return a finished attempt with the feedback to every question.

    Raises:
        NotFound: there is no such attempt of this learner.
        NotFinished: the attempt is still open.
    """
    raise NotImplementedError


def attempts(session: Session, *, learner_id: LearnerId | None) -> tuple[AttemptRow, ...]:
    """Return all attempts of a learner, the latest first; none for a stranger."""
    raise NotImplementedError


def open_attempts(session: Session, *, learner_id: LearnerId | None) -> tuple[AttemptRow, ...]:
    """Return the attempts that may be resumed, the latest first; none for a stranger."""
    raise NotImplementedError
