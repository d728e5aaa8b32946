"""Practice: what of a set is due for a learner, and a sitting that asks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random
from typing import Final

from quizapp.core.items.assemble import Table
from quizapp.core.items.item import Item
from quizapp.core.items.sitting import forms_of
from quizapp.core.items.wanted import MIXED
from quizapp.core.memory.ladder import climbing
from quizapp.core.memory.state import retrievability
from quizapp.errors import NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.services.papers import Paper, paper_of
from quizapp.store.memories import KeptMemory

#: A sitting ends after so many questions: about five minutes.
SITTING: Final = 20
#: Of these so many at most ask for what was never asked before.
NEW: Final = 5
#: So many slots are looked at for each that is asked: some have no item that may stand beside.
_LOOKED_AT: Final = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a set there is to practise.

    Attributes:
        due: slots that were asked before and are to be asked again.
        new: slots that were never asked.
    """

    due: int
    new: int


def waiting(shelf: Shelf, kept: Sequence[KeptMemory], *, day: date) -> Waiting:
    """Return what of a set a learner may practise on a study day.

    Args:
        kept: the learner's memories of the set.
    """
    asked = shelf.asks.slots
    known = {one.slot for one in kept}
    return Waiting(
        due=sum(one.due <= day and one.slot in asked for one in kept),
        new=len(asked) - len(known & asked.keys()),
    )


def compose_sitting(
    shelf: Shelf,
    kept: Sequence[KeptMemory],
    *,
    day: date,
    today: date,
    seed: int,
    size: int = SITTING,
    new: int = NEW,
) -> Paper:
    """Return a paper of what is due, the least remembered first, and of some that is new.

    Each slot is asked in a form that suits its memory, and not by the item that asked for it last.

    Args:
        kept: the learner's memories of the set.
        day: the study day.
        today: nothing rests on facts that should have been looked at again before.
        size: so many questions at most.
        new: so many of them at most ask for what was never asked, in the order of the set.

    Raises:
        NothingToAsk: nothing is due and nothing is new.
    """
    rng = Random(seed)
    stale = shelf.bank.stale(today)
    choices = [
        choice
        for one in _slots(shelf, kept, day=day, size=size, new=new)
        if (choice := _choice(shelf, *one, stale, rng))
    ]
    pool = {item.id: item for choice in choices for item in choice}
    table = Table(tuple(pool.values()), shelf.bank, feedback_each=True)
    items = table.in_turn(choices, size=size, rng=rng)
    if not items:
        raise NothingToAsk(f"Nothing of the set “{shelf.bank.title}” is due: come back tomorrow.")
    return paper_of(shelf, items, size=size, feedback_each=True, seed=seed, wanted=MIXED)


def _slots(
    shelf: Shelf, kept: Sequence[KeptMemory], *, day: date, size: int, new: int
) -> Iterator[tuple[str, KeptMemory | None]]:
    """Yield slots with their memories: those that are due, then those that are new."""
    asked = shelf.asks.slots
    due = [one for one in kept if one.due <= day and one.slot in asked]
    due.sort(key=lambda one: (retrievability(one.memory, day), one.slot))
    yield from ((asked[one.slot], one) for one in due[: _LOOKED_AT * size])
    known = {one.slot for one in kept}
    fresh = (slot for key, slot in asked.items() if key not in known)
    yield from ((slot, None) for slot in islice(fresh, new))


def _choice(
    shelf: Shelf, slot: str, kept: KeptMemory | None, stale: frozenset[str], rng: Random
) -> list[Item]:
    forms = [
        item
        for item in forms_of(shelf.context, shelf.asks, slot, rng)
        if not item.rests_on(stale) and (kept is None or item.id != kept.last_item)
    ]
    memory = None if kept is None else kept.memory
    return climbing(forms, memory, lambda item: item.format, rng)
