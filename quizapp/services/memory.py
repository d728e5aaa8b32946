"""Memory: what an answer leaves in the learner's memory of the slots that it tests.

The state kept for each slot follows from the responses alone. An answer updates it in the
transaction that stores the answer, or that of the finish where feedback comes at the end;
``rebuild`` makes it all again from the log, to the same values.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import Final, TypeVar

from fsrs import Rating
from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.memory.replay import after
from quizapp.core.memory.review import Review
from quizapp.core.memory.state import Memory
from quizapp.services.learners import LearnerId
from quizapp.store.attempts import Attempt
from quizapp.store.items import load_item
from quizapp.store.memories import (
    KeptMemory,
    all_memories_of,
    forget_memories,
    memory_of,
    save_memories,
)
from quizapp.store.responses import StoredResponse, log_of
from quizapp.store.reviews import learners_with_reviews, reviews_of
from quizapp.store.showings import Showing, showings_of

T = TypeVar("T")

_RATINGS: Final = {
    "again": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
    "easy": Rating.Easy,
}


#: Runs a job in a transaction and returns what it returns.
Run = Callable[[Callable[[Session], T]], T]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild came to.

    Attributes:
        reviews: that were replayed.
        memories: there are now.
        changed: of these and of those before, how many are not as they were.
    """

    reviews: int
    memories: int
    changed: int


def remember_answer(
    session: Session,
    attempt: Attempt,
    showing: Showing,
    response: StoredResponse,
    *,
    since: datetime,
    zone: tzinfo,
) -> None:
    """Update the memories of what an item tests, feedback being shown at once (a write).

    Args:
        since: when the response before this one was taken, or the attempt was started.
    """
    seconds = (response.received_at - since).total_seconds()
    review = _review(showing.item, response, feedback=response.received_at, seconds=seconds)
    _remember(session, attempt.learner_id, [(showing.item, review)], zone)


def remember_attempt(
    session: Session, attempt: Attempt, *, finished_at: datetime, zone: tzinfo
) -> None:
    """Update the memories of all that was answered, its feedback being shown now (a write)."""
    items = {showing.row: showing.item for showing in showings_of(session, attempt.row)}
    taken: dict[int, Review] = {}
    since = attempt.started_at
    for response, _ in log_of(session, attempt.row):
        seconds = (response.received_at - since).total_seconds()
        since = response.received_at
        # A later response to the same item takes the place of the earlier one.
        taken[response.showing] = _review(
            items[response.showing], response, feedback=finished_at, seconds=seconds
        )
    reviews = sorted(taken.items(), key=lambda one: (one[1].answered, one[1].id))
    told = [(items[showing], review) for showing, review in reviews]
    _remember(session, attempt.learner_id, told, zone)


def rebuild(session: Session, learner_id: LearnerId, *, zone: tzinfo) -> Rebuilt:
    """Make the memories of a learner anew from the responses (a write)."""
    memories: dict[str, Memory] = {}
    kept: dict[str, KeptMemory] = {}
    count = 0
    for one in reviews_of(session, learner_id):
        item = load_item(session, one.item)
        review = _review(item, one.response, feedback=one.feedback, seconds=one.seconds)
        changed = after(memories, review, zone)
        memories.update(changed)
        kept.update((slot, _kept(slot, memory, item)) for slot, memory in changed.items())
        count += 1
    before = {one.slot: one for one in all_memories_of(session, learner_id)}
    differing = {slot for slot in {*before, *kept} if before.get(slot) != kept.get(slot)}
    if differing:
        forget_memories(session, learner_id)
        save_memories(session, learner_id, kept.values(), known={})
    return Rebuilt(count, len(kept), len(differing))


def rebuild_all(
    read: Run[list[LearnerId]], write: Run[Rebuilt], *, zone: tzinfo = UTC
) -> Iterator[tuple[LearnerId, Rebuilt]]:
    """Rebuild the memories of everybody who answered anything, one transaction each.

    Args:
        read, write: run a job in a transaction, as a store does.
        zone: of all learners.
    """
    for learner_id in read(learners_with_reviews):
        yield learner_id, write(partial(rebuild, learner_id=learner_id, zone=zone))


def _remember(
    session: Session, learner_id: LearnerId, told: Iterable[tuple[Item, Review]], zone: tzinfo
) -> None:
    known: dict[str, KeptMemory | None] = {}
    memories: dict[str, Memory] = {}
    changed: dict[str, KeptMemory] = {}
    for item, review in told:
        for slot in item.tests:
            if slot not in known:
                known[slot] = found = memory_of(session, learner_id, slot)
                if found is not None:
                    memories[slot] = found.memory
        for slot, memory in after(memories, review, zone).items():
            memories[slot] = memory
            changed[slot] = _kept(slot, memory, item)
    there = {slot: one for slot, one in known.items() if one is not None}
    save_memories(session, learner_id, changed.values(), known=there)


def _review(item: Item, response: StoredResponse, *, feedback: datetime, seconds: float) -> Review:
    given = response.response
    return Review(
        id=response.submission_key,
        answered=response.received_at,
        format=item.format,
        parts=part_outcomes(item, given),
        feedback=feedback,
        seconds=seconds,
        rating=_RATINGS[given[0]] if item.format == "card" and given else None,
    )


def _kept(slot: str, memory: Memory, item: Item) -> KeptMemory:
    return KeptMemory(slot, memory, due_day(memory), item.id)
