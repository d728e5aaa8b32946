"""Flashcards: a statement with a gap in front, all that is known to fill it on the back.

Forward the object is left out, backward the subject of a row: there only where the back tells
all subjects (facts.md, kinds).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from random import Random

from quizapp.core.facts.claim import Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.bodies.card import Card
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.gaps import Gap, both_ways
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import Unaskable, askable
from quizapp.core.items.twins import told_relations
from quizapp.core.proof.printer import Filling, filled


class Flashcard(ItemKind):
    """A front and a back; the learner says how well the back was known."""

    name = "flashcard"
    formats = frozenset(("card",))
    holes = frozenset(("gapped",))
    options = frozenset[str]()
    parts = {  # noqa: RUF012 - a mapping nobody changes
        "all": frozenset(("known",)),
        "open": frozenset(("known",)),
        "several": frozenset(("count", "known")),
    }

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the cards of each stated claim of the slot: forward, then backward."""
        return askable(
            partial(self._cards, context, told, backward=backward)
            for atom in context.stated(slot)
            for told in both_ways(context, atom)
            for backward in (False, True)
        )

    def _cards(self, context: Context, atom: Atom, *, backward: bool) -> Iterator[Draft]:
        gap = Gap(context, atom, of_subject=backward)
        ends, complete = _ends(context, atom, gap)
        if backward and not complete:
            raise Unaskable("the same may be said of others: declare the list complete")
        known = tuple(Told(*gap.filling(end), holds=True) for end in ends)
        fillings = {
            "known": context.printer.all_of(map(gap.printed, ends)),
            "count": Filling.words(str(len(known))),
        }
        sort = "open" if not complete else "several" if len(known) > 1 else "all"
        question = self.ask(context, {"gapped": Filling.words(gap.text)})
        yield Draft(
            format="card",
            frame=question.frame.id,
            stem=question.stem,
            body=Card(filled(context.words(self.name).parts[sort], fillings), known),
            quotes=gap.quotes,
            nearness=0.5,
        )


def _ends(context: Context, atom: Atom, gap: Gap) -> tuple[Sequence[str | Value], bool]:
    """Return all that is known to fill the gap, and whether that is all there is.

    Raises:
        Unaskable: the front names some of it.
    """
    if isinstance(atom.claim.object, Value):
        relation = context.bank.relations[atom.claim.relation]
        return (gap.stated,), gap.stated == atom.claim.object or relation.inverse_functional
    known = gap.known()
    if context.names.named_in(gap.text) & set(known.things):
        raise Unaskable("what is printed names it")
    return known.things, known.complete
