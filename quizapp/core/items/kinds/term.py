"""Term: which term has this meaning, chosen or typed."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.accepted import accepted_names
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.meanings import meaning_of, other_terms
from quizapp.core.proof.printer import Filling


class Term(ItemKind):
    """A term among its siblings; never beside a wider one, which fits the meaning too."""

    name = "term"
    formats = frozenset(("choice", "typed"))
    holes = frozenset(("meaning",))
    options = frozenset(("term",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of meanings."""
        return context.slots_of("means")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the term to be typed, then beside other terms."""
        key, meaning = meaning_of(context, slot)
        question = self.ask(context, {"meaning": Filling.words(meaning.text, meaning)})
        accepted, ambiguous = accepted_names(context, key)
        if context.bank.entities[key].name in accepted:
            yield Draft(
                format="typed",
                frame=question.frame.id,
                stem=question.stem,
                body=Typed(question.claim(context.printer.entity(key)), accepted, ambiguous),
                nearness=0.5,
            )
        candidates = other_terms(context, key)
        for company in wrong_things(context, key, candidates, rng, length=context.name_length):
            yield Draft(
                format="choice",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(
                    tuple(
                        self._choice(context, question, id_, right=id_ == key)
                        for id_ in (key, *company)
                    )
                ),
                nearness=context.alike(key, company),
            )

    def _choice(self, context: Context, question: Question, id_: str, *, right: bool) -> Choice:
        filling = context.printer.entity(id_)
        return Choice(context.option(self.name, "term", filling), question.claim(filling), right)
