"""Numbers as printed: exact, with what rounding hides, and units that are made of each other."""

from fractions import Fraction

import pytest

from quizapp.core.facts.numbers import canonical, parse_number, parse_unit


@pytest.mark.parametrize(
    ("text", "value", "rounding"),
    [
        ("1234", 1234, Fraction(1, 2)),
        ("12.50", Fraction(25, 2), Fraction(1, 200)),
        ("-0.25", Fraction(-1, 4), Fraction(1, 200)),
        ("+7", 7, Fraction(1, 2)),
        ("1/3", Fraction(1, 3), 0),
    ],
)
def test_a_number_is_exact_and_rounded_to_half_of_its_last_digit(text, value, rounding):
    assert (parse_number(text).value, parse_number(text).rounding) == (value, rounding)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1,234", "1234"),
        ("1,40,000", "140000"),
        ("12,34,56,789.5", "123456789.5"),
        ("1,234,567", "1234567"),
        ("123", "123"),
    ],
)
def test_groups_of_thousands_are_read_as_in_india_and_elsewhere(text, bare):
    assert canonical(text) == bare


@pytest.mark.parametrize(
    "text", ["", "1,2", "12,34", "1.2.3", "a few", "1/0", "1e3", "½", "1,2345"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="is not a number"):
        canonical(text)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("crore rupees", "million rupees", 10),
        ("lakh", "thousand", 100),
        ("lakh crore rupees", "billion rupees", 1000),
        ("km", "m", 1000),
        ("hectares", "m2", 10000),
        ("miles", "km", Fraction(1609344, 1000000)),
        ("per cent", "%", 1),
        ("Per cent", "%", 1),
        ("Crore Rupees", "million rupees", 10),
        ("Km", "m", 1000),
        ("L", "ml", 1000),
    ],
)
def test_units_of_one_dimension_have_an_exact_ratio(one, other, times):
    assert parse_unit(one).dimension == parse_unit(other).dimension
    assert parse_unit(one).size / parse_unit(other).size == times


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("per cent", "percentage points"),
        ("rupees", "US dollars"),
        ("people", "households"),
        ("m", "m2"),
        ("people", None),
        ("MW", "mW"),
        ("Mg", "mg"),
        ("MBps", "Mbps"),
        ("million MW", "million mW"),
    ],
)
def test_other_units_have_nothing_to_do_with_each_other(one, other):
    assert parse_unit(one).dimension != parse_unit(other).dimension
