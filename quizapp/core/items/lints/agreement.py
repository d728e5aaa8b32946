"""Anti-cue rule 2: a verb beside a blank does not tell by its number what is missing."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named, worded

_BLANK = r"_{2,}[”\"]?"
_ONE, _MANY = r"(?:is|was|has|does)", r"(?:are|were|have|do)"
_DEMANDED = {
    plural: re.compile(rf"{_BLANK}\s+{verb}\b|\b{verb}\s+(?:the\s+)?{_BLANK}", re.IGNORECASE)
    for plural, verb in ((False, _ONE), (True, _MANY))
}


def agreement(item: Item, bank: Bank) -> str | None:
    """Where the stem demands one, or several, each of the options is of that number."""
    for plural, pattern in _DEMANDED.items():
        if pattern.search(item.stem):
            for option in worded(item):
                thing = named(option, bank)
                if thing is not None and thing.plural is not plural:
                    number = "several" if plural else "one"
                    return f'the verb beside the blank wants {number}, not "{option.text}"'
    return None
