"""What of an item a learner reads before answering, and what the answer uncovers at once."""

from quizapp.core.items.item import Item, Part

#: The formats that print every part; in others parts carry the proof of the key.
_SHOWING_PARTS = frozenset(("statements", "matching", "ordering"))
#: Its back is printed before the learner rates himself, whenever feedback comes.
CARD = "card"


def printed_parts(item: Item) -> tuple[Part, ...]:
    """Return the statements, rows or entries that are printed before the answer."""
    return item.parts if item.format in _SHOWING_PARTS or item.targets else ()


def printed_texts(item: Item) -> tuple[str, ...]:
    """Return all that a learner reads before answering."""
    return (
        item.stem,
        *(part.text for part in printed_parts(item)),
        *(target.text for target in item.targets),
        *(option.text for option in item.options),
    )


def uncovered_texts(item: Item) -> tuple[str, ...]:
    """Return what is read before the next item comes, feedback left out: of a card its back."""
    return (*printed_texts(item), *(item.accepted if item.format == CARD else ()))
