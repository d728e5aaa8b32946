"""Memory: what an answer leaves in the learner's memory of the slots that it tests.

The state kept for each slot follows from the responses alone. An answer updates it in the
transaction that stores the answer, or that of the finish where feedback comes at the end;
``rebuild`` makes it all again from the log, to the same values.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Final, TypeVar

from fsrs import Rating
from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.memory.replay import Change, changes
from quizapp.core.memory.review import Review
from quizapp.core.memory.state import Memory, retrievability
from quizapp.errors import InvalidResponse
from quizapp.services.learners import LearnerId
from quizapp.services.settings import Zones, zone_at
from quizapp.store.attempts import Attempt
from quizapp.store.items import load_item
from quizapp.store.memories import (
    KeptMemory,
    all_memories_of,
    forget_memories,
    forget_memory,
    memory_of,
    save_memories,
)
from quizapp.store.responses import StoredResponse, log_of
from quizapp.store.reviewed import (
    Reviewed,
    add_reviews,
    all_reviews_of,
    forget_reviews,
    reviews_of_slot,
    take_back,
)
from quizapp.store.reviews import learners_with_reviews, reviews_of
from quizapp.store.settings import Settings, settings_of
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
        changed: of these and of those before, how many are not as they were, or have a history
            that is not.
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
) -> None:
    """Update the memories of what an item tests, feedback being shown at once (a write).

    Args:
        since: when the response before this one was taken, or the attempt was started.
    """
    seconds = (response.received_at - since).total_seconds()
    review = _review(showing.item, response, feedback=response.received_at, seconds=seconds)
    _remember(session, attempt.learner_id, [_Told(showing.row, showing.item, review)])


def forget_answer(session: Session, attempt: Attempt, showing: Showing) -> None:
    """Take back what the last answer did to the memories of what an item tests (a write).

    Raises:
        InvalidResponse: one of them has been reviewed since.
    """
    learner_id = attempt.learner_id
    for slot in showing.item.tests:
        reviews = reviews_of_slot(session, learner_id, slot)
        if any(one.showing == showing.row for one in reviews[:-1]):
            raise InvalidResponse("This fact was asked again since: that answer stays.")
        if not reviews or reviews[-1].showing != showing.row:
            continue  # it changed nothing, as a guess does
        take_back(session, learner_id, slot, reviews[-1].after.reps)
        if len(reviews) == 1:
            forget_memory(session, learner_id, slot)
        else:
            before = reviews[-2].after
            settings = settings_of(session, learner_id)
            kept = _kept(slot, before, showing.item, settings)
            save_memories(session, learner_id, [kept], known={slot: kept})


def remember_attempt(session: Session, attempt: Attempt, *, finished_at: datetime) -> None:
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
    told = [_Told(showing, items[showing], review) for showing, review in reviews]
    _remember(session, attempt.learner_id, told)


def rebuild(session: Session, learner_id: LearnerId) -> Rebuilt:
    """Make the memories of a learner anew from the responses (a write)."""
    settings, zones = settings_of(session, learner_id), Zones(session, learner_id)
    memories: dict[str, Memory] = {}
    kept: dict[str, KeptMemory] = {}
    history: dict[str, list[Reviewed]] = {}
    count = 0
    for one in reviews_of(session, learner_id):
        item = load_item(session, one.item)
        review = _review(item, one.response, feedback=one.feedback, seconds=one.seconds)
        zone = zones.at(review.answered)
        for slot, change in changes(memories, review, zone).items():
            memories[slot] = change.after
            kept[slot] = _kept(slot, change.after, item, settings)
            reviewed = _reviewed(slot, one.response.showing, review, change)
            history.setdefault(slot, []).append(reviewed)
        count += 1
    before = _by_slot(session, learner_id)
    now = {slot: (kept[slot], history[slot]) for slot in kept}
    differing = {slot for slot in {*before, *now} if before.get(slot) != now.get(slot)}
    if differing:
        forget_memories(session, learner_id)
        forget_reviews(session, learner_id)
        save_memories(session, learner_id, kept.values(), known={})
        add_reviews(session, learner_id, chain.from_iterable(history.values()))
    return Rebuilt(count, len(kept), len(differing))


def rebuild_all(
    read: Run[list[LearnerId]], write: Run[Rebuilt]
) -> Iterator[tuple[LearnerId, Rebuilt]]:
    """Rebuild the memories of everybody who answered anything, one transaction each.

    Args:
        read, write: run a job in a transaction, as a store does.
    """
    for learner_id in read(learners_with_reviews):
        yield learner_id, write(partial(rebuild, learner_id=learner_id))


def _by_slot(
    session: Session, learner_id: LearnerId
) -> dict[str, tuple[KeptMemory | None, list[Reviewed]]]:
    """Return the stored memories of a learner with their histories."""
    memories = {one.slot: one for one in all_memories_of(session, learner_id)}
    history: dict[str, list[Reviewed]] = {}
    for one in all_reviews_of(session, learner_id):
        history.setdefault(one.slot, []).append(one)
    slots = {*memories, *history}
    return {slot: (memories.get(slot), history.get(slot, [])) for slot in slots}


@dataclass(frozen=True, slots=True)
class _Told:
    """One review, with what was shown."""

    showing: int
    item: Item
    review: Review


def _remember(session: Session, learner_id: LearnerId, told: Iterable[_Told]) -> None:
    settings = settings_of(session, learner_id)
    known: dict[str, KeptMemory | None] = {}
    memories: dict[str, Memory] = {}
    changed: dict[str, KeptMemory] = {}
    history: list[Reviewed] = []
    for one in told:
        for slot in one.item.tests:
            if slot not in known:
                known[slot] = found = memory_of(session, learner_id, slot)
                if found is not None:
                    memories[slot] = found.memory
        zone = zone_at(session, learner_id, one.review.answered)
        for slot, change in changes(memories, one.review, zone).items():
            memories[slot] = change.after
            changed[slot] = _kept(slot, change.after, one.item, settings)
            history.append(_reviewed(slot, one.showing, one.review, change))
    there = {slot: one for slot, one in known.items() if one is not None}
    save_memories(session, learner_id, changed.values(), known=there)
    add_reviews(session, learner_id, history)


def _reviewed(slot: str, showing: int, review: Review, change: Change) -> Reviewed:
    day, before = change.evidence.day, change.before
    return Reviewed(
        slot=slot,
        showing=showing,
        day=day,
        format=review.format,
        recall=None if before is None else retrievability(before, day),
        failed=change.evidence.failed,
        after=change.after,
    )


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


def _kept(slot: str, memory: Memory, item: Item, settings: Settings) -> KeptMemory:
    return KeptMemory(slot, memory, due_day(memory, settings.retention), item.id)
