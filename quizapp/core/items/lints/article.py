"""Anti-cue rule 2: names are printed with their article in all options, or in none."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named_groups


def article(item: Item, bank: Bank) -> str | None:
    """Among the names that take "the", all have it or none has; of each list the same."""
    for group in named_groups(item, bank):
        printed = {text.startswith("the "): text for text, thing in group if thing.the}
        if len(printed) > 1:
            return f'"{printed[True]}" has its article and "{printed[False]}" has not'
    return None
