"""Ordering: three to five events whose order is certain for every two of them (R4)."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from random import Random
from statistics import fmean

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.sequence import in_order
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.orders import Order
from quizapp.core.items.refusal import Unaskable

_SIZES = (4, 5, 3)
#: Around one certain order so many other events are looked at.
_CONSIDERED = 8


class Ordering(ItemKind):
    """Events to be put in order, the earliest first."""

    name = "ordering"
    formats = frozenset(("ordering",))
    holes = frozenset[str]()
    options = frozenset[str]()
    parts = {"event": frozenset(("event",))}  # noqa: RUF012 - a mapping nobody changes

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots on which orders may rest."""
        return context.orders.slots

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield different rows of events that hold an order which rests on the slot first."""
        orders = list(context.orders.of(slot))
        if not orders:
            raise Unaskable("no event is known to have come after it (R4)")
        rng.shuffle(orders)
        question = self.ask(context, {})
        found = False
        for order in orders[: self.variants]:
            for events in _rows(context, order, rng):
                try:
                    draft = self._draft(context, question, events)
                except Unaskable:
                    continue
                found = True
                yield draft
        if not found:
            raise Unaskable("no third event has a certain place before, between or after (R4)")

    def _draft(self, context: Context, question: Question, events: tuple[str, ...]) -> Draft:
        claims = {
            pair: Claim("before", events[pair[0]], events[pair[1]])
            for pair in combinations(range(len(events)), 2)
        }
        rests_on = {slot for one in claims.values() for slot in context.kernel.decide(one).slots}
        names = [context.entity(event, rests_on) for event in events]
        words = context.words(self.name).parts["event"]
        places = range(len(events))
        return Draft(
            format="ordering",
            frame=question.frame.id,
            stem=question.stem,
            body=in_order(
                [words.fill({"event": one.phrase}) for one in names],
                [[claims.get((i, j), Claim("before", "", "")) for j in places] for i in places],
            ),
            nearness=fmean(context.likeness.of(a, b) for a, b in combinations(events, 2)),
        )


def _rows(context: Context, order: Order, rng: Random) -> Iterator[tuple[str, ...]]:
    """Yield rows of events in their order: the two of an order, and others certain beside them."""
    pair = (order.earlier, order.later)
    others = [
        event
        for event in context.candidates.events(order.earlier, pair)
        if not any(context.structure.possibly_same(event, one) for one in pair)
        and all(_decided(context, event, one) for one in pair)
    ]
    rng.shuffle(others)
    others = others[:_CONSIDERED]
    for size in _SIZES:
        for more in combinations(others, size - 2):
            if all(_decided(context, a, b) for a, b in combinations(more, 2)):
                yield _in_order(context, (*pair, *more))
                break


def _decided(context: Context, one: str, other: str) -> bool:
    return _before(context, one, other) or _before(context, other, one)


def _before(context: Context, one: str, other: str) -> bool:
    return context.is_stated(Claim("before", one, other))


def _in_order(context: Context, events: tuple[str, ...]) -> tuple[str, ...]:
    """Return events by how many of them each came before."""

    def later(one: str) -> int:
        return sum(_before(context, one, other) for other in events if other != one)

    return tuple(sorted(events, key=later, reverse=True))
