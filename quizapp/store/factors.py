"""Second factors: the secret that an app holds too, and codes for when the app is lost."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.base import Base
from quizapp.store.learners import LearnerId


@dataclass(frozen=True, slots=True)
class Factor:
    """The second factor of an account.

    Attributes:
        last_step: the latest time step whose code was used.
    """

    secret: bytes
    last_step: int


class FactorRecord(Base):
    """The second factor of an account. Its secret must be known to be compared with."""

    __tablename__ = "second_factors"

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    last_step: Mapped[int]
    created_at: Mapped[datetime]


class RecoveryRecord(Base):
    """A code that is good once in place of the second factor; only its hash is stored."""

    __tablename__ = "recovery_codes"

    digest: Mapped[str] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)


def factor_of(session: Session, learner: LearnerId) -> Factor | None:
    """Return the second factor of an account; None where it has none."""
    found = session.execute(
        select(FactorRecord.secret, FactorRecord.last_step).where(
            FactorRecord.learner_id == learner
        )
    ).one_or_none()
    return None if found is None else Factor(found.secret, found.last_step)


def add_factor(
    session: Session, learner: LearnerId, factor: Factor, digests: list[str], *, now: datetime
) -> None:
    """Store a second factor and its recovery codes, in place of any that there were."""
    remove_factor(session, learner)
    session.execute(
        insert(FactorRecord).values(
            learner_id=learner, secret=factor.secret, last_step=factor.last_step, created_at=now
        )
    )
    session.execute(
        insert(RecoveryRecord), [{"digest": one, "learner_id": learner} for one in digests]
    )


def use_step(session: Session, learner: LearnerId, step: int) -> None:
    """Store that the code of a step was used."""
    session.execute(
        update(FactorRecord).where(FactorRecord.learner_id == learner).values(last_step=step)
    )


def use_recovery(session: Session, learner: LearnerId, digest: str) -> bool:
    """Use up a recovery code; return whether there was one."""
    query = (
        delete(RecoveryRecord)
        .where(RecoveryRecord.digest == digest, RecoveryRecord.learner_id == learner)
        .returning(RecoveryRecord.digest)
    )
    return session.scalars(query).one_or_none() is not None


def recovery_left(session: Session, learner: LearnerId) -> int:
    """Return how many recovery codes an account has left."""
    query = select(func.count()).where(RecoveryRecord.learner_id == learner)
    return session.scalar(query) or 0


def remove_factor(session: Session, learner: LearnerId) -> None:
    """Forget the second factor of an account, and its recovery codes."""
    session.execute(delete(RecoveryRecord).where(RecoveryRecord.learner_id == learner))
    session.execute(delete(FactorRecord).where(FactorRecord.learner_id == learner))
