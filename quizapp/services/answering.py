"""Answering: one response to one question, stored once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.learners import LearnerId
from quizapp.services.views import Answered


def answer(
    session: Session,
    *,
    learner_id: LearnerId | None,
    showing_id: str,
    raw: Sequence[str],
    submission_key: str,
    now: datetime,
) -> Answered:
    """Grade a response and append it to the log (a write).

    With feedback after each question the first response closes the item: a later one is not
    stored, and ``counted`` is False. With feedback at the end the last one before the finish
    counts.

    Args:
        raw: tokens of the chosen options, or the one typed text.
        submission_key: of the form; the same key with the same response again gives the same
            result and stores nothing.

    Raises:
        NotFound: there is no such showing for this learner.
        InvalidResponse: nothing chosen, an unknown option, too long; the message says what to do.
        SubmissionConflict: the key came before with another response.
        AlreadyFinished: the attempt was finished.
    """
    raise NotImplementedError
