"""How many entries a list has: three rows at least (R14), so that no two decide each other."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.printed import printed_parts

#: The fewest and the most, by format; lists with codes are matched too.
_LENGTHS = {"matching": (3, 5), "choice": (3, 5), "ordering": (3, 5), "statements": (2, 4)}


def list_length(item: Item, bank: Bank) -> str | None:
    """Fewer rows decide each other, fewer entries are a coin tossed; of more nobody keeps track."""
    parts = [part for part in printed_parts(item) if item.format != "statements" or part.label]
    if not parts:
        return None
    fewest, most = _LENGTHS[item.format]
    if not fewest <= len(parts) <= most:
        return f"the list has {len(parts)} entries: {fewest} to {most} are fair"
    return None
