"""Reporting: a learner says what is wrong with a question; who keeps the set reads it."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.errors import InvalidResponse
from quizapp.services.access import own_showing
from quizapp.services.learners import LearnerId
from quizapp.services.views import Reported
from quizapp.store.reports import LONGEST, Report, add_report, reports

__all__ = ["LONGEST", "Report", "newest_reports", "report"]


def report(
    session: Session,
    *,
    learner_id: LearnerId | None,
    showing_id: str,
    text: str,
    now: datetime,
) -> Reported:
    """Store what a learner says of a question that was shown (a write).

    Raises:
        NotFound: there is no such showing for this learner.
        InvalidResponse: there is nothing, or too much.
    """
    attempt, showing = own_showing(session, learner_id, showing_id)
    said = " ".join(text.split())
    if not said:
        raise InvalidResponse("Say what is wrong with the question.")
    if len(said) > LONGEST:
        raise InvalidResponse(f"Say it in at most {LONGEST:,} letters.")
    add_report(session, attempt.learner_id, showing, said, now=now)
    return Reported(attempt.public_id, showing.position)


def newest_reports(session: Session, *, most: int = 100) -> list[Report]:
    """Return what learners said, the newest first."""
    return reports(session, most=most)
