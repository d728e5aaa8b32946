"""Responses: the append-only log that every score derives from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Select,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, aliased, mapped_column

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.responses import Response
from quizapp.store.append_only import append_only
from quizapp.store.attempts import Attempt
from quizapp.store.base import Base
from quizapp.store.chain import link
from quizapp.store.showings import Showing, ShowingRecord
from quizapp.store.statements import Insertion, Query, columns


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


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an attempt has come.

    Attributes:
        answered: every position, ascending, with whether there is a response.
        latest: the ``seq`` of the response that counts, by the key of its showing.
        link: what the next link of the chain must hold.
        last_at: when the last response was taken; None where there is none.
        last: the position that it was for; None where there is none.
    """

    answered: Mapping[int, bool]
    latest: Mapping[int, int]
    link: str
    last_at: datetime | None
    last: int | None


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
    showing: Showing,
    *,
    after: Progress,
    submission_key: str,
    response: Response,
    score: Score,
    received_at: datetime,
) -> StoredResponse:
    """Add a response to the log of an attempt and to its chain; return it as it is stored.

    Args:
        after: of the attempt, read in the same transaction.
    """
    taken = StoredResponse(
        showing=showing.row,
        seq=after.latest.get(showing.row, 0) + 1,
        submission_key=submission_key,
        response=response,
        score=score,
        received_at=received_at,
    )
    _NEW.run(
        session,
        showing_id=taken.showing,
        seq=taken.seq,
        submission_key=taken.submission_key,
        response=list(taken.response),
        fraction=taken.score.fraction,
        outcome=taken.score.outcome.value,
        received_at=taken.received_at,
        link=response_link(after.link, showing.public_id, taken),
    )
    return taken


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


def progress_of(session: Session, attempt: Attempt) -> Progress:
    """Return how far an attempt has come, in one look."""
    rows = _PROGRESS.all(session, attempt=attempt.row)
    taken = {row[3]: (row[4], row[5], row[1]) for row in rows if row[3] is not None}
    link_, at, last = taken[max(taken)] if taken else (attempt.origin, None, None)
    return Progress(
        answered={position: seq is not None for _, position, seq, *_ in rows},
        latest={showing: seq for showing, _, seq, *_ in rows if seq is not None},
        link=link_,
        last_at=at,
        last=last,
    )


def response_with(session: Session, submission_key: str) -> StoredResponse | None:
    """Return the response that came with the key, whoever sent it."""
    return _WITH_KEY.first(session, key=submission_key)


def latest_response(session: Session, showing: int) -> StoredResponse | None:
    """Return the response to a showing that counts: the last one."""
    return _LATEST.first(session, showing=showing)


def latest_responses(session: Session, attempt: int) -> dict[int, StoredResponse]:
    """Return the response that counts of every answered showing, by the showing's key."""
    return {taken.showing: taken for taken in _OF_ATTEMPT.all(session, attempt=attempt)}


def log_of(session: Session, attempt: int) -> tuple[tuple[StoredResponse, str], ...]:
    """Return every response of an attempt with its link, in the order they came."""
    return tuple(_LOG.all(session, attempt=attempt))


def _stored(
    showing: int,
    seq: int,
    submission_key: str,
    response: list[str],
    fraction: Fraction,
    outcome: str,
    received_at: datetime,
) -> StoredResponse:
    score = Score(fraction, Outcome(outcome))
    return StoredResponse(showing, seq, submission_key, tuple(response), score, received_at)


def _with_link(*columns: Any) -> tuple[StoredResponse, str]:  # noqa: ANN401  # rows have no types
    *stored, link_ = columns
    return _stored(*stored), link_


#: The columns that ``_stored`` takes.
_STORED: Final = (
    ResponseRecord.showing_id,
    ResponseRecord.seq,
    ResponseRecord.submission_key,
    ResponseRecord.response,
    ResponseRecord.fraction,
    ResponseRecord.outcome,
    ResponseRecord.received_at,
)

_NEW: Final = Insertion(insert(ResponseRecord), *(one.key for one in _STORED), "link")
_WITH_KEY: Final = Query(
    select(*_STORED).where(ResponseRecord.submission_key == bindparam("key")), _stored
)
_LATEST: Final = Query(
    select(*_STORED)
    .where(ResponseRecord.showing_id == bindparam("showing"))
    .order_by(ResponseRecord.seq.desc())
    .limit(1),
    _stored,
)


def _in_attempt(
    *wanted: InstrumentedAttribute[Any],
) -> Select[*tuple[Any, ...]]:
    """Select of the responses of one attempt."""
    return (
        select(*wanted)
        .join(ShowingRecord, ShowingRecord.id == ResponseRecord.showing_id)
        .where(ShowingRecord.attempt_id == bindparam("attempt"))
    )


_OF_ATTEMPT: Final = Query(_in_attempt(*_STORED).order_by(ResponseRecord.seq), _stored)
_LOG: Final = Query(
    _in_attempt(*_STORED, ResponseRecord.link).order_by(ResponseRecord.id), _with_link
)

# By the index of showing and seq, however many responses came before.
_earlier = aliased(ResponseRecord)
_PROGRESS: Final = Query(
    select(
        ShowingRecord.id,
        ShowingRecord.position,
        ResponseRecord.seq,
        ResponseRecord.id,
        ResponseRecord.link,
        ResponseRecord.received_at,
    )
    .outerjoin(
        ResponseRecord,
        and_(
            ResponseRecord.showing_id == ShowingRecord.id,
            ResponseRecord.seq
            == select(func.max(_earlier.seq))
            .where(_earlier.showing_id == ShowingRecord.id)
            .scalar_subquery(),
        ),
    )
    .where(ShowingRecord.attempt_id == bindparam("attempt"))
    .order_by(ShowingRecord.position),
    columns,
)
