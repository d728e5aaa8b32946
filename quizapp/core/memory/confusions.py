"""Confusions: who was wrong on a choice has taken one thing for another.

Only choices with one right option tell which: their options state one claim each, and the wrong
one differs from the right one at one end.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.core.facts.claim import Value
from quizapp.core.items.item import Item, Option
from quizapp.core.responses import Response

#: An end of a claim: the id of a thing, or a date, a number, words.
End = str | Value


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that are taken for each other.

    Attributes:
        one, other: as they are called, in alphabetical order.
        times: how often one was chosen for the other.
    """

    one: str
    other: str
    times: int


def confused(item: Item, response: Response) -> tuple[Option, Option] | None:
    """Return the right option and the one that was taken for it; None where nobody can say."""
    if item.format != "choice" or item.is_coded or len(response) != 1:
        return None
    right = [one for one in item.options if one.right]
    (place,) = response
    if len(right) != 1 or not place.isdecimal() or int(place) >= len(item.options):
        return None
    chosen = item.options[int(place)]
    # Where it is asked what is not so, the options name what is so, and nothing is mixed up.
    if chosen.right or chosen.holds is not False or right[0].holds is not True:
        return None
    return (right[0], chosen) if ends(right[0], chosen) is not None else None


def ends(right: Option, chosen: Option) -> tuple[End, End] | None:
    """Return the ends at which the claims of two options differ; None where not at one alone."""
    if len(right.claims) != 1 or len(chosen.claims) != 1:
        return None
    mine, its = right.claims[0], chosen.claims[0]
    if mine.relation != its.relation:
        return None
    if mine.subject == its.subject and mine.object != its.object:
        return mine.object, its.object
    if mine.object == its.object and mine.subject != its.subject:
        return mine.subject, its.subject
    return None


def pairs(
    found: Iterable[tuple[Option, Option]], names: Callable[[End], str | None], *, least: int = 2
) -> tuple[Pair, ...]:
    """Return which things are mixed up, the most often mixed ones first.

    Args:
        found: right options, each with the one that was taken for it.
        names: what a thing is called; None where it is no thing of the set, but a statement or
            something that is gone: it is called as it was printed.
        least: how often at least.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for right, chosen in found:
        differing = ends(right, chosen)
        if differing is None:
            continue
        one, other = (
            names(end) or option.text
            for end, option in zip(differing, (right, chosen), strict=True)
        )
        if one != other:
            counts[min(one, other), max(one, other)] += 1
    told = (Pair(*both, times) for both, times in counts.items() if times >= least)
    return tuple(sorted(told, key=lambda pair: (-pair.times, pair.one, pair.other)))
