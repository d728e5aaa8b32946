"""What a quiz is drawn from: asks of the kinds of an exam, by chance, kinds and relations in turn.

An ask is a kind and a slot that it may ask for. Drawing some asks costs the same however many
there are; whether an ask yields items is found out in ``generate``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from random import Random

from quizapp.core.items.context import Context
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS

Ask = tuple[ItemKind, str]


class Asks:
    """All asks of one bank."""

    def __init__(self, context: Context, kinds: Iterable[ItemKind] = KINDS) -> None:
        #: The asks of one kind and one relation stand together.
        self._groups: list[tuple[ItemKind, Sequence[str]]] = []
        for kind in kinds:
            if not context.profile.has_kind(kind.name):
                continue
            groups: dict[str, list[str]] = {}
            for slot in kind.slots(context):
                groups.setdefault(context.relation_of(slot), []).append(slot)
            self._groups += [(kind, slots) for slots in groups.values()]
        self._count = sum(len(slots) for _, slots in self._groups)
        self._context = context

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    @cached_property
    def _kinds(self) -> dict[str, list[ItemKind]]:
        found: dict[str, list[ItemKind]] = {}
        for kind, slots in self._groups:
            for slot in slots:
                found.setdefault(slot, []).append(kind)
        return found

    def kinds_of(self, slot: str) -> Sequence[ItemKind]:
        """Return the kinds that may ask for a slot."""
        return self._kinds.get(slot, ())

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """The slots that may be asked for, in the order of the set, by their slot keys."""
        key = self._context.bank.slot_key
        stated = dict.fromkeys(atom.slot for atom in self._context.bank.atoms)
        told = (*(slot for slot in stated if slot in self._kinds), *self._kinds)
        found: dict[str, str] = {}
        for slot in told:
            found.setdefault(key(slot), slot)
        return found

    def drawn(self, seed: int) -> Iterator[Ask]:
        """Yield each ask once, those of a slot that was drawn already after all others."""
        rng = Random(seed)
        groups = [(kind, _shuffled(slots, rng)) for kind, slots in self._groups]
        rng.shuffle(groups)
        drawn: set[str] = set()
        later: list[Ask] = []
        while groups:
            left = []
            for kind, slots in groups:
                for slot in slots:
                    if slot not in drawn:
                        drawn.add(slot)
                        yield kind, slot
                        left.append((kind, slots))
                        break
                    later.append((kind, slot))
            groups = left
        yield from later


def _shuffled(slots: Sequence[str], rng: Random) -> Iterator[str]:
    """Yield the slots in an order by chance, at the cost of those that are taken."""
    moved: dict[int, int] = {}
    for last in reversed(range(len(slots))):
        place = rng.randrange(last + 1)
        yield slots[moved.get(place, place)]
        moved[place] = moved.pop(last, last)
