"""Count: how many there are, where the list is complete and no two on it overlap (R13)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from random import Random

from quizapp.core.facts.entity import Section
from quizapp.core.items.bodies.coded import Counted
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.listings import HOLES, Listing, drafts_of_lists
from quizapp.core.items.refusal import Unaskable

#: Of one thing nobody asks how many there are; more than so many nobody counts in the head.
_FEWEST, _MOST = 2, 12


class Count(ItemKind):
    """The number of things that are right in one place."""

    name = "count"
    holes = HOLES
    options = frozenset[str]()
    variants = 1  # of one list there is one number

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what may be on a list."""
        return context.slots_of("about", "covered", "took_part", *context.declared)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the number of things on each list of which the slot holds the first."""

        def drafts(listing: Listing) -> Iterator[Draft]:
            yield self._draft(context, slot, listing, rng)

        return drafts_of_lists(self, context, slot, drafts)

    def _draft(self, context: Context, slot: str, listing: Listing, rng: Random) -> Draft:
        things = listing.known.things
        _check(context, slot, listing)
        told = []
        for one in things:
            filling, claim = listing.told(one)
            told.append(Told(filling.phrase.name, claim, holds=True))
        return Draft(
            format="choice",
            frame=listing.question.frame.id,
            stem=listing.question.stem,
            body=Counted(tuple(told), _counts(len(things), context.profile.options, rng)),
            nearness=0.5,
        )


def _check(context: Context, slot: str, listing: Listing) -> None:
    """Refuse a list whose number is not certain, or that another slot asks for (R13)."""
    structure, things = context.structure, listing.known.things
    (atom, *_) = context.stated(slot)
    relation = context.bank.relations[atom.claim.relation]
    if relation.wording is None and listing.known.sections != relation.objects:
        raise Unaskable("the list says nothing of other sorts of things (R13)")
    if not _FEWEST <= len(things) <= _MOST:
        raise Unaskable(f"nobody counts {len(things)}")
    if structure.representative(listing.key) != structure.representative(things[0]):
        raise Unaskable("a list is counted once: by its first entry")
    if relation.upward and any(structure.wholes(one) - structure.same(one) for one in things):
        raise Unaskable("what it is a part of would count too (R13)")
    if not all(structure.apart(one, other) for one, other in combinations(things, 2)):
        raise Unaskable("two on the list overlap, or may be one (R13)")
    if any(not context.is_false(listing.told(one)[1]) for one in _near(context, things)):
        raise Unaskable("something else may be meant by one on the list (R13)")
    if listing.named & set(things):
        raise Unaskable("what is printed names some of them (R17)")


def _near(context: Context, things: Sequence[str]) -> list[str]:
    """Return what a complete list may leave open: the other topics, else what may be one of it."""
    structure = context.structure
    listed = {structure.representative(one) for one in things}
    near = {other for one in things for other in structure.perhaps_same(one)}
    if context.bank.entities[things[0]].section is Section.TOPICS:
        near |= {entity.id for entity in context.bank.of(Section.TOPICS)}
    return [one for one in sorted(near) if structure.representative(one) not in listed]


def _counts(right: int, options: int, rng: Random) -> tuple[int, ...]:
    """Return numbers in a row, the right one at any place among them; none is less than one."""
    first = right - rng.randrange(min(options, right))
    return tuple(range(first, first + options))
