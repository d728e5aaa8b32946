"""Hard case "aliases" (1.4): no two options have a name in common."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Entity
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import lists, named, worded
from quizapp.core.text.answers import fold_answer


def shared_alias(item: Item, bank: Bank) -> str | None:
    """The folded names of any two options are disjoint, and so in each list."""
    options = [(option.text, named(option, bank)) for option in worded(item)]
    for group in (options, *lists(item, bank)):
        names = [(text, _folded_names(text, thing)) for text, thing in group]
        for (text, own), (other, others) in combinations(names, 2):
            if own & others:
                return f'"{text}" and "{other}" share the name "{min(own & others)}"'
    return None


def _folded_names(text: str, thing: Entity | None) -> frozenset[str]:
    names = (text,) if thing is None else (text, *thing.names)
    return frozenset(map(fold_answer, names))
