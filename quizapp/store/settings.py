"""How a learner wants to practise, and on which day the exam of a set is.

Settings are kept with the time from which they held: who moves to another time zone does not change
the days on which something was answered before.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.memory.state import DESIRED_RETENTION
from quizapp.store.base import Base
from quizapp.store.learners import LearnerId
from quizapp.store.statements import Query, columns


@dataclass(frozen=True, slots=True)
class Settings:
    """How a learner wants to practise.

    Attributes:
        zone: name of the time zone (IANA) by whose clock study days are cut.
        retention: the share of recall that reviews aim at, 0.80 to 0.95.
        minutes: to practise on a day, 1 to 600.
        keys: whether single keys work: letters choose, digits rate.
    """

    zone: str = "UTC"
    retention: float = DESIRED_RETENTION
    minutes: int = 15
    keys: bool = True


#: Those of whoever chose none.
PRESET: Final = Settings()


class SettingsRecord(Base):
    """How one learner wanted to practise from a moment on."""

    __tablename__ = "settings"
    __table_args__ = (
        CheckConstraint("retention >= 0.8 AND retention <= 0.95", name="retention"),
        CheckConstraint("minutes >= 1 AND minutes <= 600", name="minutes"),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    zone: Mapped[str]
    retention: Mapped[float]
    minutes: Mapped[int]
    keys: Mapped[bool]


class ExamRecord(Base):
    """The day on which a learner wants to know a set."""

    __tablename__ = "exams"

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    set_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]


def settings_of(session: Session, learner_id: LearnerId) -> Settings:
    """Return how a learner wants to practise now."""
    return _NOW.first(session, learner=learner_id) or PRESET


def settings_at(session: Session, learner_id: LearnerId, moment: datetime) -> Settings:
    """Return how a learner wanted to practise at a moment."""
    return _AT.first(session, learner=learner_id, moment=moment) or PRESET


def zones_of(session: Session, learner_id: LearnerId) -> list[tuple[datetime, str]]:
    """Return the names of a learner's time zones, each with its first moment, in order."""
    return _ZONES.all(session, learner=learner_id)


def save_settings(
    session: Session, learner_id: LearnerId, settings: Settings, *, now: datetime
) -> None:
    """Store how a learner wants to practise from now on."""
    mine = (SettingsRecord.learner_id == learner_id, SettingsRecord.since == now)
    session.execute(delete(SettingsRecord).where(*mine))
    session.execute(
        insert(SettingsRecord).values(
            learner_id=learner_id,
            since=now,
            zone=settings.zone,
            retention=settings.retention,
            minutes=settings.minutes,
            keys=settings.keys,
        )
    )


def exam_of(session: Session, learner_id: LearnerId, set_id: str) -> date | None:
    """Return the day on which a learner wants to know a set; None where none was set."""
    return _EXAM.first(session, learner=learner_id, set_id=set_id)


def save_exam(session: Session, learner_id: LearnerId, set_id: str, day: date | None) -> None:
    """Set the day on which a learner wants to know a set; None takes it away."""
    mine = (ExamRecord.learner_id == learner_id, ExamRecord.set_id == set_id)
    session.execute(delete(ExamRecord).where(*mine))
    if day is not None:
        session.execute(insert(ExamRecord).values(learner_id=learner_id, set_id=set_id, day=day))


_MINE: Final = (
    select(
        SettingsRecord.zone, SettingsRecord.retention, SettingsRecord.minutes, SettingsRecord.keys
    )
    .where(SettingsRecord.learner_id == bindparam("learner"))
    .order_by(SettingsRecord.since.desc())
    .limit(1)
)
_NOW: Final = Query(_MINE, Settings)
_AT: Final = Query(_MINE.where(SettingsRecord.since <= bindparam("moment")), Settings)
_ZONES: Final[Query[tuple[datetime, str]]] = Query(
    select(SettingsRecord.since, SettingsRecord.zone)
    .where(SettingsRecord.learner_id == bindparam("learner"))
    .order_by(SettingsRecord.since),
    columns,
)


def _day(day: date) -> date:
    return day


_EXAM: Final = Query(
    select(ExamRecord.day).where(
        ExamRecord.learner_id == bindparam("learner"), ExamRecord.set_id == bindparam("set_id")
    ),
    _day,
)
