"""Anti-cue rule 5: "all of the above" and its like are never options."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import worded

_ABOVE = re.compile(
    r"\b(?:all|none|both|neither|any|two|some)\b.*\b(?:above|below|these|those|the others)\b",
    re.IGNORECASE,
)


def above(item: Item, bank: Bank) -> str | None:
    """No option speaks of the other options."""
    for option in worded(item):
        if _ABOVE.fullmatch(option.text.strip(" .")):
            return f'the option "{option.text}" speaks of other options'
    return None
