"""The log of a learner replayed, in memory that grows with the slots and not with the log.

What a replay is for, and what is written then, stands in ``memory``.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import blake2b
from typing import Final

from fsrs import Rating
from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.memory.fitting import Counted
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.memory.replay import Change, changes
from quizapp.core.memory.review import Review
from quizapp.core.memory.state import Memory, retrievability
from quizapp.core.memory.weights import USUAL, Weights
from quizapp.services.learners import LearnerId
from quizapp.services.settings import Zones
from quizapp.store.items import load_item
from quizapp.store.memories import KeptMemory, all_memories_of
from quizapp.store.responses import StoredResponse
from quizapp.store.reviewed import Reviewed, all_reviews_of
from quizapp.store.reviews import StoredReview, reviews_of
from quizapp.store.settings import Settings, settings_of
from quizapp.store.weights import weights_of

_RATINGS: Final = {
    "again": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
    "easy": Rating.Easy,
}


#: Is told how many responses were replayed so far.
Told = Callable[[int], None]
#: It is told after so many more.
TOLD_EVERY: Final = 1_000


def untold(_count: int) -> None:
    """Let nobody know how far a replay has come."""


class Replay:
    """The log of a learner, replayed once.

    Attributes:
        count: how many responses were replayed.
    """

    def __init__(self, session: Session, learner_id: LearnerId) -> None:
        self.count = 0
        self._session = session
        self._learner_id = learner_id
        self._settings = settings_of(session, learner_id)
        self._memories: dict[str, Memory] = {}
        self._last_items: dict[str, str] = {}
        self._digests: dict[str, bytes] = {}

    def reviewed(self, told: Told) -> Iterator[Reviewed]:
        """Yield what each review did, in the order of the log."""
        for stored, item, one in counted_reviews(self._session, self._learner_id):
            found = changes(self._memories, one.review, one.zone, one.weights)
            for slot, change in found.items():
                self._memories[slot] = change.after
                self._last_items[slot] = item.id
                reviewed = reviewed_as(slot, stored.response.showing, one.review, change)
                self._digests[slot] = digest(self._digests.get(slot), reviewed)
                yield reviewed
            self.count += 1
            if self.count % TOLD_EVERY == 0:
                told(self.count)

    def kept(self) -> Iterator[KeptMemory]:
        """Yield the memories as they are now."""
        for slot, memory in self._memories.items():
            yield kept_as(slot, memory, self._last_items[slot], self._settings)

    def digests(self) -> dict[str, bytes]:
        """Return of each slot a digest of its history and its memory."""
        return {one.slot: digest(self._digests[one.slot], one) for one in self.kept()}


class HeldWeights:
    """All weights that ever held for a learner."""

    def __init__(self, session: Session, learner_id: LearnerId) -> None:
        held = weights_of(session, learner_id)
        self._since = [since for since, _ in held]
        self._weights = [USUAL, *(weights for _, weights in held)]

    def at(self, moment: datetime) -> Weights:
        """Return the weights for what counts at a moment."""
        return self._weights[bisect_right(self._since, moment)]


def counted_reviews(
    session: Session, learner_id: LearnerId
) -> Iterator[tuple[StoredReview, Item, Counted]]:
    """Yield the reviews of a learner as they are stored and as they count, in that order."""
    zones, weights = Zones(session, learner_id), HeldWeights(session, learner_id)
    for one in reviews_of(session, learner_id):
        item = load_item(session, one.item)
        review = review_of(item, one.response, feedback=one.feedback, seconds=one.seconds)
        yield one, item, Counted(review, zones.at(review.answered), weights.at(one.feedback))


def stored_digests(session: Session, learner_id: LearnerId) -> dict[str, bytes]:
    """Return of each slot a digest of its history and its memory, as they are stored."""
    found: dict[str, bytes] = {}
    for reviewed in all_reviews_of(session, learner_id):
        found[reviewed.slot] = digest(found.get(reviewed.slot), reviewed)
    for kept in all_memories_of(session, learner_id):
        found[kept.slot] = digest(found.get(kept.slot), kept)
    return found


def digest(before: bytes | None, added: Reviewed | KeptMemory) -> bytes:
    """Return a digest of what was there before and what is added to it."""
    # What a dataclass prints holds every field, and of a number every bit.
    return blake2b((before or b"") + repr(added).encode(), digest_size=16).digest()


def reviewed_as(slot: str, showing: int, review: Review, change: Change) -> Reviewed:
    """Return what is stored of a review of a slot."""
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


def review_of(
    item: Item, response: StoredResponse, *, feedback: datetime, seconds: float
) -> Review:
    """Return what memory is told of a response.

    Args:
        feedback: when the learner was shown what is right.
        seconds: how long it took.
    """
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


def kept_as(slot: str, memory: Memory, item_id: str, settings: Settings) -> KeptMemory:
    """Return a memory as it is stored.

    Args:
        item_id: of the item by which it was last reviewed.
    """
    return KeptMemory(slot, memory, due_day(memory, settings.retention), item_id)
