"""Anti-cue rule 6: no absolute words in options; they sound false.

Words inside quotation marks are the speaker's, not the option's claim, and stay.
"""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import own_words, worded

_ABSOLUTE = re.compile(
    r"\b(?:all|always|never|none|nothing|nobody|no one|nowhere|only|every|everyone|everything|"
    r"everybody|any|must|completely|entirely|totally|absolutely|solely|exclusively)\b",
    re.IGNORECASE,
)


def absolutes(item: Item, bank: Bank) -> str | None:
    """No option says always, never, all, none, only, every, must and the like.

    Nor does a statement written by hand that is to be judged; of one that is made from facts the
    false form has the words of the true one.
    """
    for option in worded(item):
        found = _ABSOLUTE.search(own_words(option.text))
        if found is not None:
            return f'the option "{option.text}" has the absolute word "{found.group()}"'
    if item.format == "true_false" and not item.options[0].claims:
        found = _ABSOLUTE.search(own_words(item.stem))
        if found is not None:
            return f'the statement has the absolute word "{found.group()}"'
    return None
