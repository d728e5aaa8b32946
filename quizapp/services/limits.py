"""Limits on how often somebody may do something: token buckets, shared by all workers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Limit:
    """A bucket that holds ``burst`` and gets ``per_hour`` back, evenly.

    Attributes:
        name: what is limited, as stored.
    """

    name: str
    burst: int
    per_hour: int


#: Starting quizzes, by address: a class behind one address may all begin at once.
START = Limit("start", burst=120, per_hour=600)


def spend(session: Session, *, limit: Limit, who: str, now: datetime) -> None:
    """Take one from somebody's bucket (a write).

    Args:
        who: an address or an id; only its hash is stored, until the bucket is full again.

    Raises:
        TooMany: the bucket is empty; says when to come again.
    """
    raise NotImplementedError
