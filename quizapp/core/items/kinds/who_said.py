"""Who said it: to whom does the source attribute these words (R7, R9, R11)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.speakers import check_attributed, wrong_speakers
from quizapp.core.items.statements import needs_gist, shown, words_of


class WhoSaid(ItemKind):
    """One speaker among people of the same sort; of joint speakers exactly one is shown."""

    name = "who_said"
    holes = frozenset(("source", "quote", "gist", "medium", "at", "on"))
    options = frozenset(("speaker",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of all statements, also of those that name no speaker."""
        return tuple(f"{fact.slug}/said" for fact in context.statements)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield each speaker beside different sets of others."""
        fact = context.statement(slot)
        check_attributed(context, fact)
        scrap = fact.quote is None or needs_gist(fact)
        question = self.ask(context, shown(context, fact), needed=("gist",) if scrap else ())
        for key in fact.speakers:
            candidates = wrong_speakers(
                context,
                fact,
                key,
                lambda id_: question.claim(context.printer.entity(id_)),
                printed=question.stem,
            )
            for company in wrong_things(context, key, candidates, rng, length=context.name_length):
                yield Draft(
                    format="choice",
                    frame=question.frame.id,
                    stem=question.stem,
                    states=question.states,
                    body=Chosen(
                        tuple(
                            self._choice(context, question, speaker, key)
                            for speaker in (key, *company)
                        )
                    ),
                    quotes=((fact.slug, words_of(question)),),
                    nearness=context.alike(key, company),
                )

    def _choice(self, context: Context, question: Question, speaker: str, key: str) -> Choice:
        filling = context.printer.entity(speaker)
        text = context.option(self.name, "speaker", filling)
        return Choice(text, question.claim(filling), right=speaker == key)
