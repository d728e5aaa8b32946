"""On a real log of reviews the predictions are as good as FSRS-6 is known to be."""

import csv
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from math import log
from pathlib import Path

import pytest
from fsrs import Rating

from quizapp.core.memory.days import study_day
from quizapp.core.memory.replay import after
from quizapp.core.memory.state import Memory, retrievability
from tests.core.memory.reviews import button
from tests.shared_fixtures import shared_fixture

#: The learner's days were cut at 08:00 UTC: at 04:00 here.
ZONE = timezone(timedelta(hours=-4))


def predictions(path: Path) -> list[tuple[float, bool]]:
    """Return predicted chance and success of each review on a later day than the one before."""
    with path.open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["review_time"])
    memories: dict[str, Memory] = {}
    found = []
    for number, row in enumerate(rows):
        slot, rating = row["card_id"], Rating(int(row["review_rating"]))
        answered = datetime.fromisoformat(row["review_time"])
        day = study_day(answered, ZONE)
        if slot in memories and memories[slot].last_day < day:
            found.append((retrievability(memories[slot], day), rating is not Rating.Again))
        one = button(rating, id=f"{number}", answered=answered, feedback=answered, slots=(slot,))
        memories |= after(memories, one, ZONE)
    return found[len(found) // 5 :]


def area_under_the_curve(found: list[tuple[float, bool]]) -> float:
    """Return the chance that a success was predicted higher than a failure; ties count half."""
    ranks: dict[float, float] = {}
    ordered = sorted(chance for chance, _success in found)
    starts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(ordered)) if a != b), len(ordered)]
    for start, end in pairwise(starts):
        ranks[ordered[start]] = (start + 1 + end) / 2
    right = [ranks[chance] for chance, success in found if success]
    wrong = len(found) - len(right)
    return (sum(right) - len(right) * (len(right) + 1) / 2) / (len(right) * wrong)


def test_one_learners_reviews_are_predicted_as_published() -> None:
    found = predictions(shared_fixture("memory/review-log.csv"))

    loss = -sum(log(chance if success else 1 - chance) for chance, success in found) / len(found)

    assert len(found) == 5_098
    assert loss == pytest.approx(0.437, abs=0.001)
    assert area_under_the_curve(found) == pytest.approx(0.671, abs=0.001)
