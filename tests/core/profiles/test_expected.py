"""Expected marks, by hand, for the rules of the exams that ship."""

from fractions import Fraction

import pytest

from quizapp.core.profiles.expected import Unknown, best_of_unknown, expected_mark
from quizapp.core.profiles.marks import Marks
from quizapp.library.profiles import load_profiles


def rule(right: str, wrong: str, blank: str = "0") -> Marks:
    return Marks(Fraction(right), Fraction(wrong), Fraction(blank))


@pytest.mark.parametrize(
    ("marks", "options", "unknown", "earned"),
    [
        (rule("1", "0"), 4, Unknown.GUESS, "1/4"),
        (rule("2", "-1/2"), 4, Unknown.GUESS, "1/8"),  # 2/4 - 3/8
        (rule("2", "-2/3"), 4, Unknown.EITHER, "0"),  # 2/4 - 2/4
        (rule("1", "-1/4"), 5, Unknown.EITHER, "0"),  # 1/5 - 4/20
        (rule("1", "-1/4"), 4, Unknown.GUESS, "1/16"),
        (rule("1", "-1"), 4, Unknown.BLANK, "0"),
        (rule("1", "0", "1/3"), 4, Unknown.BLANK, "1/3"),
        (rule("4", "-1", "-2"), 4, Unknown.GUESS, "1/4"),
    ],
)
def test_what_to_do_with_what_is_not_known(
    marks: Marks, options: int, unknown: Unknown, earned: str
) -> None:
    assert best_of_unknown(marks, options) == (unknown, Fraction(earned))


@pytest.mark.parametrize(
    ("marks", "options", "recall", "share"),
    [
        (rule("1", "0"), 4, 0.15, 0.3625),  # 0.15 + 0.85 / 4
        (rule("2", "-1/2"), 4, 0.15, 0.203125),  # (0.3625 * 2 - 0.6375 / 2) / 2
        (rule("2", "-2/3"), 4, 0.6, 0.6),
        (rule("1", "-1"), 4, 0.6, 0.6),  # left blank: R
        (rule("2", "0"), 4, 1.0, 1.0),
        (rule("2", "0"), 4, 0.0, 0.25),
        (rule("1", "-1", "-1/2"), 2, 0.0, 0.0),  # a guess earns 0, a blank loses
        (rule("1", "-1", "-1/2"), 8, 0.0, -0.5),  # a guess loses 3/4
    ],
)
def test_what_a_question_is_expected_to_earn(
    marks: Marks, options: int, recall: float, share: float
) -> None:
    assert expected_mark(marks, options, recall).share == pytest.approx(share)


def test_the_exams_that_ship_say_what_to_do() -> None:
    found = {one.id: best_of_unknown(one.marks, one.options)[0] for one in load_profiles().values()}

    assert found == {
        "classroom": Unknown.GUESS,
        "bank": Unknown.EITHER,
        "cbse": Unknown.GUESS,
        "ssc": Unknown.GUESS,
        "ugc-net": Unknown.GUESS,
        "upsc": Unknown.EITHER,
    }
