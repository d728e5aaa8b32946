"""The newest answers of a learner to a set: so many at most, however many there are.

Only answers that count, to what the learner has seen the key of: the others are still open.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, bindparam, or_, select
from sqlalchemy.orm import Session

from quizapp.core.grading.score import Outcome
from quizapp.core.items.codec import from_json
from quizapp.core.items.item import Item
from quizapp.core.responses import Response
from quizapp.store.attempts import AttemptRecord
from quizapp.store.bundles import BundleRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerId
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord
from quizapp.store.statements import Query

#: So many answers are looked at.
NEWEST: Final = 2_000
#: They are looked for in so many of the learner's latest quizzes of the set.
_ATTEMPTS: Final = 400
#: So many items are asked for at a time.
_AT_A_TIME: Final = 500


@dataclass(frozen=True, slots=True)
class Recent:
    """One answer.

    Attributes:
        attempt, showing: keys inside the database.
        started_at: when the attempt was started.
        item: digest of the item.
    """

    attempt: int
    showing: int
    started_at: datetime
    item: str
    response: Response
    outcome: Outcome
    received_at: datetime


def newest_of(
    session: Session, learner_id: LearnerId, set_id: str, *, most: int = NEWEST
) -> list[Recent]:
    """Return the newest answers to a set, the newest first; one showing may have several."""
    return _NEWEST.all(session, learner=learner_id, set_id=set_id, attempts=_ATTEMPTS, most=most)


def items_of(session: Session, digests: Collection[str]) -> dict[str, Item]:
    """Return stored items by their digests."""
    return dict(_items(session, sorted(set(digests))))


def _items(session: Session, digests: list[str]) -> Iterator[tuple[str, Item]]:
    for at in range(0, len(digests), _AT_A_TIME):
        query = select(ItemRecord.digest, ItemRecord.body).where(
            ItemRecord.digest.in_(digests[at : at + _AT_A_TIME])
        )
        for digest, body in session.execute(query):
            yield digest, from_json(body)


def _recent(*columns: Any) -> Recent:  # noqa: ANN401  # rows have no types
    attempt, showing, started_at, item, response, outcome, received_at = columns
    return Recent(
        attempt, showing, started_at, item, tuple(response), Outcome(outcome), received_at
    )


_LATEST: Final = (
    select(AttemptRecord.id)
    .join(BundleRecord, BundleRecord.digest == AttemptRecord.bundle)
    .where(
        AttemptRecord.learner_id == bindparam("learner"),
        BundleRecord.set_id == bindparam("set_id"),
        or_(AttemptRecord.feedback_each.is_(True), AttemptRecord.finished_at.is_not(None)),
    )
    .order_by(AttemptRecord.started_at.desc(), AttemptRecord.id.desc())
    .limit(bindparam("attempts", type_=Integer))
    .subquery()
)
_NEWEST: Final = Query(
    select(
        AttemptRecord.id,
        ShowingRecord.id,
        AttemptRecord.started_at,
        ShowingRecord.item_digest,
        ResponseRecord.response,
        ResponseRecord.outcome,
        ResponseRecord.received_at,
    )
    .select_from(_LATEST)
    .join(AttemptRecord, AttemptRecord.id == _LATEST.c.id)
    .join(ShowingRecord, ShowingRecord.attempt_id == AttemptRecord.id)
    .join(ResponseRecord, ResponseRecord.showing_id == ShowingRecord.id)
    .order_by(ResponseRecord.id.desc())
    .limit(bindparam("most", type_=Integer)),
    _recent,
)
