"""The place at a glance, and the people in it, for whoever runs it."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy.orm import Session

from quizapp.config import InForce, settings_in_force
from quizapp.core.people.roles import Role
from quizapp.errors import NotFound
from quizapp.services.learners import LearnerId
from quizapp.store.accounts import Account, account_of, all_accounts
from quizapp.store.factors import factor_of
from quizapp.store.learners import sessions_of
from quizapp.store.persons import figures


@dataclass(frozen=True, slots=True)
class Place:
    """An installation.

    Attributes:
        version: of quizapp.
        counts: how many learners, accounts, classes, attempts and responses there are.
        bytes: of the database's file and its log; None where it is no file of ours.
        free: bytes on the disk of the instance folder.
    """

    version: str
    database: str
    counts: Mapping[str, int]
    bytes: int | None
    free: int
    settings: tuple[InForce, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody with an account.

    Attributes:
        seen_at: when they last did something, as far as it is known.
        factor: whether they are asked for a second factor.
    """

    id: LearnerId
    name: str
    role: Role
    created_at: datetime
    seen_at: datetime | None
    sessions: int
    disabled: bool
    factor: bool


def place(session: Session, *, learner_id: LearnerId | None, instance: Path) -> Place:
    """Return what there is, as it is now."""
    del learner_id  # whoever may ask is told the same
    bind = session.get_bind()
    files = [path for path in instance.glob("quizapp.db*") if path.is_file()]
    return Place(
        version=_version(),
        database=bind.dialect.name,
        counts=figures(session),
        bytes=sum(path.stat().st_size for path in files) if files else None,
        free=shutil.disk_usage(instance).free if instance.exists() else 0,
        settings=settings_in_force(),
    )


def people(
    session: Session, *, learner_id: LearnerId | None, wanted: str, first: int, most: int
) -> tuple[tuple[PersonRow, ...], bool]:
    """Return accounts by name, and whether there are more.

    Args:
        wanted: letters that stand in the name; empty for all.
        first: how many are left out.
        most: how many come at most.
    """
    del learner_id
    found = sorted(
        (one for one in all_accounts(session) if wanted.casefold() in one.name.casefold()),
        key=lambda one: one.name.casefold(),
    )
    shown = found[first : first + most]
    return tuple(_row(session, one) for one in shown), len(found) > first + most


def person(session: Session, *, learner_id: LearnerId | None, person: LearnerId) -> PersonRow:
    """Return somebody with an account.

    Raises:
        NotFound: there is nobody like that.
    """
    del learner_id
    found = account_of(session, person)
    if found is None:
        raise NotFound("There is no such account.")
    return _row(session, found)


def _row(session: Session, account: Account) -> PersonRow:
    held = sessions_of(session, account.learner)
    seen = [one.seen_at for one in held if one.seen_at is not None]
    return PersonRow(
        account.learner,
        account.name,
        account.role,
        account.created_at,
        max(seen, default=None),
        len(held),
        account.disabled_at is not None,
        factor_of(session, account.learner) is not None,
    )


def _version() -> str:
    try:
        return version("quizapp")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "of a checkout"
