"""Where the key stands among the options: every position equally often over a quiz."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.items.item import Item
from quizapp.core.items.values import ordered_values


def balanced(items: Sequence[Item], rng: random.Random) -> tuple[Item, ...]:
    """Return the items with their options reordered; ids and what is right stay.

    The positions of the keys come from a shuffled deck, one for each number of options. Options
    that have an order of their own keep it, and so do codes and "True" and "False".
    """
    waiting = defaultdict(list)
    for item in items:
        if item.format == "choice" and not _is_fixed(item):
            waiting[len(item.options)].append(item)
    decks = {count: _deck(count, len(dealt), rng) for count, dealt in waiting.items()}
    return tuple(_reordered(item, decks, rng) for item in items)


def _is_fixed(item: Item) -> bool:
    if item.format not in ("choice", "choices") or item.is_coded:
        return True
    return ordered_values(item) is not None


def _deck(count: int, cards: int, rng: random.Random) -> list[int]:
    """Return at least that many positions, each as often as the others, shuffled."""
    deck = list(range(count)) * -(-cards // count)
    rng.shuffle(deck)
    return deck


def _reordered(item: Item, decks: dict[int, list[int]], rng: random.Random) -> Item:
    if _is_fixed(item):
        return item
    order = list(range(len(item.options)))
    rng.shuffle(order)
    if item.format == "choice":
        (key,) = (index for index in order if item.options[index].right)
        order.remove(key)
        order.insert(decks[len(item.options)].pop(), key)
    options = tuple(item.options[index] for index in order)
    right = tuple(index for index, option in enumerate(options) if option.right)
    return replace(item, options=options, key=right)
