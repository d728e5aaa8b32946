"""What a learner's latest answers to a set tell: the pace, and what is taken for what."""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.answer_times import USUAL, pace
from quizapp.core.memory.confusions import End, confused, pairs
from quizapp.library.shelf import Shelf
from quizapp.services.learners import LearnerId
from quizapp.services.views.known import Answers
from quizapp.store.recent import NEWEST, Recent, items_of, newest_of

#: A page names at most so many pairs.
_PAIRS: Final = 20

#: Of a stranger.
NONE: Final = Answers(USUAL, own=False, count=0, confusions=())


def answers_of(
    session: Session, learner_id: LearnerId, shelf: Shelf, *, most: int = NEWEST
) -> Answers:
    """Return what the newest answers tell.

    Args:
        most: so many are looked at.
    """
    newest = newest_of(session, learner_id, shelf.bank.set_id, most=most)
    # Of an item that was answered again the last answer counts.
    latest = {one.showing: one for one in reversed(newest)}
    wrong = [one for one in latest.values() if one.outcome is Outcome.WRONG]
    items = items_of(session, [one.item for one in wrong])
    found = (confused(items[one.item], one.response) for one in wrong)
    entities = shelf.bank.entities

    def name(end: End) -> str | None:
        return entities[end].name if isinstance(end, str) and end in entities else None

    own = pace(_times(newest, whole=len(newest) < most))
    return Answers(
        seconds=USUAL if own is None else own,
        own=own is not None,
        count=len(latest),
        confusions=pairs((one for one in found if one is not None), name)[:_PAIRS],
    )


def _times(newest: list[Recent], *, whole: bool) -> list[tuple[datetime, datetime]]:
    """Return from when to when each answer took, since the one before it or the start.

    Args:
        whole: whether no answer is left out; else nobody knows what came before the oldest one.
    """
    ended: dict[int, datetime] = {}
    found = []
    for one in reversed(newest):
        found.append((ended.get(one.attempt, one.started_at), one.received_at))
        ended[one.attempt] = one.received_at
    return found if whole else found[1:]
