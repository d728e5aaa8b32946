"""Anti-cue rule 4: options that have an order of their own stand in it."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.values import ordered_values


def option_order(item: Item, bank: Bank) -> str | None:
    """Dates and numbers ascend."""
    values = ordered_values(item)
    if values is not None and list(values) != sorted(values):
        return "dates or numbers are not in their order"
    return None
