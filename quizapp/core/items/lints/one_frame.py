"""Anti-cue rules 2 and 10: options are all bare names of things, or none is."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named, worded


def one_frame(item: Item, bank: Bank) -> str | None:
    """Where one option is a name, each is: "Kwatra" beside "Foreign Secretary Kwatra" is not."""
    bare = {option.text: named(option, bank) is not None for option in worded(item)}
    if any(bare.values()) and not all(bare.values()):
        other = next(text for text, is_name in bare.items() if not is_name)
        return f'"{other}" is no bare name, as other options are'
    return None
