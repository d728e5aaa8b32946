"""Anti-cue rule 3: no word of the key stands in the stem, unless every option has it."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import worded
from quizapp.core.text.words import content_words


def key_words(item: Item, bank: Bank) -> str | None:
    """No right option shares a stemmed content word with the stem."""
    words = [(option.right, content_words(option.text)) for option in worded(item)]
    if not words:
        return None
    everywhere = frozenset.intersection(*(found for _, found in words))
    stem = content_words(item.stem) - everywhere
    for right, found in words:
        if right and found & stem:
            return f'the stem holds "{min(found & stem)}", a word of what is right'
    return None
