"""R14, refused item 19: no row shares a word with its own target only."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.text.words import content_words


def row_words(item: Item, bank: Bank) -> str | None:
    """A word of a row stands in its own target only where it stands in others as well."""
    if not item.targets:
        return None
    words = [content_words(target.text) for target in item.targets]
    for part in item.parts:
        if part.why not in part.against:
            continue
        own = part.against.index(part.why)
        others = frozenset[str]().union(*words[:own], *words[own + 1 :])
        shared = (content_words(part.text) & words[own]) - others
        if shared:
            return f'"{min(shared)}" stands in "{part.text}" and in its own target only'
    return None
