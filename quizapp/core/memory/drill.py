"""A drill: two things that are mixed up, and each time the question which of them is right.

Every item is drawn and proved like any other: the other thing is provably wrong. What a drill
adds is that just these two are the options, and that each of them is right about as often.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest
from random import Random
from typing import Final

from quizapp.core.facts.bank import Bank
from quizapp.core.items.assemble import Table
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import pose
from quizapp.core.items.item import Item
from quizapp.core.items.once import once_a_bank
from quizapp.core.items.positions import balanced
from quizapp.core.items.refusal import Unaskable
from quizapp.core.memory.confusions import Things, confusable, ends

#: A drill is short: so many questions at most, half of them for each of the two.
DRILL: Final = 10
_SIDES: Final = 2
#: For each of the two so many slots are made into items: some may not stand beside others.
_READY: Final = 8
#: So many of its slots are tried at most: of some the other thing is no wrong answer.
_TRIED: Final = 60
#: Items of so many kinds are made for a slot.
_KINDS: Final = 2

_CHOICE: Final = frozenset(("choice",))
_OF_TWO: Final = {
    "guess_value": "of the two that are mixed up one is right; memory counts such a guess as 1/2"
}


@once_a_bank
def slots_by_thing(bank: Bank) -> dict[str, tuple[str, ...]]:
    """Return the slots ``slug/part`` that state something of a thing, by the id of the thing."""
    found: dict[str, dict[str, None]] = {}
    for atom in bank.atoms:
        for end in (atom.claim.subject, atom.claim.object):
            if atom.claim.holds and isinstance(end, str) and end in bank.entities:
                found.setdefault(end, {})[atom.slot] = None
    return {thing: tuple(slots) for thing, slots in found.items()}


class Drilling:
    """The items that ask which of two things is right.

    Args:
        context: of the set, under the profile of its learners.
        asks: everything the set may be asked.
        pair: the ids of the two.
    """

    def __init__(self, context: Context, asks: Asks, pair: tuple[str, str]) -> None:
        self._asks = asks
        self._things = Things(context)
        self._pair = frozenset(pair)
        # Just the two: where they may not stand alone, a third option beside them mends nothing.
        lints_off = {**context.profile.lints_off, **_OF_TWO}
        profile = replace(context.profile, formats=_CHOICE, options=2, lints_off=lints_off)
        self._context = context.drawing(self._pair, profile)

    def of_slot(self, slot: str, rng: Random) -> list[Item]:
        """Return items that test a slot and whose options are the two."""
        return list(chain.from_iterable(islice(self._of_kinds(slot, rng), _KINDS)))

    def _of_kinds(self, slot: str, rng: Random) -> Iterator[list[Item]]:
        kinds = [
            kind
            for kind in self._asks.kinds_of(slot)
            if not kind.parts and not _CHOICE.isdisjoint(kind.formats)
        ]
        rng.shuffle(kinds)
        for kind in kinds:
            try:
                posed = pose(self._context, kind, slot, seed=rng.getrandbits(16))
            except Unaskable:
                continue
            if found := [item for item in posed if self.right(item) is not None]:
                yield found

    def right(self, item: Item) -> str | None:
        """Return which of the two is right; None where they are not the options."""
        for one in confusable(item):
            differing = ends(one.right, one.chosen)
            if differing is not None:
                right, wrong = map(self._things.of, differing)
                if right != wrong and {right, wrong} == self._pair:
                    return right
        return None


def drill(
    drilling: Drilling,
    bank: Bank,
    sides: Iterable[Iterable[tuple[str, str]]],
    *,
    stale: frozenset[str],
    rng: Random,
) -> tuple[Item, ...]:
    """Return a drill; nothing where only one of the two is ever right.

    As in any sitting no item is answered by what another prints, nor by the proof of an earlier
    one; but where each of the two has so few facts that all proofs tell of both, by the latter.

    Args:
        sides: for each of the two its slots, the most wanted first, each with the digest of the
            item that asked for it last, which is taken only where there is no other.
        stale: slugs of facts that nothing is to rest on.
    """
    ready = [_ready(drilling, slots, stale, rng) for slots in sides]
    # In turn, so that where seats are few each of the two has its share of them.
    choices = [one for both in zip_longest(*ready) for one in both if one is not None]
    pool = {item.id: item for groups in choices for item in chain.from_iterable(groups)}
    for feedback_each in (True, False):
        table = Table(tuple(pool.values()), bank, feedback_each=feedback_each)
        seated = table.in_turn(choices, size=len(choices), rng=rng)
        if kept := _evenly(drilling, seated, list(pool)):
            return balanced([item for item in seated if item.id in kept], rng)
    return ()


def _ready(
    drilling: Drilling, slots: Iterable[tuple[str, str]], stale: frozenset[str], rng: Random
) -> list[list[list[Item]]]:
    """Return the items of some slots, those apart that asked for it last."""
    found = []
    for slot, last in islice(slots, _TRIED):
        items = [item for item in drilling.of_slot(slot, rng) if not item.rests_on(stale)]
        if items:
            found.append(
                [
                    [item for item in items if item.id != last],
                    [item for item in items if item.id == last],
                ]
            )
        if len(found) >= _READY:
            break
    return found


def _evenly(drilling: Drilling, items: Iterable[Item], wanted: Sequence[str]) -> frozenset[str]:
    """Return the ids of items of which each of the two is the key of half, or of one more.

    Args:
        wanted: ids of items, the most wanted first.
    """
    of_each: dict[str | None, list[str]] = {}
    for item in items:
        of_each.setdefault(drilling.right(item), []).append(item.id)
    if len(of_each) < _SIDES:
        return frozenset()
    share = min(DRILL // _SIDES, *map(len, of_each.values()))
    ranked = [sorted(ids, key=wanted.index) for ids in of_each.values()]
    more = [ids[share] for ids in ranked if len(ids) > share and share < DRILL // _SIDES]
    return frozenset(chain(more[:1], *(ids[:share] for ids in ranked)))
