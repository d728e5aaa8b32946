"""Options that have an order of their own: dates and numbers."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from quizapp.core.facts.claim import Value
from quizapp.core.facts.dates import CoarseDate, parse_date
from quizapp.core.items.item import Item

_NUMERAL = re.compile(r"(?P<before>[^\d−+-]*)(?P<number>[−+-]?\d[\d,]*(?:\.\d+)?)(?P<after>\D*)")


def option_values(item: Item, kind: str) -> tuple[Value, ...] | None:
    """Return the values of that kind that the options name, or None where some name none."""
    values = tuple(
        option.claims[0].object
        for option in item.options
        if len(option.claims) == 1 and isinstance(option.claims[0].object, Value)
    )
    found = tuple(value for value in values if isinstance(value, Value) and value.kind == kind)
    return found if found and len(found) == len(item.options) else None


def date_options(item: Item) -> tuple[CoarseDate, ...] | None:
    """Return the dates that the options name, in their order, or None where they are no dates.

    "True" and "False" speak of one date and name none.
    """
    if item.format == "true_false":
        return None
    values = option_values(item, "date")
    return None if values is None else tuple(parse_date(value.text) for value in values)


def rank(value: object) -> tuple[date, date] | Fraction:
    """Return what a date or a number sorts by.

    Raises:
        ValueError: it is neither.
    """
    if not isinstance(value, Value) or value.kind == "text":
        raise ValueError(f"{value} has no place in an order")
    if value.kind == "number":
        return Fraction(value.text)
    day = parse_date(value.text)
    return day.first, day.last


def ordered_values(item: Item) -> Sequence[tuple[date, date]] | Sequence[Fraction] | None:
    """Return what the options sort by, in the order shown, or None where they have no order."""
    dates = date_options(item)
    if dates is not None:
        return [(day.first, day.last) for day in dates]
    numbers = option_values(item, "number")
    if numbers is not None:
        return [Fraction(number.text) for number in numbers]
    if item.is_coded or any(option.claims for option in item.options):
        return None
    return written_numbers([option.text for option in item.options])


def written_numbers(texts: Sequence[str]) -> list[Fraction] | None:
    """Return the numbers that texts are, each with the same words around it; else None."""
    found = [_NUMERAL.fullmatch(text) for text in texts]
    matches = [match for match in found if match is not None]
    if not texts or len(matches) < len(texts):
        return None
    if len({(match["before"], match["after"]) for match in matches}) > 1:
        return None
    return [Fraction(match["number"].replace(",", "").replace("−", "-")) for match in matches]
