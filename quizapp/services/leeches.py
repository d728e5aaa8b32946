"""Leeches of a set: what slips again and again, and what to do about each instead of asking."""

from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.memory.standing import standing
from quizapp.library.shelf import Shelf
from quizapp.services.known_answers import mixed_up, pairs_of
from quizapp.services.known_slots import fact_rows, layout_of
from quizapp.services.learners import LearnerId
from quizapp.services.practice import Stock
from quizapp.services.views import Leeches

#: A page names at most so many.
MOST: Final = 5


def leeches(
    session: Session, *, learner_id: LearnerId | None, shelf: Shelf, found: Stock
) -> Leeches:
    """Return what rests of a set, with what to read and what it is mixed up with.

    Args:
        found: what of the set the learner may be asked.
    """
    slots = layout_of(shelf).slots
    resting = [one for one in found.aside if one.slot in slots][:MOST]
    if learner_id is None or not resting:
        return Leeches()
    keys = {one.slot for one in resting}
    told = (
        standing(one.slot, one.memory, due=one.due, failed=True, day=found.day) for one in resting
    )
    pairs = pairs_of(session, learner_id, shelf)
    return Leeches(
        facts=fact_rows(shelf, told),
        pairs=tuple(mixed_up(shelf, pair) for pair in pairs if not keys.isdisjoint(pair.slots)),
    )
