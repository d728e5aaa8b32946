"""A moment at which a tenure can be asked about."""

import pytest

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.proof.tenure import covers, moment_within


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        (None, None),
        (Instant("2023-11", "report"), Instant("2023-11", "report")),
        (Instant("2023-11-10"), Instant("2023-11-10")),
        (Period("2020-05-01", "2020-05-11"), Instant("2020-05-06")),
        (Period("2020-05-01", "2020-05-01"), Instant("2020-05-01")),
        (Period("2020", "2022"), Instant("2021-07-02")),
        (Period("2020", "2020"), None),
        (Period("2020-05", "2020"), None),
    ],
)
def test_a_period_is_asked_about_on_its_middle_day(stated, moment):
    assert moment_within(stated) == moment


@pytest.mark.parametrize(
    "stated",
    [Period("2020-05-01", "2020-05-11"), Period("2020", "2022"), Instant("2023", "report")],
)
def test_the_tenure_surely_covers_its_moment(stated):
    assert covers(stated, moment_within(stated))
