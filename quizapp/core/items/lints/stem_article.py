"""Anti-cue rule 2: the stem never ends, nor breaks off at a blank, with "a" or "an"."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import own_words

_AT_THE_END = re.compile(r"\ban?[\s.:?!…_]*\Z", re.IGNORECASE)
_AT_A_BLANK = re.compile(r"\ban?\s+_{2,}", re.IGNORECASE)


def stem_article(item: Item, bank: Bank) -> str | None:
    """The article would tell what the right option begins with."""
    if _AT_THE_END.search(own_words(item.stem).rstrip()) or _AT_A_BLANK.search(item.stem):
        return 'the stem breaks off with "a" or "an"'
    return None
