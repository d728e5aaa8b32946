"""Two statements, of which one explains the other or does not: what two kinds share.

Explanation is never inferred: a fact of its own declares it, or denies it. The two statements are
independent, else one would answer for the other (R15).
"""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random
from typing import Final

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import ExplanationFact
from quizapp.core.items.bodies.coded import EITHER, FALSE, TRUE, Code, Coded
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.independence import independent
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.sayings import Saying, sayings

#: The options by their frames, with the truths of both statements and of the explanation. No
#: option stands for two false statements, so that is never asked.
_OPTIONS: Final = {
    "explained": (TRUE, TRUE, TRUE),
    "unexplained": (TRUE, TRUE, FALSE),
    "first": (TRUE, FALSE, EITHER),
    "second": (FALSE, TRUE, EITHER),
}


class Explaining(ItemKind):
    """Two statements; an option says which are true, and whether the second explains the first."""

    holes = frozenset[str]()
    options = frozenset(_OPTIONS)
    formats = frozenset(("statements",))
    parts = {  # noqa: RUF012 - a mapping nobody changes
        "label_first": frozenset[str](),
        "label_second": frozenset[str](),
        "explains": frozenset[str](),
    }

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of explanations, the denied ones too, and of what they explain."""
        facts = _explanations(context)
        explained = (atom.slot for one in facts for atom in context.of_fact(one.explained))
        return tuple(dict.fromkeys((*(f"{one.slug}/explains" for one in facts), *explained)))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield both statements as they are; for what is explained, with one of them false."""
        if context.profile.options < len(_OPTIONS):
            raise Unaskable(f"{context.profile.name} has less than {len(_OPTIONS)} options")
        slug = slot.partition("/")[0]
        for fact in _explanations(context):
            if fact.slug == slug:
                yield from self._drafts(context, fact, ((True, True),), rng)
            elif fact.explained == slug:
                yield from self._drafts(context, fact, ((True, False), (False, True)), rng)

    def _drafts(
        self,
        context: Context,
        fact: ExplanationFact,
        truths: Iterable[tuple[bool, bool]],
        rng: Random,
    ) -> Iterator[Draft]:
        first = list(_sayings_of(context, fact.explained, rng))
        second = list(_sayings_of(context, fact.explaining, rng))
        for wanted in truths:
            for one, other in product(first, second):
                if (one.holds, other.holds) == wanted and independent(
                    context.kernel, (one.claim, other.claim)
                ):
                    yield self._draft(context, fact, one, other)
                    break

    def _draft(
        self, context: Context, fact: ExplanationFact, first: Saying, second: Saying
    ) -> Draft:
        words = context.words(self.name)
        labels = (words.parts["label_first"].text, words.parts["label_second"].text)
        told = [
            Told(one.text, one.claim, one.holds, label)
            for one, label in zip((first, second), labels, strict=True)
        ]
        if first.holds and second.holds:
            claim = Claim("explains", fact.explaining, fact.explained)
            told.append(Told(words.parts["explains"].text, claim, fact.holds))
        question = self.ask(context, {})
        return Draft(
            format="statements",
            frame=question.frame.id,
            stem=question.stem,
            body=Coded(
                tuple(told),
                tuple(
                    Code(words.options[name].text, ("".join(truths[: len(told)]),))
                    for name, truths in _OPTIONS.items()
                ),
            ),
            quotes=(*first.quotes, *second.quotes),
            nearness=(first.nearness + second.nearness) / 2,
        )


def _explanations(context: Context) -> tuple[ExplanationFact, ...]:
    facts = context.bank.facts.values()
    return tuple(one for one in facts if isinstance(one, ExplanationFact))


def _sayings_of(context: Context, slug: str, rng: Random) -> Iterator[Saying]:
    """Yield what a fact states that can be told, true and false, of its first such claim.

    Raises:
        Unaskable: nothing of it can be told.
    """
    reason = Unaskable(f"{slug} states nothing that a statement can tell")
    for atom in context.of_fact(slug):
        try:
            yield from sayings(context, atom, rng, alone=True)
        except Unaskable as refused:
            reason = refused
            continue
        return
    raise reason
