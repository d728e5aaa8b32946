"""Responses: the append-only log that every score derives from."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Select,
    UniqueConstraint,
    exists,
    insert,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.responses import Response
from quizapp.store.append_only import append_only
from quizapp.store.attempts import Attempt
from quizapp.store.base import Base
from quizapp.store.chain import link
from quizapp.store.showings import Showing, ShowingRecord


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """A response as it is stored.

    Attributes:
        showing: key of the showing inside the database.
        seq: from 1, in the order received for this showing.
        response: in the normal form of its format.
    """

    showing: int
    seq: int
    submission_key: str
    response: Response
    score: Score
    received_at: datetime


@append_only
class ResponseRecord(Base):
    """A response that was taken."""

    __tablename__ = "responses"
    __table_args__ = (
        UniqueConstraint("showing_id", "seq"),
        CheckConstraint("seq >= 1", name="seq"),
        CheckConstraint("outcome IN ('right', 'partly', 'wrong', 'blank')", name="outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    showing_id: Mapped[int] = mapped_column(ForeignKey("showings.id"))
    seq: Mapped[int]
    submission_key: Mapped[str] = mapped_column(unique=True)
    response: Mapped[list[str]] = mapped_column(JSON)
    fraction: Mapped[Fraction]
    outcome: Mapped[str]
    received_at: Mapped[datetime]
    link: Mapped[str] = mapped_column(unique=True)


def append_response(
    session: Session,
    attempt: Attempt,
    showing: Showing,
    *,
    seq: int,
    submission_key: str,
    response: Response,
    score: Score,
    received_at: datetime,
) -> None:
    """Add a response to the log of an attempt and to its chain."""
    taken = StoredResponse(
        showing=showing.row,
        seq=seq,
        submission_key=submission_key,
        response=response,
        score=score,
        received_at=received_at,
    )
    session.execute(
        insert(ResponseRecord).values(
            showing_id=taken.showing,
            seq=taken.seq,
            submission_key=taken.submission_key,
            response=list(taken.response),
            fraction=taken.score.fraction,
            outcome=taken.score.outcome.value,
            received_at=taken.received_at,
            link=response_link(last_link(session, attempt), showing.public_id, taken),
        )
    )


def response_link(previous: str, showing_id: str, taken: StoredResponse) -> str:
    """Return the link of a response.

    Args:
        showing_id: the public id; the key inside the database is no part of what was stored.
    """
    return link(
        previous,
        {
            "showing": showing_id,
            "seq": taken.seq,
            "submission_key": taken.submission_key,
            "response": taken.response,
            "fraction": taken.score.fraction,
            "outcome": taken.score.outcome,
            "received_at": taken.received_at,
        },
    )


def last_link(session: Session, attempt: Attempt) -> str:
    """Return the link that the next one of the attempt's chain must hold."""
    query = (
        select(ResponseRecord.link)
        .join(ShowingRecord, ShowingRecord.id == ResponseRecord.showing_id)
        .where(ShowingRecord.attempt_id == attempt.row)
        .order_by(ResponseRecord.id.desc())
        .limit(1)
    )
    return session.scalar(query) or attempt.origin


def response_with(session: Session, submission_key: str) -> StoredResponse | None:
    """Return the response that came with the key, whoever sent it."""
    query = select(ResponseRecord).where(ResponseRecord.submission_key == submission_key)
    return _only(session, query)


def latest_response(session: Session, showing: int) -> StoredResponse | None:
    """Return the response to a showing that counts: the last one."""
    query = (
        select(ResponseRecord)
        .where(ResponseRecord.showing_id == showing)
        .order_by(ResponseRecord.seq.desc())
        .limit(1)
    )
    return _only(session, query)


def latest_responses(session: Session, attempt: int) -> dict[int, StoredResponse]:
    """Return the response that counts of every answered showing, by the showing's key."""
    query = (
        select(ResponseRecord)
        .join(ShowingRecord, ShowingRecord.id == ResponseRecord.showing_id)
        .where(ShowingRecord.attempt_id == attempt)
        .order_by(ResponseRecord.seq)
    )
    stored = (_stored(record) for record in session.scalars(query))
    return {response.showing: response for response in stored}


def log_of(session: Session, attempt: int) -> tuple[tuple[StoredResponse, str], ...]:
    """Return every response of an attempt with its link, in the order they came."""
    query = (
        select(ResponseRecord)
        .join(ShowingRecord, ShowingRecord.id == ResponseRecord.showing_id)
        .where(ShowingRecord.attempt_id == attempt)
        .order_by(ResponseRecord.id)
    )
    return tuple((_stored(record), record.link) for record in session.scalars(query))


def answered_by_position(session: Session, attempt: int) -> dict[int, bool]:
    """Return for each position, in order, whether there is a response."""
    answered = exists().where(ResponseRecord.showing_id == ShowingRecord.id)
    query = (
        select(ShowingRecord.position, answered)
        .where(ShowingRecord.attempt_id == attempt)
        .order_by(ShowingRecord.position)
    )
    return dict(session.execute(query).all())


def _only(session: Session, query: Select[ResponseRecord]) -> StoredResponse | None:
    record = session.scalar(query)
    return None if record is None else _stored(record)


def _stored(record: ResponseRecord) -> StoredResponse:
    return StoredResponse(
        showing=record.showing_id,
        seq=record.seq,
        submission_key=record.submission_key,
        response=tuple(record.response),
        score=Score(record.fraction, Outcome(record.outcome)),
        received_at=record.received_at,
    )
