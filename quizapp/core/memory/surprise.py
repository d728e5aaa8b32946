"""Surprise: how far a forecast missed what came, in the form in which it was asked."""

from collections.abc import Mapping
from datetime import tzinfo
from math import log
from typing import Final

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.days import study_day
from quizapp.core.memory.evidence import expected_success
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.review import Review, guess_of, is_rapid_guess
from quizapp.core.memory.state import Memory, retrievability

#: No forecast counts as surer than this.
_SUREST: Final = 1 - 1e-6


def surprises(review: Review, memories: Mapping[str, Memory], zone: tzinfo) -> Mapping[str, float]:
    """Return the log loss of the forecast of each slot that a review scores, in nats.

    That is -ln of the chance of what came, ``q (1 - s) + (1 - q) g`` where it was right. A blank
    says that it was not retrieved: its chance is ``1 - q``. Scored is what tells of one slot alone,
    is the first review of that slot on its study day, and was reviewed on a day before. Of several
    parts that test a slot the first counts that is not right.

    Args:
        memories: as they were before, by slot key.
        zone: the learner's.
    """
    if review.feedback is None:
        return {}
    form, day = FORMS[review.format], study_day(review.answered, zone)
    found: dict[str, float] = {}
    missed: set[str] = set()
    for part in review.parts:
        slot = part.slots[0]
        memory = memories.get(slot)
        if memory is None or memory.last_day >= day or set(part.slots) != {slot}:
            continue
        if slot in missed or (slot in found and part.outcome is Outcome.RIGHT):
            continue
        if is_rapid_guess(review, form, part):
            continue
        forecast = retrievability(memory, day)
        if part.outcome is Outcome.BLANK:
            chance = 1 - expected_success(forecast, form, 0.0) / (1 - form.slip)
        else:
            right = expected_success(forecast, form, guess_of(review, form, part))
            chance = right if part.outcome is Outcome.RIGHT else 1 - right
        found[slot] = -log(min(max(chance, 1 - _SUREST), _SUREST))
        if part.outcome is not Outcome.RIGHT:
            missed.add(slot)
    return found
