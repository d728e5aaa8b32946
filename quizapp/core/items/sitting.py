"""A sitting of practice: for each slot that is to be asked, the items that may ask for it."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import pose
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.refusal import Unaskable

#: Items of so many kinds are made for a slot, and of each so many: making them takes time.
_KINDS: Final = 3
_OF_A_KIND: Final = 3
#: Of the kinds with parts so many wait until no other has any: they ask for several slots at once,
#: and take longest to make.
_PUT_OFF: Final = 0.75


def forms_of(
    context: Context, asks: Asks, slot: str, *, suits: Callable[[str], bool], rng: Random
) -> list[Item]:
    """Return some items that test a slot, of several kinds where there are any.

    What tests other slots too is among them.

    Args:
        suits: of a response format, whether it is wanted; kinds without one come last.
    """
    kinds = list(asks.kinds_of(slot))
    rng.shuffle(kinds)
    later = {kind.name for kind in kinds if kind.parts and rng.random() < _PUT_OFF}
    kinds.sort(key=lambda kind: (not any(map(suits, kind.formats)), kind.name in later))
    found: dict[str, Item] = {}
    yielding = 0
    for kind in kinds:
        posed = _some(context, kind, slot, rng)
        found.update((item.id, item) for item in posed)
        yielding += bool(posed)
        if yielding >= _KINDS:
            break
    return list(found.values())


def _some(context: Context, kind: ItemKind, slot: str, rng: Random) -> Sequence[Item]:
    try:
        posed = pose(context, kind, slot, seed=rng.getrandbits(16))
    except Unaskable:
        return ()
    return rng.sample(posed, min(len(posed), _OF_A_KIND))
