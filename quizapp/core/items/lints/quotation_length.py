"""Anti-cue rule 1 for quotations: every one of them is about as long as the others."""

from statistics import median

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.key_length import TOLERANCE
from quizapp.core.items.lints.reading import quotations, worded


def quotation_length(item: Item, bank: Bank) -> str | None:
    """Options that quote lie within the factor of the median option."""
    texts = [option.text for option in worded(item)]
    if len(texts) < 3 or not any(quotations(text) for text in texts):
        return None
    middle = median(map(len, texts))
    for text in texts:
        if not middle / TOLERANCE <= len(text) <= middle * TOLERANCE:
            return f"the option {text} is much longer or shorter than the others"
    return None
