"""What a learner's latest answers to a set tell: the pace, and what is taken for what."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.answer_times import USUAL, pace
from quizapp.core.memory.confusions import End, Pair, Things, confused, pairs
from quizapp.core.memory.drill import slots_by_thing
from quizapp.library.shelf import Shelf
from quizapp.services.learners import LearnerId
from quizapp.services.views.known import Answers, MixedUp
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
    own = pace(_times(newest, whole=len(newest) < most))
    return Answers(
        seconds=USUAL if own is None else own,
        own=own is not None,
        count=len(latest),
        confusions=tuple(mixed_up(shelf, pair) for pair in _pairs(session, shelf, latest.values())),
    )


def pairs_of(session: Session, learner_id: LearnerId, shelf: Shelf) -> tuple[Pair, ...]:
    """Return what a learner takes for each other, the most often mixed ones first."""
    newest = newest_of(session, learner_id, shelf.bank.set_id)
    return _pairs(session, shelf, {one.showing: one for one in reversed(newest)}.values())


def mixed_up(shelf: Shelf, pair: Pair) -> MixedUp:
    """Return a pair as pages show it."""
    told = slots_by_thing(shelf.bank)
    slots = shelf.asks.slots
    return MixedUp(
        one=pair.one,
        other=pair.other,
        times=pair.times,
        # Where the set tells nothing of one of the two, only the other is ever right.
        has_drill=pair.things is not None and all(thing in told for thing in pair.things),
        slot=next((slots[key] for key in sorted(pair.slots) if key in slots), None),
    )


def _pairs(session: Session, shelf: Shelf, answers: Iterable[Recent]) -> tuple[Pair, ...]:
    wrong = [one for one in answers if one.outcome is Outcome.WRONG]
    items = items_of(session, [one.item for one in wrong])
    found = (confused(items[one.item], one.response) for one in wrong)
    things, entities = Things(shelf.context), shelf.bank.entities

    def called(end: End) -> tuple[str, str] | None:
        thing = things.of(end)
        return None if thing is None else (thing, entities[thing].name)

    return pairs((one for one in found if one is not None), called)[:_PAIRS]


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
