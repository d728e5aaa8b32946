"""The first admin: a link that is good for one use, shown to whoever started the server."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.roles import Role
from quizapp.errors import NotFound
from quizapp.services.accounts import SignedIn, sign_up
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token, new_secret
from quizapp.store.accounts import add_code, has_admin, holds_code, take_code
from quizapp.store.learners import digest_of

_WHAT: Final = "first_admin"
#: Whoever starts a server looks at what it prints.
_HOLDS: Final = timedelta(hours=24)


def admin_secret(session: Session, *, now: datetime, anyway: bool = False) -> str | None:
    """Return a new secret that makes an admin (a write); None where there is one already.

    Any other such secret is of no use from now on.

    Args:
        anyway: whether one is wanted all the same, by somebody who is at the machine.
    """
    if has_admin(session) and not anyway:
        return None
    secret = new_secret()
    add_code(session, _digest(secret), what=_WHAT, learner=None, ends_at=now + _HOLDS, now=now)
    return secret


def require_secret(session: Session, *, secret: str, now: datetime) -> None:
    """Make sure that a secret makes an admin still.

    Raises:
        NotFound: it was used, or has ended, or never was one.
    """
    if not (is_token(secret) and holds_code(session, _digest(secret), what=_WHAT, now=now)):
        raise NotFound("This link was used or has ended: quizapp people admin-link makes another.")


def make_admin(
    session: Session,
    *,
    learner_id: LearnerId | None,
    secret: str,
    name: str,
    password: str,
    label: str,
    now: datetime,
) -> SignedIn:
    """Make an account that is an admin's, and use the secret up (a write).

    Raises:
        NotFound: as ``require_secret``.
        InvalidResponse: as ``sign_up``; then the secret is good still.
    """
    require_secret(session, secret=secret, now=now)
    made = sign_up(
        session,
        learner_id=learner_id,
        name=name,
        password=password,
        label=label,
        role=Role.ADMIN,
        now=now,
    )
    take_code(session, _digest(secret), what=_WHAT, now=now)
    return made


def _digest(secret: str) -> str:
    return digest_of(f"{_WHAT}\n{secret}")
