"""A forgotten password: a teacher or an admin gives a code, good once and for a day."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.deeds import Deed
from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.core.teaching.codes import grouped, new_code, read_code
from quizapp.errors import NotAllowed, NotFound, NotSignedIn
from quizapp.services.accounts import SignedIn, new_session
from quizapp.services.auditing import told
from quizapp.services.class_access import own_class
from quizapp.services.factors import has_factor
from quizapp.services.learners import LearnerId
from quizapp.services.notices import Told, tell
from quizapp.services.tokens import is_token
from quizapp.store.accounts import (
    Account,
    account_named,
    account_of,
    add_code,
    change_account,
    holds_code,
    take_code,
)
from quizapp.store.learners import digest_of, end_sessions
from quizapp.store.members import member_with

_WHAT: Final = "reset"
#: A learner tells it to nobody, but a lesson may pass until they use it.
HOLDS: Final = timedelta(hours=24)


def give_code(
    session: Session, *, learner_id: LearnerId | None, person: LearnerId, now: datetime
) -> tuple[str, str]:
    """Make a code by which somebody sets another password (a write): as an admin does it.

    Any other such code of theirs is of no use from now on.

    Args:
        learner_id: who gives it; None for whoever is at the machine.

    Returns:
        The name of the account, and the code as it is read out.

    Raises:
        NotFound: they have no account.
    """
    del learner_id  # the log is told by the request
    account = account_of(session, person)
    if account is None:
        raise NotFound("They have no account, and so no password.")
    code = new_code(secrets.choice)
    digest = _digest(account.learner, code)
    add_code(session, digest, what=_WHAT, learner=person, ends_at=now + HOLDS, now=now)
    return account.name, grouped(code)


def give_code_in_class(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    member_id: str,
    now: datetime,
) -> tuple[str, str]:
    """Make a code for a learner of one's class (a write), as ``give_code``.

    Raises:
        NotFound: this teacher runs no such class, or nobody like that is in it.
        NotAllowed: they have no account, or one that is no learner's.
    """
    found = own_class(session, learner_id, class_id)
    member = member_with(session, found.row, member_id) if is_token(member_id) else None
    if member is None:
        raise NotFound("There is nobody like that in this class.")
    account = account_of(session, member.learner)
    if account is None:
        raise NotAllowed("This learner is a guest of a browser and has no password.")
    if account.role is not Role.LEARNER:
        raise NotAllowed("Only an admin gives a code to somebody who teaches.")
    # Whoever did not ask for one shall know of it.
    tell(session, [member.learner], Told.CODE, now=now, class_name=found.name)
    return give_code(session, learner_id=learner_id, person=member.learner, now=now)


def account_for(session: Session, *, name: str, code: str, now: datetime) -> Account | None:
    """Return the account that a name and a code belong to; None where they do not, or no more."""
    account = account_named(session, name_key(name))
    read = read_code(code) or ""
    # Looked up in any case: a name that there is takes as long as one that there is not.
    digest = _digest(account.learner if account else LearnerId(0), read)
    holds = holds_code(session, digest, what=_WHAT, now=now)
    return account if holds and account is not None and account.disabled_at is None else None


def reset(
    session: Session, *, name: str, code: str, password: str, label: str, now: datetime
) -> SignedIn | None:
    """Give an account another password by a code, use it up, and sign in (a write).

    All other sessions of the account end. Who has a second factor is not signed in by this: None.

    Args:
        password: its hash.
        label: in what browser.

    Raises:
        NotSignedIn: name and code do not belong together, or no more; nobody is told which.
    """
    account = account_for(session, name=name, code=code, now=now)
    digest = _digest(account.learner, read_code(code) or "") if account else ""
    if account is None or not take_code(session, digest, what=_WHAT, now=now):
        raise NotSignedIn("Name and code do not belong together, or the code was used or is old.")
    change_account(session, account.learner, password=password)
    end_sessions(session, account.learner)
    told(session, deed=Deed.RESET, by=account.learner, person=account.learner, now=now)
    if has_factor(session, person=account.learner):
        return None
    return new_session(session, account.learner, label, now)


def _digest(person: LearnerId, code: str) -> str:
    return digest_of(f"{_WHAT}\n{person}\n{code}")
