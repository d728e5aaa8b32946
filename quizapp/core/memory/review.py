"""Reviews: the log that memories are derived from, and what each entry says of its slots.

What was chosen or typed is not told again here: ``outcomes`` says what a response was right on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from fsrs import Rating

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.days import study_day
from quizapp.core.memory.evidence import (
    Evidence,
    recall,
    retrieved_if_right,
    retrieved_if_wrong,
)
from quizapp.core.memory.forms import FORMS, FormConstants
from quizapp.core.memory.state import Memory

#: The degrees of certainty, as in certainty-based marking (Gardner-Medwin, 1995).
UNSURE, FAIRLY_SURE, SURE = 1, 2, 3
#: Whoever is sure and right hardly guessed: to this share the chance of a guess shrinks.
_GUESS_IF_SURE: Final = 0.2


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """One part of a response, or the whole of it, that is right or wrong by itself.

    Attributes:
        slots: the slot keys that it takes; with several it is right only if all are remembered.
        outcome: right, wrong, or blank for what was left open or is not known.
        options: from how many things it was chosen; 0 where it was not chosen.
    """

    slots: tuple[str, ...]
    outcome: Outcome
    options: int = 0

    def __post_init__(self) -> None:
        """Refuse what is neither right nor wrong."""
        if self.outcome is Outcome.PARTLY:
            raise ValueError("a part is right or wrong: tell the parts of what is partly right")


@dataclass(frozen=True, slots=True)
class Review:
    """One response, as far as memory goes.

    Attributes:
        id: unique in the log; the same on every device.
        answered: when the response was given, aware.
        format: a name in the register of response formats.
        parts: what it is right and wrong on.
        feedback: when the learner was shown what is right, aware; None as long as he was not. Only
            from then on the review counts, as one of the day when it was answered.
        seconds: how long it took; None where nobody measured.
        hints: how many were used.
        tries: the how manieth try it is, from 1.
        certainty: 1 unsure, 2, 3 sure; None where nobody asked.
        rating: of a card, the button that the learner pressed.
    """

    id: str
    answered: datetime
    format: str
    parts: tuple[PartOutcome, ...]
    feedback: datetime | None = None
    seconds: float | None = None
    hints: int = 0
    tries: int = 1
    certainty: int | None = None
    rating: Rating | None = None


def evidence(
    review: Review, memories: Mapping[str, Memory], zone: tzinfo
) -> Mapping[str, Evidence]:
    """Return what a review says of the memory of each slot that it tells something about.

    Nothing where the learner has not seen what is right yet, and of what was right too fast to
    have been read.

    Args:
        memories: as they were before, by slot key; those of no concern may be missing or there.
        zone: the learner's.
    """
    if review.feedback is None:
        return {}
    form = FORMS[review.format]
    told: dict[str, Evidence] = {}
    for part in review.parts:
        if not is_rapid_guess(review, form, part):
            for slot, one in _of_part(review, part, form, memories, zone):
                told[slot] = _worse(told.get(slot), one)
    return told


def _of_part(
    review: Review,
    part: PartOutcome,
    form: FormConstants,
    memories: Mapping[str, Memory],
    zone: tzinfo,
) -> Iterator[tuple[str, Evidence]]:
    day = study_day(review.answered, zone)
    slots = dict.fromkeys(part.slots)
    chances = {slot: recall(memories.get(slot), day) for slot in slots}
    forgotten = sum(1 - chance for chance in chances.values())
    guess = guess_of(review, form, part)
    for slot, chance in chances.items():
        if part.outcome is Outcome.RIGHT:
            retrieved = retrieved_if_right(chance, form, guess)
        elif part.outcome is Outcome.BLANK:
            retrieved = 0.0
        elif len(chances) == 1:
            retrieved = retrieved_if_wrong(chance, form, guess)
        else:
            # One of them was not remembered, and nobody knows which: the blame is shared.
            retrieved = 1 - (1 - chance) / forgotten
        failed = part.outcome is not Outcome.RIGHT
        yield slot, Evidence(day, retrieved, _rating(review), form.gain, failed)


def is_rapid_guess(review: Review, form: FormConstants, part: PartOutcome) -> bool:
    """Return whether a part is right that nobody can have read: it tells nothing."""
    return (
        review.seconds is not None
        and review.seconds < form.rapid_seconds
        and part.outcome is Outcome.RIGHT
    )


def guess_of(review: Review, form: FormConstants, part: PartOutcome) -> float:
    """Return the chance that a part is right without being known; less for who was sure."""
    guess = form.guess(part.options)
    is_sure = review.certainty == SURE and part.outcome is Outcome.RIGHT
    return guess * _GUESS_IF_SURE if is_sure else guess


def _rating(review: Review) -> Rating:
    """Return how FSRS rates it if it was remembered; Easy only if the learner says so."""
    if review.rating is not None:
        # Of "again" nothing was remembered: the rating for the case that it was is of no account.
        return Rating.Good if review.rating is Rating.Again else review.rating
    helped = review.hints > 0 or review.tries > 1
    return Rating.Hard if helped or review.certainty == UNSURE else Rating.Good


def _worse(known: Evidence | None, new: Evidence) -> Evidence:
    """Return the evidence of a slot that several parts test: it is as good as its worst part."""
    return new if known is None or new.retrieved < known.retrieved else known
