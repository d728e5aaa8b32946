"""Definition: what a term means, among the meanings of its siblings."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.facts.claim import Value
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.meanings import meaning_of, meanings, other_terms
from quizapp.core.proof.printer import Filling


class Definition(ItemKind):
    """A meaning among meanings of similar length."""

    name = "definition"
    holes = frozenset(("term",))
    options = frozenset(("meaning",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of meanings."""
        return context.slots_of("means")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the meaning beside those of other terms."""
        term, meaning = meaning_of(context, slot)
        question = self.ask(context, {"term": context.entity(term, (slot,))})
        known = meanings(context)
        others = [one for one in other_terms(context, term) if one in known]
        for company in wrong_things(
            context, term, others, rng, length=lambda one: len(known[one].text)
        ):
            yield Draft(
                format="choice",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(
                    (
                        self._choice(context, question, meaning, right=True),
                        *(
                            self._choice(context, question, known[one], right=False)
                            for one in company
                        ),
                    )
                ),
                nearness=context.alike(term, company),
            )

    def _choice(
        self, context: Context, question: Question, meaning: Value, *, right: bool
    ) -> Choice:
        filling = Filling.words(meaning.text, meaning)
        return Choice(context.option(self.name, "meaning", filling), question.claim(filling), right)
