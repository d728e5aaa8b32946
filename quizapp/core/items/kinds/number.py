"""Number: how much a quantity was, typed; right within the tolerance of its fact (R16)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.facts.claim import Instant, Value
from quizapp.core.facts.fact import Atom, NumberFact
from quizapp.core.items.bodies.measured import Measured
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.item import Amount
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.proof.printer import Filling


class Number(ItemKind):
    """The value of a quantity, at the date that the stem prints."""

    name = "number"
    formats = frozenset(("number",))
    holes = frozenset(("quantity", "day", "month", "year"))
    options = frozenset[str]()

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of numbers."""
        return context.slots_of("value")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the number of the slot."""
        for atom in context.stated(slot):
            value, fact = atom.claim.object, context.bank.facts[atom.fact]
            if isinstance(value, Value) and isinstance(fact, NumberFact):
                yield self._draft(context, atom, value, fact)

    def _draft(self, context: Context, atom: Atom, value: Value, fact: NumberFact) -> Draft:
        claim = atom.claim
        at = claim.at if isinstance(claim.at, Instant) else None
        fillings = {
            **context.printer.moment(at),
            "quantity": context.entity(claim.subject, (atom.slot,)),
        }
        question = self.ask(context, fillings, needed=fillings.keys())
        printed = context.printer.value(value)["object"]
        told = Told(printed.phrase.text, question.claim(Filling(printed.phrase, value)), holds=True)
        return Draft(
            format="number",
            frame=question.frame.id,
            stem=question.stem,
            body=Measured(told, Amount(value.text, value.unit, str(fact.tolerance))),
            nearness=0.5,
        )
