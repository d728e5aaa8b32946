"""Accounts: made, signed in to, changed. Names and passwords; no address is ever asked for.

What takes long, hashing, is done by whoever calls, before the write queue is entered: functions
here take hashes and compare them with what is stored.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.deeds import Deed
from quizapp.core.people.names import fault_of_name, name_key, shown_name
from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotFound, NotSignedIn
from quizapp.services.auditing import told
from quizapp.services.learners import LearnerId, known_or_guest
from quizapp.services.tokens import new_secret, new_token
from quizapp.store.accounts import (
    Account,
    account_named,
    account_of,
    add_account,
    change_account,
)
from quizapp.store.factors import factor_of
from quizapp.store.learners import (
    Held,
    add_session,
    digest_of,
    end_session,
    end_sessions,
    sessions_of,
)

_WRONG: Final = "Name and password do not belong together. Look at both and try again."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who has just signed in.

    Attributes:
        cookie: the new secret, to be set as the cookie.
    """

    learner: LearnerId
    cookie: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """A browser in which somebody is signed in.

    Attributes:
        here: whether it is the one that asks.
    """

    id: str
    label: str
    signed_in: datetime
    seen_at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account, as its owner sees it.

    Attributes:
        factor: whether a second factor is asked for.
    """

    name: str
    role: Role
    created_at: datetime
    sessions: tuple[SessionView, ...]
    factor: bool


def fault_of_new_name(session: Session, *, typed: str, but: LearnerId | None = None) -> str | None:
    """Return what is wrong with a name for an account; None for one that is free.

    Args:
        but: whose own name it may be.
    """
    if fault := fault_of_name(typed):
        return fault
    holder = account_named(session, name_key(typed))
    if holder is not None and holder.learner != but:
        return "Somebody has this name, or one that looks like it. Take another."
    return None


def sign_up(
    session: Session,
    *,
    learner_id: LearnerId | None,
    name: str,
    password: str,
    label: str,
    role: Role = Role.LEARNER,
    now: datetime,
) -> SignedIn:
    """Give a guest, or a newcomer, an account, and sign in to it (a write).

    Whatever the guest did stays theirs; the guest's cookie is nobody's from now on.

    Args:
        password: its hash.
        label: in what browser.

    Raises:
        InvalidResponse: the name cannot be one, or is taken; or this learner has an account.
    """
    if fault := fault_of_new_name(session, typed=name):
        raise InvalidResponse(fault)
    if learner_id is not None and account_of(session, learner_id) is not None:
        raise InvalidResponse("You have an account: sign out first to make another.")
    learner = known_or_guest(session, learner_id, now=now).id
    add_account(
        session,
        learner,
        name=shown_name(name),
        key=name_key(name),
        password=password,
        role=role,
        now=now,
    )
    end_sessions(session, learner)
    told(session, deed=Deed.SIGNED_UP, by=learner, person=learner, detail=role.value, now=now)
    return new_session(session, learner, label, now)


def account_to_check(session: Session, *, name: str) -> Account | None:
    """Return the account with a name, however it is written, for its password to be checked."""
    return account_named(session, name_key(name))


def sign_in(
    session: Session,
    *,
    checked: Account,
    former: str | None,
    rehashed: str | None,
    label: str,
    now: datetime,
) -> SignedIn:
    """Sign in to an account whose password was found right (a write).

    Args:
        checked: the account as it was when the password was checked.
        former: the cookie of the browser; from now on it is nobody's if it was this account's.
        rehashed: a new hash of the same password, where the old one was made in an old way.

    Raises:
        NotSignedIn: the account has changed since, or one cannot sign in to it.
    """
    account = account_of(session, checked.learner)
    if account is None or account.password != checked.password or account.disabled_at is not None:
        raise NotSignedIn(_WRONG)
    told(session, deed=Deed.SIGNED_IN, by=account.learner, person=account.learner, now=now)
    if rehashed is not None:
        change_account(session, account.learner, password=rehashed)
    if former is not None:
        digest = digest_of(former)
        if any(one.digest == digest for one in sessions_of(session, account.learner)):
            end_session(session, digest)
    return new_session(session, account.learner, label, now)


def refused() -> NotSignedIn:
    """Return the one error of whoever could not sign in, whatever was wrong."""
    return NotSignedIn(_WRONG)


def tell_refused(session: Session, *, checked: Account | None, now: datetime) -> None:
    """Tell the log that somebody could not sign in (a write); not as what they tried it."""
    whom = None if checked is None else checked.learner
    told(session, deed=Deed.REFUSED, by=None, person=whom, now=now)


def sign_out(session: Session, *, cookie: str) -> None:
    """Let a cookie be nobody's (a write)."""
    end_session(session, digest_of(cookie))


def account_view(
    session: Session, *, learner_id: LearnerId | None, cookie: str | None
) -> AccountView:
    """Return the account of whoever asks.

    Raises:
        NotFound: they have none.
    """
    account = own_account(session, learner_id)
    here = digest_of(cookie or "")
    views = (_session_view(one, here) for one in sessions_of(session, account.learner))
    return AccountView(
        account.name,
        account.role,
        account.created_at,
        tuple(one for one in views if one is not None),
        factor_of(session, account.learner) is not None,
    )


def own_account(session: Session, learner_id: LearnerId | None) -> Account:
    """Return the account of whoever asks.

    Raises:
        NotFound: they have none.
    """
    found = None if learner_id is None else account_of(session, learner_id)
    if found is None:
        raise NotFound("You have no account yet.")
    return found


def change_name(session: Session, *, learner_id: LearnerId | None, name: str) -> None:
    """Give an account another name (a write).

    Raises:
        NotFound: whoever asks has none.
        InvalidResponse: the name cannot be one, or is taken.
    """
    account = own_account(session, learner_id)
    if fault := fault_of_new_name(session, typed=name, but=account.learner):
        raise InvalidResponse(fault)
    change_account(session, account.learner, name=shown_name(name), name_key=name_key(name))


def change_password(
    session: Session,
    *,
    learner_id: LearnerId | None,
    checked: str,
    password: str,
    cookie: str | None,
) -> None:
    """Give an account another password, and end all its other sessions (a write).

    Args:
        checked: the hash with which the old password was found right.
        password: the new one's hash.

    Raises:
        NotFound: whoever asks has none.
        NotSignedIn: it was changed in the meantime.
    """
    account = own_account(session, learner_id)
    if account.password != checked:
        raise NotSignedIn(_WRONG)
    change_account(session, account.learner, password=password)
    end_sessions(session, account.learner, but=digest_of(cookie or ""))


def end_one(session: Session, *, learner_id: LearnerId | None, session_id: str) -> None:
    """End one of one's own sessions (a write).

    Raises:
        NotFound: there is none such.
    """
    account = own_account(session, learner_id)
    for one in sessions_of(session, account.learner):
        if one.public_id == session_id:
            end_session(session, one.digest)
            return
    raise NotFound("There is no such session: it may have ended.")


def end_others(session: Session, *, learner_id: LearnerId | None, cookie: str | None) -> None:
    """End all of one's own sessions but this one (a write).

    Raises:
        NotFound: whoever asks has no account.
    """
    account = own_account(session, learner_id)
    end_sessions(session, account.learner, but=digest_of(cookie or ""))


def new_session(session: Session, learner: LearnerId, label: str, now: datetime) -> SignedIn:
    """Sign in to an account, whoever it is (a write)."""
    cookie = new_secret()
    add_session(session, learner, cookie, now=now, public_id=new_token(), label=label)
    return SignedIn(learner, cookie)


def _session_view(held: Held, here: str) -> SessionView | None:
    if held.public_id is None or held.seen_at is None:
        return None  # of a guest, from before the account
    return SessionView(
        held.public_id, held.label or "", held.created_at, held.seen_at, held.digest == here
    )
