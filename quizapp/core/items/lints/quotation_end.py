"""Anti-cue rule 2 for quotations: the final stop does not tell the right one from the others."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import quotations, right_options, worded

_STOPS = (".", "!", "?", "…")


def quotation_end(item: Item, bank: Bank) -> str | None:
    """What is right is neither the only whole sentence nor the only one cut before its end."""
    if len(worded(item)) < 3 or not all(quotations(option.text) for option in worded(item)):
        return None
    ends = [_is_ended(option.text) for option in worded(item)]
    right = [_is_ended(option.text) for option in right_options(item)]
    if len(right) == 1 and ends.count(right[0]) == 1:
        return "what is right is the only quotation with, or without, a final stop"
    return None


def _is_ended(text: str) -> bool:
    return quotations(text)[-1].endswith(_STOPS)
