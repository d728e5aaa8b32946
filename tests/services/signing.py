"""Accounts of the tests: signing up and in, as pages do it."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.core.people.roles import Role
from quizapp.services import accounts
from quizapp.services.accounts import SessionView, SignedIn
from tests.people import Person

HASH = "what a hash looks like is no concern of the store"
NEW = "another hash"


def up(
    session: Session,
    person: Person,
    now: datetime,
    name: str = "Asha Rao",
    role: Role = Role.LEARNER,
) -> SignedIn:
    """Make an account of somebody."""
    return accounts.sign_up(
        session,
        learner_id=person.id,
        name=name,
        password=HASH,
        label="Firefox on Linux",
        role=role,
        now=now,
    )


def into(
    session: Session,
    name: str,
    now: datetime,
    *,
    former: str | None = None,
    rehashed: str | None = None,
) -> SignedIn:
    """Sign in to an account, the password being right."""
    checked = accounts.account_to_check(session, name=name)
    assert checked is not None
    return accounts.sign_in(
        session, checked=checked, former=former, rehashed=rehashed, label="Chrome", now=now
    )


def views(session: Session, signed_in: SignedIn) -> tuple[SessionView, ...]:
    """Return the sessions of somebody, as they see them."""
    found = accounts.account_view(session, learner_id=signed_in.learner, cookie=signed_in.cookie)
    return found.sessions
