"""Codes give nothing away: none can be told from the others without knowing the parts (section 4).

Which codes a profile chooses among is not decided here.
"""

import re
from collections import Counter
from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.items.bodies.coded import EITHER, FALSE, TRUE
from quizapp.core.items.item import Item, Option

_ENTRY = re.compile(r"[,;]\s*")
_LAST_LABEL = re.compile(r"[^\W_]+(?=\W*\Z)")


def code_leak(item: Item, bank: Bank) -> str | None:
    """Each part is asked, no knowledge of all but one decides, and no column spells the key."""
    if not item.is_coded or not all(option.patterns for option in item.options):
        return None
    return _list_leak(item) if item.targets else _statement_leak(item)


def _statement_leak(item: Item) -> str | None:
    codes = [option.patterns for option in item.options]
    parts = range(len(item.parts))
    if any(len(pattern) != len(item.parts) for patterns in codes for pattern in patterns):
        return "a code does not say whether each of the parts is true"
    for part in parts:
        told = {pattern[part] for patterns in codes for pattern in patterns}
        if told in ({TRUE}, {FALSE}):
            truth = "true" if told == {TRUE} else "false"
            return f"part {part + 1} is {truth} in every option: it is never asked"
    if all(_is_decided_without(part, codes) for part in parts):
        return "whichever part is not known, the others give the option"
    return None


def _is_decided_without(part: int, codes: list[tuple[str, ...]]) -> bool:
    """Return whether no two options agree on all the other parts."""
    left = [{pattern[:part] + pattern[part + 1 :] for pattern in patterns} for patterns in codes]
    return not any(_agree(one, other) for a, b in combinations(left, 2) for one in a for other in b)


def _agree(one: str, other: str) -> bool:
    return all(a == b or EITHER in (a, b) for a, b in zip(one, other, strict=True))


def _list_leak(item: Item) -> str | None:
    """Every target of a row is offered equally often, and none in one option only."""
    for row, part in enumerate(item.parts):
        column = [_offered(option, row, len(item.parts)) for option in item.options]
        often = Counter(column)
        if len(set(often.values())) > 1:
            return f'the targets for "{part.text}" do not stand equally often among the options'
        if min(often.values()) == 1:
            return f'each option is the only one that has its target for "{part.text}"'
        if len(often) == 1:
            return f'all options have one target for "{part.text}": it is never asked'
    return None


def _offered(option: Option, row: int, rows: int) -> str:
    """Return the target that an option has for a row, as it prints it; else whether it is right."""
    entries = _ENTRY.split(option.text)
    label = _LAST_LABEL.search(entries[row]) if len(entries) == rows else None
    return label.group() if label is not None else option.patterns[0][row]
