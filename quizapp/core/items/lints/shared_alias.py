"""Hard case "aliases" (1.4): no two options have a name in common."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item, Option
from quizapp.core.items.lints.reading import named, worded
from quizapp.core.text.answers import fold_answer


def shared_alias(item: Item, bank: Bank) -> str | None:
    """The folded names of any two options are disjoint."""
    names = [(option.text, _folded_names(option, bank)) for option in worded(item)]
    for (text, own), (other, others) in combinations(names, 2):
        if own & others:
            return f'"{text}" and "{other}" share the name "{min(own & others)}"'
    return None


def _folded_names(option: Option, bank: Bank) -> frozenset[str]:
    entity = named(option, bank)
    names = (option.text,) if entity is None else (option.text, *entity.names)
    return frozenset(map(fold_answer, names))
