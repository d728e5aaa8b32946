"""Anti-cue rule 2: names are printed with their article in all options, or in none."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named, worded


def article(item: Item, bank: Bank) -> str | None:
    """Among the names that take "the", all have it or none has."""
    printed: dict[bool, str] = {}
    for option in worded(item):
        entity = named(option, bank)
        if entity is not None and entity.the:
            printed[option.text.startswith("the ")] = option.text
    if len(printed) > 1:
        return f'"{printed[True]}" has its article and "{printed[False]}" has not'
    return None
