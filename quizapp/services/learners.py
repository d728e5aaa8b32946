"""Learners: who sends a request. Guests are made by ``quizzes.start_quiz`` only."""

from sqlalchemy.orm import Session

from quizapp.services.tokens import is_token
from quizapp.store.learners import LearnerId, learner_with

__all__ = ["LearnerId", "find_learner"]


def find_learner(session: Session, *, cookie: str | None) -> LearnerId | None:
    """Return the learner who holds the cookie; None without a cookie, or with an unknown one."""
    return learner_with(session, cookie) if cookie and is_token(cookie) else None
