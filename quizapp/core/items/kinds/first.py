"""Which of two events came first; only where their order is certain (R4)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.printer import Filling


class First(ItemKind):
    """Two events, one of which was over before the other began."""

    name = "first"
    holes = frozenset[str]()
    options = frozenset(("event",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots on which orders may rest."""
        return context.orders.slots

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield each pair whose order rests on the slot first of all."""
        question = self.ask(context, {})
        reasons: list[Unaskable] = []
        posed = False
        orders = context.orders.of(slot)
        if not orders:
            raise Unaskable("no event is known to have come after it (R4)")
        for order in orders:
            try:
                first = context.entity(order.earlier, order.slots)
                second = context.entity(order.later, order.slots)
            except Unaskable as reason:
                reasons.append(reason)
                continue
            posed = True
            yield Draft(
                format="choice",
                frame=f"{question.frame.id} {order.earlier} {order.later}",
                stem=question.stem,
                body=Chosen(
                    (
                        self._choice(context, question, first, second, right=True),
                        self._choice(context, question, second, first, right=False),
                    )
                ),
                nearness=context.likeness.of(order.earlier, order.later),
            )
        if reasons and not posed:
            raise reasons[0]

    def _choice(
        self, context: Context, question: Question, one: Filling, other: Filling, *, right: bool
    ) -> Choice:
        text = context.option(self.name, "event", one)
        return Choice(text, question.claim(one, other), right)
