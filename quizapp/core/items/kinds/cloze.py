"""Cloze: what is missing from a statement of a fact, among things that are false in its place."""

from collections.abc import Iterable, Iterator
from functools import partial
from random import Random

from quizapp.core.facts.claim import Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import companies, wrong_things
from quizapp.core.items.gaps import Gap, both_ways
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import Unaskable, askable
from quizapp.core.items.twins import told_relations, wrong_things_told, wrong_values
from quizapp.core.items.values import rank
from quizapp.core.proof.printer import Filling

#: Words are completed, and speakers asked for, by kinds of their own.
_ELSEWHERE = frozenset(("said", "words"))
_ALIKE = 0.5


class Cloze(ItemKind):
    """One thing, date or number that fills a gap; what else is true of it is no option."""

    name = "cloze"
    holes = frozenset(("gapped",))
    options = frozenset(("filling",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*(told_relations(context) - _ELSEWHERE))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield each stated claim of the slot with different wrong fillings."""
        return askable(
            partial(self._drafts, context, told, rng)
            for atom in context.stated(slot)
            for told in both_ways(context, atom)
        )

    def _drafts(self, context: Context, atom: Atom, rng: Random) -> Iterator[Draft]:
        gap = Gap(context, atom)
        for wrong in _wrong(context, atom, gap, rng):
            yield self._draft(context, atom, gap, wrong)

    def _draft(
        self, context: Context, atom: Atom, gap: Gap, wrong: tuple[str | Value, ...]
    ) -> Draft:
        key = atom.claim.object
        question = self.ask(context, {"gapped": Filling.words(gap.text)})
        choices = [self._choice(context, gap, one, right=one == key) for one in (key, *wrong)]
        ordered = isinstance(key, Value) and key.kind != "text"
        if ordered:
            choices.sort(key=lambda one: rank(one.claim.object))
        alike = [one for one in wrong if isinstance(one, str)]
        return Draft(
            format="choice",
            frame=question.frame.id,
            stem=question.stem,
            body=Chosen(tuple(choices), ordered=ordered),
            quotes=gap.quotes,
            nearness=context.alike(key, alike) if isinstance(key, str) else _ALIKE,
        )

    def _choice(self, context: Context, gap: Gap, one: str | Value, *, right: bool) -> Choice:
        _, claim = gap.filling(one)
        return Choice(context.option(self.name, "filling", gap.printed(one)), claim, right)


def _wrong(
    context: Context, atom: Atom, gap: Gap, rng: Random
) -> Iterator[tuple[str | Value, ...]]:
    """Yield sets of what is false in the gap."""
    key = atom.claim.object
    if isinstance(key, str):
        candidates = wrong_things_told(context, atom, gap.telling)
        if not candidates:
            raise Unaskable("nothing of the same sort is provably false in its place")
        yield from wrong_things(context, key, candidates, rng, length=context.name_length)
        return
    near = wrong_values(context, atom, gap.telling)
    texts = {value.text: value for value in near}
    for company in companies(
        tuple(texts),
        rng,
        wrong=context.profile.options - 1,
        likeness=lambda _: _ALIKE,
        together=lambda one, other: one != other,
        fits=lambda _: True,
        band=context.band,
        always=context.rivals_of(key.text),
    ):
        yield tuple(texts[text] for text in company)
