"""Numbers as texts print them: exact values, how far they are rounded, and units (R16).

A number is an exact rational, never a float. Two units are of one dimension only where the table
below, or a multiplier such as "crore", says how one is made of the other; any other unit is a
dimension of its own, so that nothing is converted by guess.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

_PLAIN = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?\Z", re.ASCII)
_RATIO = re.compile(r"([+-]?\d+)/(\d+)\Z", re.ASCII)
#: Thousands grouped by threes, or as in India: the last three, then twos.
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3})+|(?:,\d{2})*,\d{3})(?:\.\d+)?\Z", re.ASCII)

_TIMES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}


def _f(text: str) -> Fraction:
    return Fraction(text)


#: Names of units by dimension, each with its size in the first one of the dimension. The sizes are
#: exact: the SI's own, and the international yard and pound of 1959.
_UNITS: dict[str, dict[str, Fraction]] = {
    "length": {
        "m metre metres meter meters": _f("1"),
        "mm millimetre millimetres": _f("0.001"),
        "cm centimetre centimetres": _f("0.01"),
        "km Km KM kilometre kilometres kilometer kilometers": _f("1000"),
        "ft foot feet": _f("0.3048"),
        "mile miles": _f("1609.344"),
    },
    "mass": {
        "kg Kg KG kilogram kilograms": _f("1"),
        "g gram grams": _f("0.001"),
        "mg milligram milligrams": _f("0.000001"),
        "t tonne tonnes": _f("1000"),
        "quintal quintals": _f("100"),
        "lb pound-mass pounds-mass": _f("0.45359237"),
    },
    "time": {
        "s second seconds": _f("1"),
        "min minute minutes": _f("60"),
        "h hour hours": _f("3600"),
        "day days": _f("86400"),
        "week weeks": _f("604800"),
    },
    "area": {
        "m2 m²": _f("1"),
        "hectare hectares ha": _f("10000"),
        "km2 km²": _f("1000000"),
    },
    "volume": {"litre litres liter liters l L": _f("1"), "m3 m³": _f("1000"), "ml mL": _f("0.001")},
    "share": {"% per-cent percent": _f("1")},
    "points": {"percentage-point percentage-points": _f("1")},
}
_KNOWN = {
    name: (dimension, size)
    for dimension, units in _UNITS.items()
    for names, size in units.items()
    for name in names.split()
}

#: A symbol has so many letters at most, or capitals within: "kWh", "MBps".
_LONGEST_SYMBOL = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        value: exact.
        rounding: half a unit of the last printed digit; 0 for a ratio such as ``1/3``.
    """

    value: Fraction
    rounding: Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts.

    Attributes:
        dimension: only numbers of one dimension can be compared.
        size: how much one of it is, in the dimension's own unit.
    """

    dimension: str
    size: Fraction


def canonical(text: str) -> str:
    """Return a number as text without grouping: ``1,40,000.50`` is ``140000.50``.

    The printed digits stay as they are: they tell how far the number is rounded.

    Raises:
        ValueError: it is no number.
    """
    bare = text.replace(",", "") if _GROUPED.match(text) else text
    parse_number(bare)
    return bare


def parse_number(text: str) -> Number:
    """Return the number that an ungrouped text writes.

    Raises:
        ValueError: it is no integer, decimal or ratio.
    """
    plain = _PLAIN.match(text)
    if plain is not None:
        places = len(plain.group(3) or "")
        return Number(Fraction(text), Fraction(1, 2 * 10**places))
    ratio = _RATIO.match(text)
    if ratio is not None and int(ratio.group(2)) > 0:
        return Number(Fraction(int(ratio.group(1)), int(ratio.group(2))), Fraction(0))
    raise ValueError(f'"{text}" is not a number; write 1234, 1,234, 12.5 or 1/3')


def parse_unit(text: str | None) -> Unit:
    """Return the unit that a text names: multipliers first, then what is counted.

    ``crore rupees`` and ``million rupees`` are of one dimension; ``rupees`` and ``US dollars`` are
    not, nor ``MW`` and ``mW``. None is a bare number.
    """
    whole = " ".join(map(_folded, (text or "").split()))
    whole = whole.replace("per cent", "per-cent").replace("percentage point", "percentage-point")
    words = whole.split()
    size = Fraction(1)
    while words and words[0] in _TIMES:
        size *= _TIMES[words.pop(0)]
    name = " ".join(words)
    dimension, own = _KNOWN.get(name, (f"={name}", Fraction(1)))
    return Unit(dimension, size * own)


def _folded(word: str) -> str:
    """Return a word without its capital; a symbol as it stands, for ``MW`` is not ``mW``."""
    is_word = word == "Per" or (len(word) > _LONGEST_SYMBOL and word[1:].islower())
    return word.lower() if is_word else word
