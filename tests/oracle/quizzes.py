"""Quizzes of a set as the application puts them together, as a black box.

Nothing else of the assembling is used here; what it must keep is judged in ``enemies``.
"""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from quizapp.core.items.assemble import assemble
from quizapp.core.items.codec import to_json
from quizapp.core.items.item import Item
from quizapp.library.files import load_set
from quizapp.services.items import offers_of


def published_quiz(path: Path, *, size: int, feedback: bool, seed: int) -> list[Mapping[str, Any]]:
    """Return the items of one quiz of a set, in the order in which they are asked.

    Args:
        feedback: the answer is shown after each question.
    """
    pool = [offer for offer in offers_of(str(path), seed=seed) if isinstance(offer, Item)]
    bank = load_set(path)
    made = assemble(pool, bank, size=size, feedback_each=feedback, rng=Random(seed))
    return [to_json(item) for item in made]
