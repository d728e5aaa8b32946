"""Anti-cue rule 1: the length of an option does not tell the right from the wrong."""

from statistics import median

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import worded

#: How far an option's length may lie from the median option's, as a factor.
TOLERANCE = 1.25


def key_length(item: Item, bank: Bank) -> str | None:
    """One right option: not the single longest or shortest, unless near the median.

    Several: not all of them longer, or all shorter, than every wrong one by more than that factor.
    Of two options one is always the longer; they say nothing.
    """
    right = [len(option.text) for option in worded(item) if option.right]
    wrong = [len(option.text) for option in worded(item) if not option.right]
    if len(right) + len(wrong) < 3 or not right or not wrong:
        return None
    if len(right) > 1:
        longer = min(right) > TOLERANCE * max(wrong)
        shorter = TOLERANCE * max(right) < min(wrong)
    else:
        middle = median(right + wrong)
        longer = right[0] > max(wrong) and right[0] > TOLERANCE * middle
        shorter = right[0] < min(wrong) and right[0] * TOLERANCE < middle
    if longer or shorter:
        return f"what is right is {'longer' if longer else 'shorter'} than all other options"
    return None
