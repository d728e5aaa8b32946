"""Accounts, for whoever runs the place: roles, and who may sign in."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotFound
from quizapp.store.accounts import Account, account_named, all_accounts, change_account
from quizapp.store.learners import end_sessions


def accounts(session: Session) -> list[Account]:
    """Return every account."""
    return all_accounts(session)


def named(session: Session, name: str) -> Account:
    """Return the account with a name, however it is written; ``NotFound`` where there is none."""
    found = account_named(session, name_key(name))
    if found is None:
        raise NotFound(f"There is no account “{name}”. See quizapp people list.")
    return found


def change_role(session: Session, *, name: str, role: Role) -> Account:
    """Give an account another role (a write), and return it as it was.

    Raises:
        NotFound: there is none with this name.
        InvalidResponse: the role is none of an account, or nobody would be left to run the place.
    """
    account = named(session, name)
    if not role.has_account:
        raise InvalidResponse("An account is a learner's, a teacher's or an admin's.")
    if account.role is Role.ADMIN and role is not Role.ADMIN:
        require_another_admin(session, account)
    change_account(session, account.learner, role=role)
    return account


def set_disabled(session: Session, *, name: str, disabled: bool, now: datetime) -> Account:
    """Let nobody sign in to an account, or let its owner again (a write).

    Raises:
        NotFound: there is none with this name.
        InvalidResponse: nobody would be left to run the place.
    """
    account = named(session, name)
    if disabled:
        if account.role is Role.ADMIN:
            require_another_admin(session, account)
        end_sessions(session, account.learner)
    change_account(session, account.learner, disabled_at=now if disabled else None)
    return account


def end_all(session: Session, *, name: str) -> Account:
    """End all sessions of an account (a write).

    Raises:
        NotFound: there is none with this name.
    """
    account = named(session, name)
    end_sessions(session, account.learner)
    return account


def require_another_admin(session: Session, account: Account) -> None:
    """Raise ``InvalidResponse`` where nobody else runs the place."""
    others = (
        one
        for one in all_accounts(session)
        if one.role is Role.ADMIN and one.disabled_at is None and one.learner != account.learner
    )
    if next(others, None) is None:
        raise InvalidResponse("This is the only admin: make another one first.")
