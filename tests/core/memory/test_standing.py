"""How a slot stands: never asked, failing, due or known."""

from datetime import timedelta

import pytest

from quizapp.core.memory.standing import State, standing
from quizapp.core.memory.state import Memory
from tests.core.memory.reviews import DAY


def stands(stability: float, days_ago: int, *, due_in: int = 5, failed: bool = False):
    memory = Memory(stability, 5, DAY - timedelta(days_ago))
    return standing("s", memory, due=DAY + timedelta(due_in), failed=failed, day=DAY)


def test_what_is_remembered_and_not_yet_due_is_known() -> None:
    one = stands(10, 10)

    assert (one.state, one.is_weak) == (State.KNOWN, False)
    assert one.recall == pytest.approx(0.9)


def test_what_is_due_is_due_from_its_day_on() -> None:
    assert stands(10, 3, due_in=1).state is State.KNOWN
    assert stands(10, 3, due_in=0).state is State.DUE
    assert stands(10, 3, due_in=-9).state is State.DUE


def test_what_failed_last_is_failing_and_weak_however_sure_it_is_today() -> None:
    one = stands(10, 0, failed=True)

    assert (one.recall, one.state, one.is_weak) == (1, State.FAILING, True)


# R(t) = (1 + F t / S) ^ -0.1542 with F = 0.9 ^ (-1 / 0.1542) - 1 = 0.98040: it is 0.7 at
# t = 9.288 S and 0.5 at t = 90.3 S.
@pytest.mark.parametrize(
    ("days_ago", "state", "weak"),
    [
        (9, State.DUE, False),
        (10, State.DUE, True),
        (90, State.DUE, True),
        (91, State.FAILING, True),
    ],
)
def test_what_is_rather_forgotten_than_known_is_failing(days_ago, state, weak) -> None:
    one = stands(1, days_ago, due_in=-1)

    assert (one.state, one.is_weak) == (state, weak)
