"""A learner's moves, as pages make them: look at a question, choose by its text, send."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.answering import answer
from quizapp.services.history import results
from quizapp.services.quizzes import finish, question
from quizapp.services.views import Answered, QuestionView, ResultView
from tests.people import Person


def see(session: Session, person: Person, attempt_id: str, position: int = 1) -> QuestionView:
    """Open the page of a question."""
    return question(session, learner_id=person.id, attempt_id=attempt_id, position=position)


def tokens(view: QuestionView, *texts: str) -> list[str]:
    """Return what the form sends when these options are chosen."""
    return [option.token for option in view.options if option.text in texts]


def send(
    session: Session,
    person: Person,
    view: QuestionView,
    *texts: str,
    now: datetime,
    parts: Sequence[str] = (),
) -> Answered:
    """Send the form of a page with these options, or this text, and fields of parts filled in."""
    return answer(
        session,
        learner_id=person.id,
        showing_id=view.showing_id,
        raw=tokens(view, *texts) if view.options else list(texts),
        parts=parts,
        submission_key=view.submission_key,
        now=now,
    )


def finished(session: Session, person: Person, attempt_id: str, now: datetime) -> ResultView:
    """Finish an attempt and open its result."""
    finish(session, learner_id=person.id, attempt_id=attempt_id, now=now)
    return results(session, learner_id=person.id, attempt_id=attempt_id)
