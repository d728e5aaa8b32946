"""Where options are shuffled, the key stands in every position equally often: chi-square.

By kind and number of options. The bound is passed by chance once in a million times, and the seeds
are fixed: a test that passes passes always.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pytest

from quizapp import paths
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.values import ordered_values
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording
from tests.core.items import bundled

SHORT, LONG = 240, 10_000
#: A kind that yields less than the wanted number in so many draws is judged by what it yields.
_DRAWS = {SHORT: 24, LONG: 1_000}
#: Of one kind in one draw at most so many of a set: a large set is not drawn as a whole.
_OF_A_SET = 200
#: Whether a kind shuffles options at all is seen from so many.
_ENOUGH_TO_SEE = 20
#: The chi-square that is passed once in a million times, by degrees of freedom.
_CRITICAL = {1: 23.93, 2: 27.63, 3: 30.66, 4: 33.38}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def chi_square(counts: list[int]) -> float:
    """Return how far counts are from being equal."""
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 for count in counts) / expected


@pytest.fixture(scope="module")
def contexts() -> list[Context]:
    others = (path for path in sorted(paths.QUESTIONS.glob("*.yaml")) if path.stem != bundled.SET)
    wording = load_wording()
    return [bundled.context(), *(Context(load_set(path), wording) for path in others)]


def shuffled(kind: ItemKind, contexts: list[Context], wanted: int) -> Iterator[Item]:
    """Yield items of a kind whose options were shuffled, over as many draws as it takes."""
    for seed in range(_DRAWS[wanted]):
        yields = False
        for context in contexts:
            for item in islice(items(context, seed=seed, kinds=[kind]), _OF_A_SET):
                if _is_shuffled(item):
                    yields = True
                    yield item
        if not yields:
            return


def _yields(kind: ItemKind, context: Context) -> bool:
    return any(map(_is_shuffled, islice(items(context, kinds=[kind]), _ENOUGH_TO_SEE)))


def _is_shuffled(item: Item) -> bool:
    shuffles = item.format in ("choice", "choices") and not item.is_coded
    return shuffles and ordered_values(item) is None


def check(kind: ItemKind, contexts: list[Context], wanted: int) -> None:
    positions: dict[tuple[str, int], Counter[int]] = {}
    for item in islice(shuffled(kind, contexts, wanted), wanted):
        found = positions.setdefault((item.format, len(item.options)), Counter())
        found.update(item.chosen)
    for (_, options), found in positions.items():
        if found.total() >= 20 * options:
            counts = [found[place] for place in range(options)]
            assert chi_square(counts) < _CRITICAL[options - 1], counts


@every_kind
def test_keys_stand_in_every_position_equally_often(
    kind: ItemKind, contexts: list[Context]
) -> None:
    check(kind, contexts, SHORT)


@pytest.mark.long
@every_kind
def test_keys_of_ten_thousand_items_stand_in_every_position_equally_often(
    kind: ItemKind, contexts: list[Context]
) -> None:
    check(kind, contexts, LONG)


def test_most_kinds_shuffle_options(contexts: list[Context]) -> None:
    shuffling = [one.name for one in KINDS if any(_yields(one, context) for context in contexts)]

    assert len(shuffling) >= 8


def test_a_position_that_is_preferred_is_seen() -> None:
    assert chi_square([100, 100, 100, 100]) < _CRITICAL[3]
    assert chi_square([160, 80, 80, 80]) > _CRITICAL[3]
