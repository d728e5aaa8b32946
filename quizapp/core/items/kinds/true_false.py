"""True or false: what the facts state, and the same with one end of the claim replaced.

The statements are the ``say`` frames of the relations, never denials. A slot is asked only where
both answers occur, so that neither is the better guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import ranked
from quizapp.core.items.item import Item
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.orders import Order
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.telling import Telling
from quizapp.core.items.twins import told_relations, wrong_things_told, wrong_values
from quizapp.core.text.frame import first_fitting

#: How many false statements are made for a true one.
_TWINS = 2
#: How alike things count as whose likeness is not measured: neither much nor little.
_ALIKE = 0.5


class TrueFalse(ItemKind):
    """One statement: true as the facts have it, or false by one end of its claim."""

    name = "true_false"
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
                    drafts = self._with_twins(context, atom, rng)
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

    def _with_twins(self, context: Context, atom: Atom, rng: Random) -> list[Draft]:
        telling = Telling(context, atom)
        told = telling.of(atom.claim.object)
        twins = [
            (telling.of(object_), _nearness(context, atom.claim, object_))
            for object_ in self._twins(context, atom, telling, rng)
        ]
        twins = twins or list(self._of_other_subjects(context, atom, telling, rng))
        if not twins:
            raise Unaskable("nothing of the same sort is provably false in its place")
        return [
            self._draft(context, told, True, telling.quotes(told), _ALIKE),
            *(
                self._draft(context, twin, False, telling.quotes(twin), nearness)
                for twin, nearness in twins
            ),
        ]

    def _of_other_subjects(
        self, context: Context, atom: Atom, telling: Telling, rng: Random
    ) -> Iterator[tuple[Question, float]]:
        """Yield a row with other subjects: where all subjects of its object are known."""
        relation = context.bank.relations[atom.claim.relation]
        key, object_ = atom.claim.subject, atom.claim.object
        if relation.wording is None or not isinstance(object_, str):
            return
        wrong = context.same_sort(
            key,
            lambda id_: (
                not context.structure.possibly_same(object_, id_)
                and context.is_false(telling.of_subject(id_).claim())
            ),
        )
        for id_ in ranked(wrong, lambda one: context.likeness.of(key, one), rng)[:_TWINS]:
            yield telling.of_subject(id_), context.likeness.of(key, id_)

    def _twins(
        self, context: Context, atom: Atom, telling: Telling, rng: Random
    ) -> Sequence[str | Value]:
        """Return what is false in the object's place, the most alike to it."""
        key = atom.claim.object
        if isinstance(key, Value):
            near = wrong_values(context, atom, telling)
            return rng.sample(near, min(_TWINS, len(near)))
        wrong = wrong_things_told(context, atom, telling)
        return ranked(wrong, lambda id_: context.likeness.of(key, id_), rng)[:_TWINS]

    def _both_ways(self, context: Context, order: Order) -> Iterator[Draft]:
        for first, second in ((order.earlier, order.later), (order.later, order.earlier)):
            fillings = {
                "subject": context.entity(first, order.slots),
                "object": context.entity(second, order.slots),
            }
            frame = first_fitting(context.wording.relations["before"].say, fillings)
            if frame is not None:
                nearness = context.likeness.of(first, second)
                question = Question(frame, fillings)
                yield self._draft(context, question, first == order.earlier, (), nearness)

    def _draft(
        self,
        context: Context,
        question: Question,
        holds: bool,
        quotes: tuple[tuple[str, str], ...],
        nearness: float,
    ) -> Draft:
        claim = question.claim()
        texts = context.words(self.name).options
        return Draft(
            format="true_false",
            frame=question.frame.id,
            stem=question.stem,
            body=Chosen(
                (
                    Choice(texts["true"].text, claim, holds),
                    Choice(texts["false"].text, claim.negated(), not holds),
                ),
                ordered=True,
            ),
            quotes=quotes,
            nearness=nearness,
        )


def _nearness(context: Context, stated: Claim, twin: str | Value) -> float:
    """Return how alike the twin is to all that is true in its place, whichever it replaces."""
    if not isinstance(twin, str):
        return _ALIKE
    true = [one.object for one in context.beside(stated) if isinstance(one.object, str)]
    return context.alike(twin, true)
