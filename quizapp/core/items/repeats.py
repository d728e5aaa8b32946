"""Near duplicates: two items that ask the same in almost the same words.

Items that are made from facts are told apart by their slots. What is written by hand has words
only, so it is held against every other item by these.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizapp.core.items.item import Amount, Item
from quizapp.core.items.printed import printed_parts
from quizapp.core.text.sense import sense_of
from quizapp.core.text.words import content_words

#: So much of all their words two stems must have in common to ask the same.
_SHARED = 0.8
_NAME = re.compile(r"(?<!\A)\b(?:[^\W\d_]*[^\W\d_a-z][^\W_]*|\d+)\b")


def repeats(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the places of items that ask the same, of which one at least is written by hand.

    They do where what is right is the same, and so are the names and numbers and nearly all words
    of what is printed before the options.
    """
    alike: dict[frozenset[tuple[str, ...]], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        alike[_right(item)].append(place)
    by_hand = [place for place, item in enumerate(items) if item.proof == "author"]
    for place in by_hand:
        for other in alike[_right(items[place])]:
            if other == place or (other < place and items[other].proof == "author"):
                continue  # itself, or a pair that was told already
            if _alike(_asked(items[place]), _asked(items[other])):
                yield place, other


def _asked(item: Item) -> str:
    return "\n".join((item.stem, *(part.text for part in printed_parts(item))))


def _alike(one: str, other: str) -> bool:
    words, others = content_words(one), content_words(other)
    names = {name.casefold() for text in (one, other) for name in _NAME.findall(text)}
    apart = words ^ others
    if any(content_words(name) & apart for name in names):
        return False
    return len(words & others) >= _SHARED * len(words | others)


def _right(item: Item) -> frozenset[tuple[str, ...]]:
    """Return what answers the item, however it is worded."""
    if isinstance(item.key, Amount):
        return frozenset((sense_of(item.key.value),))
    if item.chosen:
        return frozenset(sense_of(item.options[place].text) for place in item.chosen)
    return frozenset(map(sense_of, item.accepted[:1]))
