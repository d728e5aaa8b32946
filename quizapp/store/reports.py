"""Reports: what learners say is wrong with a question."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.attempts import AttemptRecord
from quizapp.store.base import Base
from quizapp.store.bundles import BundleRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerId
from quizapp.store.showings import Showing, ShowingRecord
from quizapp.store.statements import Query

#: A report has at most so many letters.
LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Report:
    """What one learner says of one question.

    Attributes:
        learner: who; the key inside the database.
        item_id: the published id of the item.
    """

    reported_at: datetime
    learner: int
    set_id: str
    item_id: str
    text: str


class ReportRecord(Base):
    """A report."""

    __tablename__ = "reports"
    __table_args__ = (
        CheckConstraint(f"length(text) >= 1 AND length(text) <= {LONGEST}", name="text"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    showing_id: Mapped[int] = mapped_column(ForeignKey("showings.id"))
    text: Mapped[str]
    reported_at: Mapped[datetime]


def add_report(
    session: Session, learner_id: LearnerId, showing: Showing, text: str, *, now: datetime
) -> None:
    """Store a report, unless the learner said the same of the same question before."""
    known = select(ReportRecord.id).where(
        ReportRecord.learner_id == learner_id,
        ReportRecord.showing_id == showing.row,
        ReportRecord.text == text,
    )
    if session.scalar(known) is None:
        session.execute(
            insert(ReportRecord).values(
                learner_id=learner_id, showing_id=showing.row, text=text, reported_at=now
            )
        )


def reports(session: Session, *, most: int) -> list[Report]:
    """Return the newest reports, the newest first."""
    return _NEWEST.all(session, most=most)


_NEWEST: Final = Query(
    select(
        ReportRecord.reported_at,
        ReportRecord.learner_id,
        BundleRecord.set_id,
        ItemRecord.item_id,
        ReportRecord.text,
    )
    .join(ShowingRecord, ShowingRecord.id == ReportRecord.showing_id)
    .join(AttemptRecord, AttemptRecord.id == ShowingRecord.attempt_id)
    .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
    .join(ItemRecord, ItemRecord.digest == ShowingRecord.item_digest)
    .order_by(ReportRecord.id.desc())
    .limit(bindparam("most")),
    Report,
)
