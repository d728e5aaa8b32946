"""Random sets: what the generator publishes and what the kernel decides, against the oracle.

Each seed is one set; a failing one is printed whole, so that it can be replayed from its file.
More of them, in parts: ``python -m tests.oracle.fuzzing --help``.
"""

import pytest

from tests.oracle.fuzzing import Tally, compare_claims, judge_items, run

#: Sets in one shard; each yields some 400 items.
SETS = 14
#: Sets of which only claims are compared.
COMPARED = 45


def judged(first: int, sets: int, folder) -> Tally:
    return run(judge_items, first, sets, folder)


def compared(first: int, sets: int, folder) -> Tally:
    return run(compare_claims, first, sets, folder)


@pytest.mark.parametrize("shard", range(4))
def test_every_item_of_a_random_set_is_right(shard, tmp_path):
    tally = judged(shard * SETS, SETS, tmp_path)

    assert not tally.faults, tally.report()
    assert tally.items > 200 * SETS


@pytest.mark.parametrize("shard", range(2))
def test_the_kernel_decides_nothing_that_the_worlds_leave_open(shard, tmp_path):
    tally = compared(shard * COMPARED, COMPARED, tmp_path)

    assert not tally.faults, tally.report()
    assert tally.undecided.total() < 0.01 * tally.decided


@pytest.mark.long
@pytest.mark.parametrize("shard", range(100))
def test_every_item_of_ten_thousand_random_sets_is_right(shard, tmp_path):
    tally = judged(1_000_000 + shard * 100, 100, tmp_path)

    assert not tally.faults, tally.report()


@pytest.mark.long
@pytest.mark.parametrize("shard", range(20))
def test_the_kernel_decides_nothing_more_in_two_thousand_random_sets(shard, tmp_path):
    tally = compared(2_000_000 + shard * 100, 100, tmp_path)

    assert not tally.faults, tally.report()
