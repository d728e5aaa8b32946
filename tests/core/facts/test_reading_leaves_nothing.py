"""What a reading leaves behind: the bank, and nothing for Python's sweep to find."""

import gc
from collections.abc import Iterator

import pytest

from quizapp.core.facts.desk import Desk
from tests.sets import read


@pytest.fixture
def unswept() -> Iterator[None]:
    """Sweep now and not again until the test is over."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("unswept")
def test_a_reading_lets_go_of_its_desk_by_itself():
    # A sweep over half a million objects took a quarter of the time of a large set.
    # What a statement echoes is checked at the end, when all facts are read.
    bank = read(
        'facts: {d: {says: ben, gist: that water was short, cite: {report: "water was short"}}}'
    )

    assert bank.atoms
    assert not [one for one in gc.get_objects() if isinstance(one, Desk)]
