"""Which is NOT: one thing that is provably false among stated ones, of a complete list only."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from random import Random

from quizapp.core.facts.entity import Section
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import may_stand_together, near_median, ranked_for
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.listings import HOLES, Listing, drafts_of_lists
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.statements import named_by

#: So many true things stand beside the false one, at least.
_FEWEST = 2
_CONSIDERED = 8


class Not(ItemKind):
    """The key is what the statement is false of; all other options are true of it."""

    name = "not"
    holes = HOLES
    options = frozenset(("thing",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what may be on a list."""
        return context.slots_of("about", "covered", "took_part", "party", *context.declared)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's thing and others of its list beside different false ones."""
        return drafts_of_lists(
            self, context, slot, lambda listing: self._drafts(context, slot, listing, rng)
        )

    def _drafts(
        self, context: Context, slot: str, listing: Listing, rng: Random
    ) -> Iterator[Draft]:
        (atom, *_) = context.stated(slot)
        structure, key = context.structure, listing.key
        beside = [
            one
            for one in listing.known.things
            if structure.representative(one) != structure.representative(key)
            and _sort(context, one) == _sort(context, key)
            and may_stand_together(context, key, one)
        ]
        if len(beside) + 1 < _FEWEST:
            raise Unaskable("too few of a kind are true of it")
        if listing.named & {key, *beside}:
            raise Unaskable("what is printed names some of them (R17)")
        named = named_by(context, context.bank.facts[atom.fact]) | listing.named
        wrong = context.same_sort(
            key, lambda one: one not in named and context.is_false(listing.told(one)[1])
        )
        if not wrong:
            raise Unaskable("nothing of the same sort is provably not among them")
        for odd in ranked_for(context, key, wrong, rng)[:_CONSIDERED]:
            for true in _companies(context, key, odd, beside, rng):
                yield self._draft(context, listing, odd, true)

    def _draft(self, context: Context, listing: Listing, odd: str, true: Sequence[str]) -> Draft:
        choices = []
        for one in (odd, *true):
            filling, claim = listing.told(one)
            text = context.option(self.name, "thing", filling)
            choices.append(Choice(text, claim.negated(), right=one == odd))
        return Draft(
            format="choice",
            frame=listing.question.frame.id,
            stem=listing.question.stem,
            body=Chosen(tuple(choices)),
            nearness=context.alike(odd, true),
        )


def _sort(context: Context, id_: str) -> tuple[Section, str | None]:
    """Return what options have in common (R18)."""
    thing = context.bank.entities[id_]
    return thing.section, thing.kind


def _companies(
    context: Context, key: str, odd: str, beside: Sequence[str], rng: Random
) -> Iterator[tuple[str, ...]]:
    """Yield the true things of one item, the slot's among them: as many as there may be."""
    fitting = [one for one in beside if may_stand_together(context, odd, one)]
    fitting = rng.sample(fitting, min(_CONSIDERED, len(fitting)))
    length = context.name_length(odd)
    for size in range(context.profile.options - 2, _FEWEST - 2, -1):
        for company in combinations(fitting, size):
            true = (key, *company)
            if near_median(length, [length, *map(context.name_length, true)]) and all(
                may_stand_together(context, one, other) for one, other in combinations(true, 2)
            ):
                yield true
                return
