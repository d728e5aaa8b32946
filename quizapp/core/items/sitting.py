"""A sitting of practice: for each slot that is to be asked, the items that may ask for it."""

from collections.abc import Sequence
from random import Random

from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import pose
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.refusal import Unaskable

#: Of each kind so many items of a slot are looked at.
_OF_A_KIND = 3


def forms_of(context: Context, asks: Asks, slot: str, rng: Random) -> list[Item]:
    """Return items that test a slot, some of every kind that may ask for it.

    What tests other slots too is among them.
    """
    found: dict[str, Item] = {}
    for kind in asks.kinds_of(slot):
        for item in _some(context, kind, slot, rng):
            found.setdefault(item.id, item)
    return list(found.values())


def _some(context: Context, kind: ItemKind, slot: str, rng: Random) -> Sequence[Item]:
    try:
        posed = pose(context, kind, slot, seed=rng.getrandbits(16))
    except Unaskable:
        return ()
    return rng.sample(posed, min(len(posed), _OF_A_KIND))
