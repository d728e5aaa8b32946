"""Refused item 30: no day of the week is printed; it would refute dates that it does not fit."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import own_words
from quizapp.core.items.printed import printed_texts

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", re.IGNORECASE)


def weekday(item: Item, bank: Bank) -> str | None:
    """The item's own words name no day of the week; quoted words may."""
    for text in printed_texts(item):
        found = _WEEKDAY.search(own_words(text))
        if found is not None:
            return f'the item prints the weekday "{found.group()}"'
    return None
