"""Memory: what an answer leaves in the learner's memory of the slots that it tests."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Final

from fsrs import Rating
from sqlalchemy.orm import Session

from quizapp.core.items.codec import item_digest
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.memory.replay import after
from quizapp.core.memory.review import Review
from quizapp.core.responses import Response
from quizapp.services.learners import LearnerId
from quizapp.store.memories import KeptMemory, memory_of, save_memories
from quizapp.store.showings import Showing

_RATINGS: Final = {
    "again": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
    "easy": Rating.Easy,
}
