"""Anti-cue rule 7: no option holds another, or may be the same as another."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import lists, named, worded
from quizapp.core.items.once import structure_of
from quizapp.core.items.values import date_options
from quizapp.core.proof.structure import Structure

_RANGE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s*(?:[-–—]|to)\s*(\d+(?:\.\d+)?)(?![\d.]*\d)")


def overlap(item: Item, bank: Bank) -> str | None:
    """Things: none a part of another, none perhaps another; right ones have nothing in common.

    Dates share no day, ranges of numbers no number. What holds of things as options holds of the
    rows, of the targets and of the entries of an order.
    """
    dates = date_options(item) or ()
    for first, second in combinations(dates, 2):
        if not first.disjoint(second):
            return f"{first.text} and {second.text} share days"
    for (one, low), (two, high) in combinations(_ranges(option.text for option in worded(item)), 2):
        if low[0] <= high[1] and high[0] <= low[1]:
            return f'"{one}" and "{two}" share numbers'
    things = [
        (option.text, option.right, entity.id)
        for option in worded(item)
        if (entity := named(option, bank)) is not None
    ]
    for group in (things, *([(text, False, one.id) for text, one in g] for g in lists(item, bank))):
        for (one, right, a), (two, too, b) in combinations(group, 2):
            if _overlap(structure_of(bank), a, b) or (
                right and too and structure_of(bank).related(a, b)
            ):
                return f'"{one}" and "{two}" overlap'
    return None


def _overlap(structure: Structure, one: str, other: str) -> bool:
    return (
        structure.possibly_same(one, other)
        or structure.is_part(one, other)
        or structure.is_part(other, one)
    )


def _ranges(texts: Iterable[str]) -> Iterator[tuple[str, tuple[Fraction, Fraction]]]:
    """Yield the texts that say from where to where; a year with its month is none."""
    for text in texts:
        found = _RANGE.search(text.replace(",", ""))
        if found is not None:
            first, last = map(Fraction, found.groups())
            if first < last:
                yield text, (first, last)
