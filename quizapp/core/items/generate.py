"""All items of a bank, those of some slots, or of one: lazily, the same for the same seed.

There are only items of the kinds and formats that the exam has whose profile the context holds.
Which of them stand together in a quiz is decided in ``assemble``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from random import Random

from quizapp.core.items.build import build
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints.register import first_complaint
from quizapp.core.items.refusal import Refusal, Unaskable
from quizapp.core.items.wanted import MIXED, Wanted

#: So many proposals of one slot are tried at most; a slot with more is asked often enough.
_TRIED = 200
#: So many asks are tried at most, on average, to find one that yields items.
_TRIED_FOR_ONE = 20
#: A quiz has one item of a slot at most: so many are enough to choose from.
_TAKEN_OF_ONE = 4


def items(context: Context, *, seed: int = 0, kinds: Iterable[ItemKind] = KINDS) -> Iterator[Item]:
    """Yield every item once, kind by kind in the order of the facts."""
    return (one for one in offers(context, seed=seed, kinds=kinds) if isinstance(one, Item))


def refusals(context: Context, *, kinds: Iterable[ItemKind] = KINDS) -> tuple[Refusal, ...]:
    """Return the slots that kinds might ask for and do not, with the reasons."""
    return tuple(one for one in offers(context, kinds=kinds) if isinstance(one, Refusal))


def offers(
    context: Context, *, seed: int = 0, kinds: Iterable[ItemKind] = KINDS
) -> Iterator[Item | Refusal]:
    """Yield every item once and, where a kind has none for a slot, its refusal."""
    seen = _Seen(context)
    for kind in kinds:
        if not context.profile.has_kind(kind.name):
            continue
        for slot in kind.slots(context):
            try:
                posed = pose(context, kind, slot, seed=seed)
            except Unaskable as reason:
                yield Refusal(kind.name, slot, str(reason))
            else:
                yield from seen.fresh(posed, slot)


def drawn(
    context: Context, asks: Asks, *, draw: int, seed: int = 0, wanted: Wanted | None = None
) -> Iterator[tuple[Item, ...]]:
    """Yield the items of one ask after the other, where it has any, in the order of a draw.

    Args:
        wanted: asks of kinds that have no such items are left out; without it, none.
    """
    seen = _Seen(context)
    for kind, slot in asks.drawn(draw):
        if wanted is not None and not any(map(wanted.has_format, kind.formats)):
            continue
        try:
            posed = pose(context, kind, slot, seed=seed)
        except Unaskable:
            yield ()
        else:
            yield tuple(seen.fresh(posed, slot))


def sample(
    context: Context, asks: Asks, *, slots: int, draw: int, wanted: Wanted = MIXED
) -> tuple[Item, ...]:
    """Return some items of so many asks that have any, or of fewer where most have none.

    Args:
        draw: decides which asks and items they are.
        wanted: of which sort they are; how hard they are is for those who see all of them.
    """
    rng = Random(draw)
    found: list[list[Item]] = []
    for everything in islice(
        drawn(context, asks, draw=draw, wanted=wanted), slots * _TRIED_FOR_ONE
    ):
        posed = [item for item in everything if wanted.has_format(item.format)]
        if posed:
            found.append(rng.sample(posed, min(len(posed), _TAKEN_OF_ONE)))
        if len(found) >= slots:
            break
    return tuple(chain.from_iterable(found))


class _Seen:
    """The items that came up and may come up again, posed for another slot that they test."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ids: set[str] = set()

    def fresh(self, posed: Iterable[Item], slot: str) -> Iterator[Item]:
        """Yield those that were posed for this slot first."""
        own = (self._context.bank.slot_key(slot),)
        for item in posed:
            # Nobody but its own slot poses an item that tests nothing else: millions of those
            # need not be remembered.
            if item.tests == own:
                yield item
            elif item.id not in self._ids:
                self._ids.add(item.id)
                yield item


def pose(context: Context, kind: ItemKind, slot: str, *, seed: int) -> tuple[Item, ...]:
    """Return the items of one kind for one slot, at most ``variants`` of each sort.

    Raises:
        Unaskable: there is none; with the first reason found.
    """
    rng = Random(f"{seed} {context.bank.slot_key(slot)} {kind.name}")
    made: dict[str, Item] = {}
    counts: Counter[tuple[str, str]] = Counter()
    first_reason: Unaskable | None = None
    for draft in islice(kind.pose(context, slot, rng), _TRIED):
        if not context.profile.has_format(draft.format):
            first_reason = first_reason or Unaskable(f"the exam has no {draft.format} items")
            continue
        sort = (draft.format, draft.frame)
        if counts[sort] >= kind.variants:
            continue
        try:
            item = build(context, kind.name, draft, seed=seed)
            if item.proof != "author":  # what an author wrote is the author's word
                _check_fair(context, item)
        except Unaskable as reason:
            first_reason = first_reason or reason
            continue
        if _is_asked_elsewhere(context, slot, item):
            first_reason = first_reason or Unaskable("another slot states the same and is asked")
        elif item.id not in made:
            made[item.id] = item
            counts[sort] += 1
    kept = tuple(kind.keep(tuple(made.values())))
    if not kept:
        raise first_reason or Unaskable("no set of options is fair: lengths, names, overlaps")
    return kept


def _is_asked_elsewhere(context: Context, slot: str, item: Item) -> bool:
    """Return whether an item is posed for the slots that it tests, and this is none of them.

    What a fact denies has a slot of its own, for which nothing is posed.
    """
    tested = {key.partition("/")[2] for key in item.tests}
    return slot not in tested and any(context.stated(one) for one in tested)


def _check_fair(context: Context, item: Item) -> None:
    complaint = first_complaint(item, context.bank, off=context.profile.lints_off)
    if complaint is not None:
        raise Unaskable(complaint)
