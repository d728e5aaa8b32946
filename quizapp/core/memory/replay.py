"""Memories from the log: review by review, or all at once. Both give the same, to the last bit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from quizapp.core.memory.evidence import Evidence, updated
from quizapp.core.memory.review import Review, evidence
from quizapp.core.memory.state import Memory
from quizapp.core.memory.weights import USUAL, Weights


@dataclass(frozen=True, slots=True)
class Change:
    """What one review did to one memory.

    Attributes:
        before: None where there was no memory.
        evidence: what the review said of it.
    """

    before: Memory | None
    evidence: Evidence
    after: Memory


def changes(
    memories: Mapping[str, Memory], review: Review, zone: tzinfo, weights: Weights = USUAL
) -> dict[str, Change]:
    """Return what a review does to memories, by slot key.

    Given review by review in the order of ``counted``, this is what ``replay`` gives. A review
    that comes in late, from a device that was offline, calls for a replay.

    Args:
        memories: as they were before, by slot key; those of other slots may be missing.
        zone: the learner's; when it changes, study days change: replay.
        weights: the learner's, from when the review counts.
    """
    found = {}
    for slot, one in evidence(review, memories, zone).items():
        before = memories.get(slot)
        found[slot] = Change(before, one, updated(before, one, weights))
    return found


def after(memories: Mapping[str, Memory], review: Review, zone: tzinfo) -> dict[str, Memory]:
    """Return the memories that a review changes, as they are after it; see ``changes``."""
    return {slot: change.after for slot, change in changes(memories, review, zone).items()}


def replay(log: Iterable[Review], zone: tzinfo) -> dict[str, Memory]:
    """Return the memory of every slot that a log tells something about.

    The order of the log does not matter, nor how often a review is in it: logs of several devices
    are simply put together.

    Raises:
        ValueError: two different reviews have one id.
    """
    memories: dict[str, Memory] = {}
    for review in counted(log):
        memories.update(after(memories, review, zone))
    return memories


def counted(log: Iterable[Review]) -> list[Review]:
    """Return the reviews that count, each once, in the order in which they do.

    They count from when the learner saw what was right; what was answered first comes first where
    that is one moment, as at the end of an exam; the id decides the rest.

    Raises:
        ValueError: two different reviews have one id.
    """
    known: dict[str, Review] = {}
    for review in log:
        known[review.id] = _told_more(known.get(review.id, review), review)
    return sorted(
        (review for review in known.values() if review.feedback is not None), key=_counts_from
    )


def _told_more(one: Review, other: Review) -> Review:
    """Return what two devices know of one review: from when the learner saw what was right."""
    if replace(one, feedback=None) != replace(other, feedback=None):
        raise ValueError(f"two different reviews have the id {one.id}")
    if one.feedback is None or other.feedback is None:
        return other if one.feedback is None else one
    return one if one.feedback <= other.feedback else other


def _counts_from(review: Review) -> tuple[datetime, datetime, str]:
    return review.feedback or review.answered, review.answered, review.id
