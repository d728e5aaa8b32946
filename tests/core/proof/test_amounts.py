"""How much (R16): within the tolerance true, beyond twice of it and the rounding false."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Status, Value
from tests.sets import kernel

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN

WORLD = """
quantities:
  length: {{name: length of the bridge, the: yes}}
  width: {{name: width of the bridge, the: yes}}
facts:
  long: {{quantity: length, {how}, cite: {{teacher: measured}}}}
"""


def status(how, number, unit="m", *, quantity="length", at=None):
    claim = Claim("value", quantity, Value("number", number, unit), Instant(at) if at else None)
    return kernel(WORLD.format(how=how)).status(claim)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        *(("1200", TRUE), ("1250", TRUE), ("1150", TRUE)),
        *(("1251", UNKNOWN), ("1300", UNKNOWN), ("1100", UNKNOWN)),
        *(("1301", FALSE), ("1099", FALSE)),
    ],
)
def test_a_tolerance_makes_true_within_it_and_false_beyond_twice_of_it(number, found):
    assert status("value: 1200, unit: m, tolerance: 50", number) is found


@pytest.mark.parametrize(
    ("number", "found"),
    [("1.5", TRUE), ("1.50", TRUE), ("1.54", UNKNOWN), ("1.55", UNKNOWN), ("1.56", FALSE)],
)
def test_what_rounding_may_hide_is_not_false(number, found):
    assert status("value: 1.5, unit: km", number, "km") is found


@pytest.mark.parametrize(
    ("number", "unit", "found"),
    [("1200", "m", TRUE), ("120000", "cm", TRUE), ("3", "km", FALSE), ("3", "tonnes", UNKNOWN)],
)
def test_a_number_in_another_unit_is_converted_or_says_nothing(number, unit, found):
    assert status("value: 1.2, unit: km", number, unit) is found


@pytest.mark.parametrize(
    ("how", "number", "found"),
    [
        ("min: 1000, unit: m", "999", FALSE),
        ("min: 1000, unit: m", "999.5", UNKNOWN),
        ("min: 1000, unit: m", "5000", UNKNOWN),
        ("max: 1000, unit: m", "1001", FALSE),
        ("max: 1000, unit: m", "1000.5", UNKNOWN),
        ("max: 1000, unit: m", "3", UNKNOWN),
    ],
)
def test_a_bound_makes_nothing_true_and_what_lies_beyond_it_false(how, number, found):
    assert status(how, number) is found


def test_a_number_tells_of_its_own_date_and_quantity_only():
    how = "value: 1200, unit: m, as_of: 2023"

    assert status(how, "1200", at="2023") is TRUE
    assert status(how, "1900", at="2023") is FALSE
    assert status(how, "1900", at="2022") is UNKNOWN
    assert status(how, "1900") is UNKNOWN
    assert status(how, "1900", at="2023", quantity="width") is UNKNOWN
