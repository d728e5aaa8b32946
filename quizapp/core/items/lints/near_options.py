"""Near duplicates: no two options say the same in almost the same words."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import lists, worded
from quizapp.core.text.sense import sense_of


def near_options(item: Item, bank: Bank) -> str | None:
    """Options, rows, targets and entries differ in more than articles, endings and signs.

    Names of things are held against each other by their aliases elsewhere.
    """
    groups = [[option.text for option in worded(item)]]
    groups += [[text for text, _ in group] for group in lists(item, bank)]
    for texts in groups:
        for one, other in combinations(texts, 2):
            if sense_of(one) == sense_of(other):
                return f'"{one}" and "{other}" say the same in almost the same words'
    return None
