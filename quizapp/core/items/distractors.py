"""Distractors: which wrong things stand together beside a right one.

That each of them is wrong the kernel has decided before; here it is about company: nothing that
overlaps, shares a name or betrays the key by its length, and first those of the wanted likeness.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from heapq import heapify, heappop
from itertools import combinations
from random import Random
from statistics import median

from quizapp.core.items.bands import Band
from quizapp.core.items.context import Context

#: How many wrong options there are unless the exam has others.
WRONG = 3
#: How many there must be where no more can stand together; what is not sound pads nothing.
FEWEST = 2
#: Anti-cue rule 1: how far the key's length may lie from the median option's, as a factor.
TOLERANCE = 1.25
_CONSIDERED = 12
#: So many sets are proposed at most: a few more than are wanted, as some prove unfair.
_OFFERED = 16


def near_median(length: int, lengths: Sequence[int]) -> bool:
    """Return whether a length lies within the tolerance of the median of all."""
    middle = median(lengths)
    return middle / TOLERANCE <= length <= middle * TOLERANCE


def ranked(
    candidates: Sequence[str],
    likeness: Callable[[str], float],
    rng: Random,
    band: Band = Band.HARD,
) -> tuple[str, ...]:
    """Return the candidates, those of the band first; chance decides between equals."""
    return tuple(one for _, one in _strayed(candidates, likeness, rng, band))


def ranked_for(
    context: Context, key: str, candidates: Sequence[str], rng: Random
) -> tuple[str, ...]:
    """Return the candidates by their likeness to a key, those of the context's band first."""
    return ranked(candidates, lambda one: context.likeness.of(key, one), rng, context.band)


def _strayed(
    candidates: Sequence[str], likeness: Callable[[str], float], rng: Random, band: Band
) -> list[tuple[float, str]]:
    """Return each candidate with how far it is from the band, in their order."""
    strayed = band.strayed(candidates, likeness)
    drawn = [(far, rng.random(), one) for far, one in zip(strayed, candidates, strict=True)]
    return [(far, one) for far, _, one in sorted(drawn)]


def companies(
    candidates: Sequence[str],
    rng: Random,
    *,
    likeness: Callable[[str], float],
    together: Callable[[str, str], bool],
    fits: Callable[[Sequence[str]], bool],
    wrong: int = WRONG,
    band: Band = Band.HARD,
    always: frozenset[str] | None = frozenset(),
) -> Iterator[tuple[str, ...]]:
    """Yield sets of wrong things that may stand beside a key, those of the band first.

    Args:
        candidates: in an order that does not depend on ids.
        likeness: of a candidate to the key.
        together: whether two candidates may stand together.
        fits: whether a whole set may stand beside the key.
        wrong: so many make a set; fewer where no so many may stand together, but two at least.
        band: how alike they are to be.
        always: what stands in every set, as ``Context.rivals_of`` says: there is no set where it
            is no candidate, or None.
    """
    if always is None or not always <= set(candidates):
        return
    best = _strayed(candidates, likeness, rng, band)
    best.sort(key=lambda one: one[1] not in always)
    strayed = {one: far for far, one in best[:_CONSIDERED]}
    together = lru_cache(maxsize=None)(together)
    for size in range(wrong, min(wrong, FEWEST) - 1, -1):
        # Whether a set fits is asked only of those that are wanted: mostly the first few.
        waiting = [
            (sum([strayed[one] for one in company]), rng.random(), company)
            for company in combinations(strayed, size)
            if always.issubset(company)
        ]
        heapify(waiting)
        found = 0
        while waiting and found < _OFFERED:
            company = heappop(waiting)[-1]
            if all(together(a, b) for a, b in combinations(company, 2)) and fits(company):
                found += 1
                yield company
        if found:
            return


def may_stand_together(context: Context, one: str, other: str) -> bool:
    """Return whether two things may be options of one item: no overlap, no name in common."""
    return not (context.structure.related(one, other) or context.names.share_a_name(one, other))


def wrong_things(
    context: Context,
    key: str,
    candidates: Sequence[str],
    rng: Random,
    *,
    length: Callable[[str], int],
) -> Iterator[tuple[str, ...]]:
    """Yield sets of wrong things beside a right one, by the printed lengths of their names.

    There are as many of them as the context's profile has options, and of its band. Beside one
    alone its length says nothing: of two names one is always the longer.
    """

    def fits(company: Sequence[str]) -> bool:
        lengths = [length(one) for one in (key, *company)]
        return len(company) < FEWEST or near_median(lengths[0], lengths)

    return companies(
        candidates,
        rng,
        likeness=lambda one: context.likeness.of(key, one),
        together=lambda one, other: may_stand_together(context, one, other),
        fits=fits,
        wrong=context.profile.options - 1,
        band=context.band,
        always=context.rivals_of(key),
    )
