"""The cast of the tests: whoever sends a request."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.learners import LearnerId
from quizapp.store.learners import add_guest, add_session


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with or without a cookie."""

    id: LearnerId | None
    cookie: str | None


def guest(session: Session, now: datetime) -> Person:
    """Return a new guest."""
    cookie = secrets.token_urlsafe(32)
    learner_id = add_guest(session, now=now)
    add_session(session, learner_id, cookie, now=now)
    return Person(learner_id, cookie)
