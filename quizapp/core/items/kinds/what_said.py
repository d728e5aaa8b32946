"""What somebody said: which of these quotations does the source attribute to them (R9)."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import companies, near_median
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.speakers import (
    check_attributed,
    is_attributed,
    is_certainly_none_of,
)
from quizapp.core.items.statements import needs_gist
from quizapp.core.proof.printer import Filling


class WhatSaid(ItemKind):
    """One quotation of the asked person among others' of like length."""

    name = "what_said"
    holes = frozenset(("source", "speaker"))
    options = frozenset(("quotation",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of the speakers of quotations."""
        return tuple(f"{fact.slug}/said" for fact in context.statements if fact.quote is not None)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the quotation beside different sets of others' quotations."""
        key = context.statement(slot)
        check_attributed(context, key)
        if needs_gist(key):
            raise Unaskable("a short, unplaced or cut quotation is no option (R9)")
        for speaker in key.speakers:
            question = self._question(context, key, speaker)
            if speaker in context.names.named_in(key.quote or ""):
                raise Unaskable("the words name who said them")
            yield from self._beside(context, key, speaker, question, rng)

    def _question(self, context: Context, key: StatementFact, speaker: str) -> Question:
        fillings = {
            **context.printer.source(key.cites),
            "speaker": context.printer.entity(speaker),
        }
        return self.ask(context, fillings)

    def _beside(
        self, context: Context, key: StatementFact, speaker: str, question: Question, rng: Random
    ) -> Iterator[Draft]:
        quotes = {
            fact.slug: fact.quote
            for fact in (key, *self._wrong(context, key, speaker, question))
            if fact.quote is not None
        }

        def alike_in_length(company: Sequence[str]) -> bool:
            lengths = [len(quotes[slug]) for slug in (key.slug, *company)]
            return all(near_median(length, lengths) for length in lengths)

        for company in companies(
            tuple(sorted(quotes.keys() - {key.slug}, key=quotes.__getitem__)),
            rng,
            wrong=context.profile.options - 1,
            likeness=lambda slug: context.likeness.of(key.slug, slug),
            together=lambda one, other: quotes[one] != quotes[other],
            fits=alike_in_length,
            band=context.band,
            always=context.rivals_of(key.slug),
        ):
            shown = (key.slug, *company)
            yield Draft(
                format="choice",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(
                    tuple(
                        self._choice(context, question, slug, quotes[slug], right=slug == key.slug)
                        for slug in shown
                    )
                ),
                quotes=tuple((slug, quotes[slug]) for slug in shown),
                nearness=context.alike(key.slug, company),
            )

    def _choice(
        self, context: Context, question: Question, slug: str, quote: str, *, right: bool
    ) -> Choice:
        filling = Filling.words(quote, slug)
        text = context.option(self.name, "quotation", filling)
        return Choice(text, question.claim(filling), right)

    def _wrong(
        self, context: Context, key: StatementFact, speaker: str, question: Question
    ) -> Iterator[StatementFact]:
        """Yield the quotations from the same source that are provably not the speaker's."""
        for fact in context.quotations.beside(key):
            if (
                fact.quote is not None
                and is_attributed(context, fact)
                and not needs_gist(fact)
                and speaker not in context.names.named_in(fact.quote)
                and is_certainly_none_of(context, speaker, fact.reported)
                and context.is_false(question.claim(Filling.words(fact.quote, fact.slug)))
            ):
                yield fact
