"""Hard case "aliases" (1.4): the stem holds no other name of the key."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import key_texts, named, right_options


def key_alias(item: Item, bank: Bank) -> str | None:
    """Neither a text that answers the item nor an alias of what is right stands in the stem."""
    names = [*key_texts(item)]
    for option in right_options(item):
        entity = named(option, bank)
        if entity is not None:
            names += entity.names
    for name in dict.fromkeys(names):
        if _stands_in(name, item.stem):
            return f'the stem holds "{name}", a name of what is right'
    return None


def _stands_in(name: str, text: str) -> bool:
    """Return whether the name stands in the text as words; capitals count for abbreviations."""
    if name.isascii() and text.isascii() and name.lower() not in text.lower():
        return False  # spares a pattern for most of them
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags) is not None
