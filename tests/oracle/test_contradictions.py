"""A set with no world is refused when it is read, and a set with one is not (section 1.4)."""

from collections import Counter
from random import Random

import pytest

from quizapp.errors import FormatError
from quizapp.library.files import load_set
from tests.oracle.contradicting import ADDITIONS, NEEDED
from tests.oracle.oracle import has_world
from tests.oracle.random_sets import dumped, write_random_set
from tests.oracle.reader import read_set
from tests.oracle.tree import read_tree

#: Sets for each addition.
SETS = 15


def _verdict(seed: int, addition: str, folder) -> tuple[bool, bool]:
    """Return whether a set with one more fact has a world, and whether it is accepted."""
    rng = Random(seed)
    path = write_random_set(seed, folder, **NEEDED.get(addition, {})).path
    tree = read_tree(path)
    ADDITIONS[addition](rng, tree)
    path.write_text(dumped(tree), encoding="utf-8")
    sound = has_world(read_set(path))
    try:
        load_set(path)
    except FormatError:
        return sound, False
    return sound, True


@pytest.mark.parametrize("addition", ADDITIONS)
def test_a_set_is_accepted_exactly_if_it_has_a_world(addition, tmp_path):
    found = Counter(_verdict(seed, addition, tmp_path) for seed in range(SETS))

    assert found[True, False] == 0, found
    assert found[False, True] == 0, found
