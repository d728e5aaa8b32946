"""Memory: what an answer leaves in the learner's memory of the slots that it tests.

The state kept for each slot follows from the responses alone. An answer updates it in the
transaction that stores the answer, or that of the finish where feedback comes at the end;
``rebuild`` makes it all again from the log, to the same values.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.memory.replay import changes
from quizapp.core.memory.review import Review
from quizapp.core.memory.state import Memory
from quizapp.errors import InvalidResponse
from quizapp.services.learners import LearnerId
from quizapp.services.replaying import (
    Replay,
    Told,
    kept_as,
    review_of,
    reviewed_as,
    stored_digests,
    untold,
)
from quizapp.services.settings import zone_at
from quizapp.store.attempts import Attempt
from quizapp.store.memories import (
    KeptMemory,
    forget_memories,
    forget_memory,
    memory_of,
    save_memories,
)
from quizapp.store.responses import StoredResponse, log_of
from quizapp.store.reviewed import (
    Reviewed,
    add_reviews,
    forget_reviews,
    reviews_of_slot,
    take_back,
)
from quizapp.store.reviews import learners_with_reviews
from quizapp.store.settings import settings_of
from quizapp.store.showings import Showing, showings_of
from quizapp.store.weights import weights_at

T = TypeVar("T")

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
    review = review_of(showing.item, response, feedback=response.received_at, seconds=seconds)
    told = [_Shown(showing.row, showing.item, review)]
    _remember(session, attempt.learner_id, told, shown_at=response.received_at)


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
            kept = kept_as(slot, before, showing.item.id, settings)
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
        taken[response.showing] = review_of(
            items[response.showing], response, feedback=finished_at, seconds=seconds
        )
    reviews = sorted(taken.items(), key=lambda one: (one[1].answered, one[1].id))
    told = [_Shown(showing, items[showing], review) for showing, review in reviews]
    _remember(session, attempt.learner_id, told, shown_at=finished_at)


def rebuild(session: Session, learner_id: LearnerId, *, told: Told = untold) -> Rebuilt:
    """Make the memories of a learner anew from the responses (a write).

    What it holds grows with the slots, not with the responses. Of the history of each slot it
    keeps a digest; only where that is not the stored one the log is replayed again and written.

    Args:
        told: how many responses were replayed so far, every now and then.
    """
    before = stored_digests(session, learner_id)
    replay = Replay(session, learner_id)
    if before:
        for _ in replay.reviewed(told):
            pass
    else:  # nothing to compare it with
        add_reviews(session, learner_id, replay.reviewed(told))
    now = replay.digests()
    differing = sum(before.get(slot) != now.get(slot) for slot in before.keys() | now.keys())
    if differing:
        if before:
            forget_memories(session, learner_id)
            forget_reviews(session, learner_id)
            replay = Replay(session, learner_id)
            add_reviews(session, learner_id, replay.reviewed(told))
        save_memories(session, learner_id, replay.kept(), known={})
    return Rebuilt(replay.count, len(now), differing)


def rebuild_all(
    read: Run[list[LearnerId]],
    write: Run[Rebuilt],
    told: Callable[[LearnerId, int], None] | None = None,
) -> Iterator[tuple[LearnerId, Rebuilt]]:
    """Rebuild the memories of everybody who answered anything, one transaction each.

    Args:
        read, write: run a job in a transaction, as a store does.
        told: how many responses of a learner were replayed so far, every now and then.
    """
    for learner_id in read(learners_with_reviews):
        mine = untold if told is None else partial(told, learner_id)
        yield learner_id, write(partial(rebuild, learner_id=learner_id, told=mine))


@dataclass(frozen=True, slots=True)
class _Shown:
    """One review, with what was shown."""

    showing: int
    item: Item
    review: Review


def _remember(
    session: Session, learner_id: LearnerId, told: Iterable[_Shown], *, shown_at: datetime
) -> None:
    settings = settings_of(session, learner_id)
    weights = weights_at(session, learner_id, shown_at)
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
        for slot, change in changes(memories, one.review, zone, weights).items():
            memories[slot] = change.after
            changed[slot] = kept_as(slot, change.after, one.item.id, settings)
            history.append(reviewed_as(slot, one.showing, one.review, change))
    there = {slot: one for slot, one in known.items() if one is not None}
    save_memories(session, learner_id, changed.values(), known=there)
    add_reviews(session, learner_id, history)
