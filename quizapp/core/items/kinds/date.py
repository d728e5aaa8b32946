"""Date: when an event took place, began or ended, typed as exactly as it is known (R1)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.facts.claim import Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.printer import Filling

_RELATIONS = ("date", "began", "ended")


class Date(ItemKind):
    """A day, a month or a year: the stem says which."""

    name = "date"
    formats = frozenset(("date",))
    holes = frozenset(("event",))
    options = frozenset[str]()

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of dates."""
        return context.slots_of(*_RELATIONS)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the date of the slot."""
        for atom in context.stated(slot):
            if isinstance(atom.claim.object, Value):
                yield self._draft(context, atom, atom.claim.object)

    def _draft(self, context: Context, atom: Atom, value: Value) -> Draft:
        ((precision, printed),) = context.printer.date(value).items()
        event = context.entity(atom.claim.subject, (atom.slot,))
        wanted = f"{atom.claim.relation}-{precision}"
        stems = {frame.id: frame for frame in context.words(self.name).stems}
        if wanted not in stems:
            raise Unaskable(f"no stem asks for the {precision} of {atom.claim.relation}")
        question = Question(stems[wanted], {"event": event})
        return Draft(
            format="date",
            frame=question.frame.id,
            stem=question.stem,
            body=Typed(
                question.claim(Filling(printed.phrase, value)), (printed.phrase.text, value.text)
            ),
            nearness=0.5,
        )
