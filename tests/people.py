"""The cast of the tests: whoever sends a request."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.services.learners import LearnerId
from quizapp.services.people import find_person
from quizapp.store.accounts import add_account
from quizapp.store.learners import add_guest, add_session

#: What no password has as its hash.
NO_HASH = "none"


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


def account(
    session: Session, now: datetime, *, name: str = "", role: Role = Role.LEARNER
) -> Person:
    """Return somebody with an account, signed in; nobody knows its password."""
    cookie = secrets.token_urlsafe(32)
    name = name or f"{role.value} {secrets.token_hex(4)}"
    learner_id = add_guest(session, now=now)
    add_account(
        session, learner_id, name=name, key=name_key(name), password=NO_HASH, role=role, now=now
    )
    public_id = secrets.token_urlsafe(16)
    add_session(session, learner_id, cookie, now=now, public_id=public_id, label="A browser")
    return Person(learner_id, cookie)


def holder(session: Session, cookie: str | None, now: datetime) -> LearnerId | None:
    """Return whom a cookie stands for."""
    found = find_person(session, cookie=cookie, now=now)
    return None if found is None else found.learner
