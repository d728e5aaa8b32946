"""How long answers take: the median of those that there are enough of."""

from datetime import timedelta

from quizapp.core.memory.answer_times import ENOUGH, pace
from tests.core.memory.reviews import NOON


def took(*seconds: float):
    return [(NOON, NOON + timedelta(seconds=one)) for one in seconds]


def test_the_pace_is_the_median_so_that_a_pause_does_not_count() -> None:
    assert pace(took(5, 6, 7, 8, 9, 9, 9, 10, 11, 12, 86_400)) == 9
    assert pace(took(4, 4, 4, 4, 8, 10, 20, 20, 20, 20)) == 9


def test_few_answers_tell_no_pace() -> None:
    assert pace(took(*[5] * (ENOUGH - 1))) is None
    assert pace([]) is None


def test_a_clock_that_was_set_back_took_no_time() -> None:
    assert pace(took(*[-100] * ENOUGH)) == 0
