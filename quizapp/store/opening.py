"""Opening an attempt: it and all it shows are stored together, and its chain begins."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import insert
from sqlalchemy.orm import Session

from quizapp.store.attempts import AttemptRecord
from quizapp.store.chain import link
from quizapp.store.learners import LearnerId
from quizapp.store.showings import ShowingRecord, ShownOption

#: What the first link of every chain has before it.
_NOTHING: Final = ""


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """An attempt that is about to be stored.

    Attributes:
        public_id: its name outside, which cannot be guessed.
        bundle: digest of the set's revision.
        size: how many items were asked for; None for as many as can stand together.
        seed: what the items were drawn with, under 2**63.
        settings: the exam profile with its marks, and what was wanted, as JSON has it; None only in
            attempts from before profiles.
        start_key: of the form that starts it.
    """

    public_id: str
    learner_id: LearnerId
    bundle: str
    size: int | None
    feedback_each: bool
    seed: int
    settings: Mapping[str, object] | None
    start_key: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class NewShowing:
    """An item that is about to be shown; the fields are those of ``showings.Showing``.

    Attributes:
        item_digest: of the stored item.
    """

    public_id: str
    position: int
    item_digest: str
    options: tuple[ShownOption, ...]
    themes: tuple[str, ...]
    kind_label: str
    how: str


def open_attempt(session: Session, attempt: NewAttempt, showings: Sequence[NewShowing]) -> None:
    """Store an attempt and what it shows."""
    query = (
        insert(AttemptRecord)
        .values(origin=origin(attempt, showings), **asdict(attempt))
        .returning(AttemptRecord.id)
    )
    attempt_id = session.scalars(query).one()
    rows = [{"attempt_id": attempt_id, **asdict(showing)} for showing in showings]
    session.execute(insert(ShowingRecord), rows)


def origin(attempt: NewAttempt, showings: Sequence[NewShowing]) -> str:
    """Return the first link of an attempt's chain."""
    stored = asdict(attempt)
    if attempt.settings is None:
        del stored["settings"]  # the chain began before there were any
    shown = [asdict(showing) for showing in showings]
    return link(_NOTHING, {"attempt": stored, "showings": shown})
