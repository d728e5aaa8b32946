"""Written: questions that an author wrote by hand. They are the author's word, never proved."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.bodies.authored import Authored, AuthorsOption
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.text.frame import capitalised

_YES = "yes"


class Written(ItemKind):
    """The question as it stands in the set, its options shuffled."""

    name = "written"
    formats = frozenset(("choice", "choices", "true_false", "typed"))
    holes = frozenset[str]()
    options = frozenset(("true", "false"))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the first slot that each question tests."""
        return tuple(dict.fromkeys(one.tests[0] for one in context.bank.questions.values()))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield every question that tests the slot first."""
        for question in context.bank.questions.values():
            if question.tests[0] == slot:
                yield Draft(
                    format=question.format,
                    frame=question.slug,
                    stem=capitalised(question.stem),
                    body=Authored(
                        question,
                        tuple(self._options(context, question)),
                        ordered=question.format == "true_false",
                    ),
                    nearness=0.5,
                )

    def _options(self, context: Context, question: WrittenQuestion) -> Iterator[AuthorsOption]:
        if question.format == "typed":
            return
        if question.format == "true_false":
            texts = context.words(self.name).options
            holds = question.right == (_YES,)
            yield AuthorsOption(texts["true"].text, holds)
            yield AuthorsOption(texts["false"].text, not holds)
            return
        yield from (AuthorsOption(text, right=True) for text in question.right)
        yield from (AuthorsOption(text, right=False) for text in question.wrong)
