"""How values look: numbers, marks, days and durations."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from jinja2 import Environment, UndefinedError

from quizapp import rendering
from quizapp.rendering import (
    about,
    capital,
    clock,
    counted,
    day,
    duration,
    iso,
    marks,
    percent,
    polyline,
    share,
)

MOMENT = datetime(2023, 11, 10, 14, 5, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("earned", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(7), "7"),
        (Fraction(2, 3), "⅔"),
        (Fraction(22, 3), "7⅓"),
        (Fraction(5, 7), "0.71"),
        (Fraction(23, 7), "3.29"),
    ],
)
def test_marks_are_written_as_people_write_them(earned: Fraction, words: str) -> None:
    assert marks(earned) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (252, "4 min 12 s"),
        (3_780, "1 h 3 min"),
        (3_605, "1 h"),
        (190_000, "2 d 4 h"),
    ],
)
def test_a_duration_has_its_two_largest_units(seconds: int, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (MOMENT, "10 Nov 2023"),
        (MOMENT.date(), "10 Nov 2023"),
        ("2023-11-10", "10 Nov 2023"),
        ("2023-05", "May 2023"),
        ("2023", "2023"),
    ],
)
def test_a_day_is_written_at_its_own_precision(at: date | str, words: str) -> None:
    assert day(at) == words


def test_a_moment_is_the_same_for_people_and_programs() -> None:
    assert clock(MOMENT) == "14:05"
    assert iso(MOMENT.date()) == "2023-11-10"
    assert iso(MOMENT) == "2023-11-10T14:05:09+00:00"


def test_counts_carry_their_noun() -> None:
    assert counted(1, "question") == "1 question"
    assert counted(0, "question") == "0 questions"
    assert counted(1204, "quiz", "quizzes") == "1,204 quizzes"


def test_a_bar_has_a_length_between_nothing_and_all() -> None:
    assert [share(0, 3), share(Fraction(1, 3), 1), share(3, 3), share(0, 0)] == [0, 33, 100, 0]


def test_shares_are_written_in_per_cent_with_a_minus_where_marks_are_lost() -> None:
    assert [percent(one) for one in (0, 0.154, 1, -0.125)] == ["0 %", "15 %", "100 %", "−12 %"]


def test_means_have_a_decimal_below_ten() -> None:
    means = (0, 0.04, 0.42, 7.0, 9.94, 9.96, 1234.5)
    assert [about(one) for one in means] == ["0", "0", "0.4", "7", "9.9", "10", "1,234"]


def test_a_curve_has_its_origin_below_on_the_left() -> None:
    assert polyline([(0, 0), (0.5, 0.25), (1, 1)]) == "0.00,100.00 50.00,75.00 100.00,0.00"


def test_a_chance_is_certain_only_where_it_is() -> None:
    chances = (0.0, 0.001, 0.876, 0.999, 1.0)

    assert [percent(one) for one in chances] == ["0 %", "1 %", "88 %", "99 %", "100 %"]


def test_a_date_is_written_as_a_moment_of_it() -> None:
    assert day(date(2023, 11, 9)) == day(datetime(2023, 11, 9, 23, tzinfo=UTC)) == "9 Nov 2023"


def test_only_the_first_letter_is_raised() -> None:
    assert capital("the UN report") == "The UN report"
    assert capital("") == ""


def test_an_unknown_name_in_a_template_is_an_error() -> None:
    environment = Environment(autoescape=True)
    rendering.prepare(environment)

    with pytest.raises(UndefinedError):
        environment.from_string("{{ nothing }}").render()
