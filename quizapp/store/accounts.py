"""Accounts: learners who have a name, a secret and a role; and codes that are good for one use."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.people.roles import Role
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId, SessionRecord, digest_of
from quizapp.store.notices import NoticeRecord
from quizapp.store.statements import Query


@dataclass(frozen=True, slots=True)
class Account:
    """A learner with an account; its fields are in the order of ``_ACCOUNT``.

    Attributes:
        name: as it is shown.
        password: its hash, with how it was made.
        disabled_at: None while one can sign in to it.
    """

    learner: LearnerId
    name: str
    password: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a cookie stands for; its fields are in the order of ``_HOLDER``.

    Attributes:
        digest: of the cookie.
        signed_in: when it was given.
        seen_at: when its holder last did something; None for a guest's.
        name, role, disabled_at: of the account; None of a guest.
        unread: how much they were told and have not seen.
    """

    digest: str
    learner: LearnerId
    signed_in: datetime
    seen_at: datetime | None
    name: str | None
    role: str | None
    disabled_at: datetime | None
    unread: int


class AccountRecord(Base):
    """What a learner has who is no guest. No address, no birthday, no picture is asked for."""

    __tablename__ = "accounts"
    __table_args__ = (CheckConstraint("role IN ('learner', 'teacher', 'admin')", name="role"),)

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    name: Mapped[str]
    #: By what it is found: no two names that look alike have another.
    name_key: Mapped[str] = mapped_column(unique=True)
    #: The hash of the password, with its salt and how it was made.
    password: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class CodeRecord(Base):
    """A code that is good for one use and for some time; only its hash is stored."""

    __tablename__ = "one_time_codes"
    __table_args__ = (CheckConstraint("what IN ('first_admin', 'reset')", name="what"),)

    #: sha256 (hex) of the code, of what it is for and of whom.
    digest: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str]
    #: Whose it is; NULL for a code that makes an account.
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learners.id"), index=True)
    created_at: Mapped[datetime]
    ends_at: Mapped[datetime]


_ACCOUNT: Final = (
    AccountRecord.learner_id,
    AccountRecord.name,
    AccountRecord.password,
    AccountRecord.role,
    AccountRecord.created_at,
    AccountRecord.disabled_at,
)


def holder_of(session: Session, cookie: str) -> Holder | None:
    """Return whom a cookie stands for, in one look; None for an unknown one."""
    return _HOLDER.first(session, digest=digest_of(cookie))


def account_of(session: Session, learner: LearnerId) -> Account | None:
    """Return the account of a learner; None of a guest."""
    return _OF_LEARNER.first(session, learner=learner)


def account_named(session: Session, key: str) -> Account | None:
    """Return the account with a name, by its key."""
    return _NAMED.first(session, key=key)


def all_accounts(session: Session) -> list[Account]:
    """Return every account, in the order in which they were made."""
    query = select(*_ACCOUNT).order_by(AccountRecord.created_at, AccountRecord.learner_id)
    return [_account(*row) for row in session.execute(query)]


def has_admin(session: Session) -> bool:
    """Return whether there is an admin who can sign in."""
    query = select(AccountRecord.learner_id).where(
        AccountRecord.role == Role.ADMIN.value, AccountRecord.disabled_at.is_(None)
    )
    return session.execute(query.limit(1)).first() is not None


def add_account(
    session: Session,
    learner: LearnerId,
    *,
    name: str,
    key: str,
    password: str,
    role: Role,
    now: datetime,
) -> None:
    """Give a learner an account.

    Raises:
        IntegrityError: somebody has the name, or the learner an account.
    """
    session.execute(
        insert(AccountRecord).values(
            learner_id=learner,
            name=name,
            name_key=key,
            password=password,
            role=role.value,
            created_at=now,
        )
    )


def change_account(session: Session, learner: LearnerId, **values: Any) -> None:  # noqa: ANN401  # of any column
    """Store new values of an account."""
    if isinstance(role := values.get("role"), Role):
        values["role"] = role.value
    session.execute(
        update(AccountRecord).where(AccountRecord.learner_id == learner).values(**values)
    )


def add_code(
    session: Session,
    digest: str,
    *,
    what: str,
    learner: LearnerId | None,
    ends_at: datetime,
    now: datetime,
) -> None:
    """Store a code in place of any other for the same thing; forget those that ended."""
    session.execute(
        delete(CodeRecord).where(
            (CodeRecord.ends_at <= now)
            | ((CodeRecord.what == what) & (CodeRecord.learner_id.is_not_distinct_from(learner)))
        )
    )
    session.execute(
        insert(CodeRecord).values(
            digest=digest, what=what, learner_id=learner, created_at=now, ends_at=ends_at
        )
    )


def take_code(session: Session, digest: str, *, what: str, now: datetime) -> bool:
    """Use up a code; return whether there was one that held."""
    query = (
        delete(CodeRecord)
        .where(CodeRecord.digest == digest, CodeRecord.what == what, CodeRecord.ends_at > now)
        .returning(CodeRecord.digest)
    )
    return session.scalars(query).one_or_none() is not None


def holds_code(session: Session, digest: str, *, what: str, now: datetime) -> bool:
    """Return whether a code holds, and leave it."""
    query = select(func.count()).where(
        CodeRecord.digest == digest, CodeRecord.what == what, CodeRecord.ends_at > now
    )
    return bool(session.scalar(query))


def _account(
    learner: int,
    name: str,
    password: str,
    role: str,
    created_at: datetime,
    disabled_at: datetime | None,
) -> Account:
    return Account(LearnerId(learner), name, password, Role(role), created_at, disabled_at)


_OF_LEARNER: Final = Query(
    select(*_ACCOUNT).where(AccountRecord.learner_id == bindparam("learner")), _account
)
_NAMED: Final = Query(select(*_ACCOUNT).where(AccountRecord.name_key == bindparam("key")), _account)
_HOLDER: Final = Query(
    select(
        SessionRecord.digest,
        SessionRecord.learner_id,
        SessionRecord.created_at,
        SessionRecord.seen_at,
        AccountRecord.name,
        AccountRecord.role,
        AccountRecord.disabled_at,
        select(func.count())
        .where(NoticeRecord.learner_id == SessionRecord.learner_id, NoticeRecord.read_at.is_(None))
        .scalar_subquery(),
    )
    .outerjoin(AccountRecord, AccountRecord.learner_id == SessionRecord.learner_id)
    .where(SessionRecord.digest == bindparam("digest")),
    Holder,
)
