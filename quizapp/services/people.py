"""Who sends a request: found by the cookie, with a role, as long as they are signed in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.roles import Role
from quizapp.core.people.sessions import is_fresh, is_worth_noting, may_go_on
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token
from quizapp.store.accounts import Holder, holder_of
from quizapp.store.attempts import has_open_attempt
from quizapp.store.learners import note_seen

__all__ = ["LearnerId", "Person", "Role", "Session", "find_person", "note"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is known here.

    Attributes:
        name: of the account; empty for a guest.
        session: digest of the cookie.
        seen_at: when they last did something, as far as that was noted; None for a guest.
        unread: how much they were told and have not seen.
    """

    learner: LearnerId
    role: Role
    name: str
    session: str
    seen_at: datetime | None
    unread: int = 0

    @property
    def teaches(self) -> bool:
        """Whether they may run classes."""
        return self.role in (Role.TEACHER, Role.ADMIN)

    @property
    def runs(self) -> bool:
        """Whether they run the place."""
        return self.role is Role.ADMIN


def find_person(session: Session, *, cookie: str | None, now: datetime) -> Person | None:
    """Return who holds a cookie; None without one, with an unknown one, or when it has ended."""
    held = holder_of(session, cookie) if cookie and is_token(cookie) else None
    if held is None or not _holds(session, held, now):
        return None
    role = Role.GUEST if held.role is None else Role(held.role)
    return Person(held.learner, role, held.name or "", held.digest, held.seen_at, held.unread)


def note(session: Session, person: Person, *, now: datetime) -> None:
    """Write down that somebody is here, now and then (a write)."""
    if person.seen_at is not None and is_worth_noting(seen=person.seen_at, now=now):
        note_seen(session, person.session, now=now)


def _holds(session: Session, held: Holder, now: datetime) -> bool:
    if held.role is None:
        return True  # a guest, who is known by nothing else, for as long as the browser keeps it
    if held.disabled_at is not None or held.seen_at is None:
        return False  # a cookie of before there was an account
    if is_fresh(signed_in=held.signed_in, seen=held.seen_at, now=now):
        return True
    return may_go_on(seen=held.seen_at, now=now) and has_open_attempt(session, held.learner)


#: How a role is called where one reads it.
CALLED: Final = {
    Role.OUTSIDER: "a visitor",
    Role.GUEST: "a guest",
    Role.LEARNER: "a learner",
    Role.TEACHER: "a teacher",
    Role.ADMIN: "an admin",
}
