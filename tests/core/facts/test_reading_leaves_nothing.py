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
    bank = read('facts: {c: {event: summit, covered: {list: [roads]}, cite: {report: "The fair"}}}')

    assert bank.atoms
    assert not [one for one in gc.get_objects() if isinstance(one, Desk)]
