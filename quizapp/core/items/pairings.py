"""Things and what belongs to each: rows of one relation that have their own target each (R14).

Every row is told by one frame with two letters in it, ``X`` for the first list and ``Y`` for the
second; a row's text and a target's, put in for the letters, make a statement of the relation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from random import Random
from statistics import fmean

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.context import Context
from quizapp.core.items.gaps import around, between
from quizapp.core.items.names import folded_words
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.telling import Telling
from quizapp.core.items.values import rank

#: The letters that stand for an entry of the first list and of the second.
FIRST, SECOND = "X", "Y"
#: Around one row so many others of its relation are looked at, the nearest first.
_CONSIDERED = 16


@dataclass(frozen=True, slots=True)
class Pair:
    """One stated row.

    Attributes:
        row, target: as printed in either list.
        end: what its target is.
        told: the frame with its letters.
    """

    atom: Atom
    telling: Telling
    row: str
    target: str
    end: str | Value
    told: str

    def claim(self, end: str | Value) -> Claim:
        """Return that the row belongs to a target; Unaskable where that cannot be said."""
        return self.telling.claim(end)

    @property
    def quotes(self) -> tuple[tuple[str, str], ...]:
        """The statement whose words are printed, with those."""
        return self.telling.quotes(self.telling.of(self.end))


def pair_of(context: Context, atom: Atom) -> Pair:
    """Return a stated claim as a row and its target; Unaskable where it cannot be told so."""
    telling = Telling(context, atom)
    lettered = telling.worded(subject=FIRST, object_=SECOND)
    told, end = lettered.stem, atom.claim.object
    if any(len(re.findall(rf"\b{letter}\b", told)) != 1 for letter in (FIRST, SECOND)):
        raise Unaskable("the statement has letters of its own")
    of_row, of_target = telling.worded(object_=SECOND), telling.worded(subject=FIRST)
    if not of_row.frame.id == of_target.frame.id == lettered.frame.id == telling.of(end).frame.id:
        raise Unaskable("it is told in other words without its ends")
    row = between(of_row.stem, *around(told, FIRST))
    target = between(of_target.stem, *around(told, SECOND))
    return Pair(atom, telling, row, target, end, told)


def beside(context: Context, pair: Pair, rng: Random) -> Iterator[Pair]:
    """Yield other pairs that are told alike, those of things like the first one's first."""
    claim = pair.atom.claim
    slots = context.slots_of(claim.relation)
    drawn = rng.sample(slots, min(4 * _CONSIDERED, len(slots)))
    others = [
        atom
        for slot in drawn
        for atom in context.stated(slot)
        if atom.claim.relation == claim.relation
        and atom.claim.subject != claim.subject
        and _sort(context, atom.claim.object) == _sort(context, claim.object)
    ]

    def unlike(atom: Atom) -> float:
        if not isinstance(atom.claim.object, str) or not isinstance(claim.object, str):
            return 0.0
        return -context.likeness.of(claim.object, atom.claim.object)

    for atom in islice(sorted(others, key=unlike), 2 * _CONSIDERED):
        try:
            other = pair_of(context, atom)
        except Unaskable:
            continue
        if other.told == pair.told:
            yield other


def _sort(context: Context, end: str | Value) -> tuple[str, str | None]:
    """Return what two targets must have in common: the cells of a list are of one kind (R18)."""
    thing = None if isinstance(end, Value) else context.bank.entities.get(end)
    return ("", None) if thing is None else (thing.section.value, thing.kind)


def belong_apart(context: Context, one: Pair, other: Pair) -> bool:
    """Return whether neither row belongs to the other's target, certainly, nor overlaps it."""
    try:
        claims = (one.claim(other.end), other.claim(one.end))
    except Unaskable:
        return False
    return all(map(context.is_false, claims)) and not (
        _related(context, one.end, other.end)
        or _related(context, one.atom.claim.subject, other.atom.claim.subject)
    )


def _related(context: Context, one: str | Value, other: str | Value) -> bool:
    things = context.bank.entities
    if isinstance(one, Value) or isinstance(other, Value):
        return one == other
    if one not in things or other not in things:
        return False
    return context.structure.related(one, other) or context.names.share_a_name(one, other)


def chance_of(pairs: Sequence[Pair]) -> Random:
    """Return chance that is the same for the same pairs, whichever of them was asked for."""
    return Random("\n".join(sorted(f"{one.row}\n{one.target}" for one in pairs)))


def by_text(pairs: Sequence[Pair], rng: Random) -> list[Pair]:
    """Return the pairs in an order by chance that does not depend on how they came."""
    found = sorted(pairs, key=lambda one: (one.row, one.target))
    rng.shuffle(found)
    return found


def arranged(pairs: Sequence[Pair], rng: Random) -> list[Pair]:
    """Return the pairs by their targets: in order of time or size, else by chance."""
    if all(isinstance(one.end, Value) and one.end.kind != "text" for one in pairs):
        return sorted(pairs, key=lambda one: rank(one.end))
    return by_text(pairs, rng)


def nearness(context: Context, pairs: Sequence[Pair]) -> float:
    """Return how alike the targets are to each other, 0..1; of dates and numbers a half."""
    ends = [one.end for one in pairs if isinstance(one.end, str)]
    couples = list(combinations(ends, 2))
    return fmean(context.likeness.of(*couple) for couple in couples) if couples else 0.5


def tells_its_own(context: Context, pair: Pair, targets: Sequence[str]) -> bool:
    """Return whether a row shares a word with its own target that not all targets have (R14)."""
    shared = set(folded_words(pair.row)) & set(folded_words(pair.target))
    shared -= set(context.wording.language.no_last)
    return any(word not in folded_words(text) for word in shared for text in targets)


def rows_of(
    context: Context, slot: str, rng: Random, *, most: int, fewest: int = 3
) -> tuple[list[Pair], list[Pair]]:
    """Return pairs that belong apart, the slot's first, and pairs whose targets may be spare.

    Raises:
        Unaskable: there are fewer than wanted.
    """
    (atom, *_) = context.stated(slot)
    chosen = [pair_of(context, atom)]
    spare: list[Pair] = []
    for other in beside(context, chosen[0], rng):
        if not all(belong_apart(context, other, one) for one in (*chosen, *spare)):
            continue
        (chosen if len(chosen) < most else spare).append(other)
        if spare:
            break
    if len(chosen) < fewest:
        raise Unaskable("fewer than three rows that certainly belong apart (R14)")
    texts = [one.target for one in (*chosen, *spare)]
    if any(tells_its_own(context, one, texts) for one in chosen):
        raise Unaskable("a row shares a word with its own entry (R14)")
    return chosen, spare
