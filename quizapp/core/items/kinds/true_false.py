"""True or false: what the facts state, and the same with one end of the claim replaced.

The statements are the ``say`` frames of the relations, never denials. A slot is asked only where
both answers occur, so that neither is the better guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.item import Item
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.orders import Order
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.sayings import Saying, sayings
from quizapp.core.items.twins import told_relations
from quizapp.core.text.frame import first_fitting


class TrueFalse(ItemKind):
    """One statement: true as the facts have it, or false by one end of its claim."""

    name = "true_false"
    formats = frozenset(("true_false",))
    holes = frozenset[str]()
    options = frozenset(("true", "false"))
    variants = 100  # a true statement and its twins are counted here

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be said, then of orders that follow from others."""
        told = context.slots_of(*told_relations(context))
        return tuple(dict.fromkeys((*told, *context.orders.slots)))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield a true statement and its false twins for each claim of the slot."""
        reasons: list[Unaskable] = []
        posed = False
        for atom in context.stated(slot):
            if atom.claim.relation in told_relations(context):
                try:
                    drafts = [self._draft(context, one) for one in sayings(context, atom, rng)]
                except Unaskable as reason:
                    reasons.append(reason)
                    continue
                posed = True
                yield from drafts
        for order in context.orders.of(slot):
            try:
                drafts = list(self._both_ways(context, order))
            except Unaskable as reason:
                reasons.append(reason)
                continue
            posed = True
            yield from drafts
        if reasons and not posed:
            raise reasons[0]

    def keep(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the items if both answers occur among them."""
        if len({item.key for item in items}) < 2:
            raise Unaskable("only one of the two answers would ever be right")
        return items

    def _both_ways(self, context: Context, order: Order) -> Iterator[Draft]:
        for first, second in ((order.earlier, order.later), (order.later, order.earlier)):
            fillings = {
                "subject": context.entity(first, order.slots),
                "object": context.entity(second, order.slots),
            }
            frame = first_fitting(context.wording.relations["before"].say, fillings)
            if frame is not None:
                nearness = context.likeness.of(first, second)
                holds = first == order.earlier
                saying = Saying(Question(frame, fillings), holds, (), nearness)
                yield self._draft(context, saying)

    def _draft(self, context: Context, saying: Saying) -> Draft:
        claim, holds = saying.claim, saying.holds
        texts = context.words(self.name).options
        return Draft(
            format="true_false",
            frame=saying.question.frame.id,
            stem=saying.text,
            body=Chosen(
                (
                    Choice(texts["true"].text, claim, holds),
                    Choice(texts["false"].text, claim.negated(), not holds),
                ),
                ordered=True,
            ),
            quotes=saying.quotes,
            nearness=saying.nearness,
        )
