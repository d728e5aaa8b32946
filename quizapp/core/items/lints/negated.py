"""Refused item 15: a statement to be judged true or false is never a denial."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item


def negated(item: Item, bank: Bank) -> str | None:
    """What choosing the first option, "True", says is a claim and no denial of one."""
    if item.format != "true_false":
        return None
    if any(not claim.holds for claim in item.options[0].claims):
        return "the statement is a denial: its falsehood would be a double negation"
    return None
