"""No quiz holds two items of which one gives the other away (section 2, enemies)."""

import pytest

from tests.oracle.enemies import enemies
from tests.oracle.quizzes import published_quiz
from tests.oracle.random_sets import write_random_set
from tests.oracle.reader import read_set

SEEDS, MANY = range(400, 410), range(3_000_000, 3_000_400)
SIZE = 12


def found(seed: int, folder, *, feedback: bool) -> list[str]:
    path = write_random_set(seed, folder).path
    quiz = published_quiz(path, size=SIZE, feedback=feedback, seed=seed)
    assert len(quiz) > 3
    return list(enemies(quiz, read_set(path), feedback=feedback))


@pytest.mark.parametrize("feedback", [False, True], ids=["at the end", "after each"])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_quiz_contains_enemies(seed, feedback, tmp_path):
    assert found(seed, tmp_path, feedback=feedback) == []


@pytest.mark.long
def test_no_quiz_of_many_random_sets_contains_enemies(tmp_path):
    assert [e for seed in MANY for e in found(seed, tmp_path, feedback=seed % 2 == 0)] == []


def test_items_of_one_slot_are_enemies(tmp_path):
    path = write_random_set(400, tmp_path).path
    quiz = published_quiz(path, size=SIZE, feedback=False, seed=0)

    assert list(enemies([quiz[0], quiz[0]], read_set(path), feedback=False))
