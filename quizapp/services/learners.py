"""Learners: who sends a request, and how a newcomer becomes a guest.

A guest is made only where something is stored that needs one; looking at pages makes nobody.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from quizapp.services.tokens import new_secret
from quizapp.store.learners import LearnerId, add_guest, add_session

__all__ = ["Known", "LearnerId", "give_cookie", "known_or_guest"]


class Known(NamedTuple):
    """A learner for whom something may be stored.

    Attributes:
        cookie: the secret of a guest who was just made, to be set as the cookie; else None.
    """

    id: LearnerId
    cookie: str | None


def known_or_guest(session: Session, learner_id: LearnerId | None, *, now: datetime) -> Known:
    """Return the learner, for a newcomer a new guest (a write)."""
    if learner_id is not None:
        return Known(learner_id, None)
    guest = add_guest(session, now=now)
    return Known(guest, give_cookie(session, guest, now=now))


def give_cookie(session: Session, learner_id: LearnerId, *, now: datetime) -> str:
    """Return a new secret by which a learner is known from now on (a write)."""
    cookie = new_secret()
    add_session(session, learner_id, cookie, now=now)
    return cookie
