"""What a blind guess is worth: as stored, and no more than the form of the item asks for."""

from fractions import Fraction
from math import factorial, perm

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.opposites import excludes
from quizapp.core.items.lints.reading import worded

#: Two wrong options at least, or as little to guess in another way.
MOST = Fraction(1, 3)
#: A statement is true or it is not: there is no third.
_OF_TWO = "true_false"


def guess_value(item: Item, bank: Bank) -> str | None:
    """The stored chance is that of the printed item, and at most 1/3.

    One of two is guessed where there is no third: true or false, or two things that exclude each
    other.
    """
    chance = _chance(item)
    if item.guess != chance:
        return f"the chance of a blind guess is stored as {item.guess}, and it is {chance}"
    if chance > MOST and item.format != _OF_TWO and not _is_either_or(item):
        return f"a blind guess is right once in {1 / chance}: offer more that is wrong"
    return None


def _is_either_or(item: Item) -> bool:
    options = worded(item)
    return len(options) == 2 and excludes(*options)


def _chance(item: Item) -> Fraction:
    match item.format:
        case "choices":
            return Fraction(1, 2 ** len(item.options) - 1)
        case "matching":
            return Fraction(1, perm(len(item.targets), len(item.parts)))
        case "ordering":
            return Fraction(1, factorial(len(item.parts)))
    return Fraction(1, len(item.options)) if item.options else Fraction(0)
