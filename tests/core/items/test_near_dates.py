"""Dates near another one: at its precision, and never beyond the calendar."""

import pytest

from quizapp.core.items.near_dates import neighbours


@pytest.mark.parametrize(
    ("date", "near"),
    [
        ("2023", ("2021", "2022", "2024", "2025")),
        ("2023-01", ("2022-11", "2022-12", "2023-02", "2023-03")),
        ("2024-02-29", ("2024-02-27", "2024-02-28", "2024-03-01", "2024-03-02")),
        ("0001", ("0002", "0003")),
        ("0001-02", ("0001-01", "0001-03", "0001-04")),
        ("9999", ("9997", "9998")),
        ("9999-12-31", ("9999-12-29", "9999-12-30")),
    ],
)
def test_neighbours_are_two_steps_away_at_most(date, near):
    assert neighbours(date) == near
