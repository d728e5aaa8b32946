"""A number: typed, read exactly, right within the tolerance.

In normal form there is the text as typed. The unit is printed beside the field; typed all the
same it must be of the same dimension, and is converted exactly.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from quizapp.core.facts.numbers import canonical, parse_number, parse_unit
from quizapp.core.items.item import Amount, Item
from quizapp.core.responses.entry import NOTHING_TYPED, one_text, plain_digits
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.errors import InvalidResponse

#: Signs that people type or paste for a minus, and the slash of a fraction.
_SIGNS: Final = dict.fromkeys(map(ord, "−–‒﹣－"), "-") | {ord("⁄"): "/"}
_TYPED: Final = re.compile(r"([+-]?)\s*(\.?[0-9][0-9.,/]*)\s*(.*)", re.ASCII | re.DOTALL)
#: The dimension of a bare number, and of a multiplier that counts nothing: "million".
_BARE: Final = parse_unit(None).dimension


class Number(ResponseFormat):
    """One typed number; within the tolerance, its ends included, it earns all."""

    name = "number"

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the text as typed, without the spaces around it."""
        text = one_text(raw)
        if not text:
            raise InvalidResponse(NOTHING_TYPED)
        _value(text, _amount(item).unit)
        return (text,)

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for a number within the tolerance, else 0."""
        amount = _amount(item)
        wanted = parse_number(canonical(amount.value)).value
        tolerance = parse_number(canonical(amount.tolerance)).value
        return Fraction(
            any(abs(_value(text, amount.unit) - wanted) <= tolerance for text in response)
        )

    def spoken(self, response: Response, item: Item) -> str:
        """Return the text as typed, with the unit where only figures were typed."""
        return "".join(_with_unit(text, _amount(item).unit) for text in response)

    def key_response(self, item: Item) -> Response:
        """Return the number as it is printed."""
        return (_amount(item).value,)

    def key_spoken(self, item: Item) -> str:
        """Return the number and its unit as the item's statement prints them."""
        return item.parts[0].text if item.parts else super().key_spoken(item)


def _amount(item: Item) -> Amount:
    if not isinstance(item.key, Amount):
        raise TypeError(f"the key of a number is an amount, not {item.key!r}")
    return item.key


def _with_unit(text: str, unit: str | None) -> str:
    if unit is None or not text[-1:].isdecimal():
        return text
    return f"{text}{unit}" if unit == "%" else f"{text} {unit}"


def _value(text: str, unit: str | None) -> Fraction:
    """Return what a text says, in the unit that is asked for.

    Raises:
        InvalidResponse: it is no number, or one of something else.
    """
    found = _TYPED.fullmatch(plain_digits(text).translate(_SIGNS).strip())
    if found is None:
        raise InvalidResponse(_no_number(text))
    sign, figures, typed_unit = found.groups()
    figures = f"0{figures}" if figures.startswith(".") else figures.rstrip(".,")
    try:
        value = parse_number(canonical(sign + figures)).value
    except ValueError:
        raise InvalidResponse(_no_number(text)) from None
    return value * _times(typed_unit.strip(), unit)


def _no_number(text: str) -> str:
    return f"“{text}” is not a number: type it in figures, such as 1,234.5."


def _times(typed: str, unit: str | None) -> Fraction:
    """Return by what a number in a typed unit is multiplied to be one in the unit asked for.

    Raises:
        InvalidResponse: the two are of different dimensions.
    """
    own = (unit or "").split()
    if typed.split() == own[: len(typed.split())]:
        return Fraction(1)
    said = parse_unit(typed)
    if said.dimension == _BARE and own and parse_unit(own[0]).dimension != _BARE:
        said = parse_unit(f"{typed} {unit}")  # "5 million", where people are counted
    wanted = parse_unit(unit)
    if said.dimension != wanted.dimension:
        asked = "a number alone" if unit is None else f"the number of {unit}"
        raise InvalidResponse(f"“{typed}” is not what is asked for: type {asked}.")
    return said.size / wanted.size
