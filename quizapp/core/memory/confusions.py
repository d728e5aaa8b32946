"""Confusions: who was wrong on a choice has taken one thing for another.

Only choices with one right option tell which: their options state one claim each, and the wrong
one differs from the right one at one end.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizapp.core.facts.claim import Value
from quizapp.core.items.context import Context
from quizapp.core.items.item import Item, Option
from quizapp.core.responses import Response

#: An end of a claim: the id of a thing, or a date, a number, words.
End = str | Value


@dataclass(frozen=True, slots=True)
class Confusion:
    """One wrong choice.

    Attributes:
        right, chosen: the right option, and the one that was taken for it.
        slots: the slot keys that were asked.
    """

    right: Option
    chosen: Option
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that are taken for each other.

    Attributes:
        one, other: as they are called, in alphabetical order.
        times: how often one was chosen for the other.
        things: their ids, in the same order; None where one of them is no thing of the set.
        slots: the slot keys that were asked when it happened.
    """

    one: str
    other: str
    times: int
    things: tuple[str, str] | None = None
    slots: frozenset[str] = frozenset()


class Things:
    """What the ends of claims stand for, in a set as it is now."""

    def __init__(self, context: Context) -> None:
        self._entities, self._renamed = context.bank.entities, context.bank.renamed
        self._terms = {meaning: term for term, meaning in context.meanings.items()}
        self._called = context.names.called

    def of(self, end: End) -> str | None:
        """Return the id of a thing: itself, the term of a meaning, the only one of that name.

        None where there is no such thing in the set: a date, a number, a statement, what is gone.
        """
        if isinstance(end, str):
            today = self._renamed.get(end, end)
            return today if today in self._entities else None
        if end in self._terms:
            return self._terms[end]
        found = self._called(end.text) if end.kind == "text" else ()
        return next(iter(found)) if len(found) == 1 else None


def confused(item: Item, response: Response) -> Confusion | None:
    """Return the right option and the one that was taken for it; None where nobody can say."""
    if len(response) != 1:
        return None
    (place,) = response
    if not place.isdecimal() or int(place) >= len(item.options):
        return None
    chosen = item.options[int(place)]
    return next((one for one in confusable(item) if one.chosen is chosen), None)


def confusable(item: Item) -> Iterator[Confusion]:
    """Yield what may be confused by whoever answers an item."""
    right = [one for one in item.options if one.right]
    if item.format != "choice" or item.is_coded or len(right) != 1:
        return
    for chosen in item.options:
        # Where it is asked what is not so, the options name what is so, and nothing is mixed up.
        if chosen.holds is False and right[0].holds is True and not chosen.right:
            differing = ends(right[0], chosen)
            if differing is not None and chosen.claims[0].holds:
                yield Confusion(right[0], chosen, item.tests)


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
    found: Iterable[Confusion],
    called: Callable[[End], tuple[str, str] | None],
    *,
    least: int = 2,
) -> tuple[Pair, ...]:
    """Return which things are mixed up, the most often mixed ones first.

    Args:
        called: id and name of a thing; None where it is no thing of the set, but a statement or
            something that is gone: it is called as it was printed.
        least: how often at least.
    """
    times: Counter[tuple[str, str]] = Counter()
    slots: dict[tuple[str, str], set[str]] = {}
    ids: dict[str, str] = {}
    for confusion in found:
        differing = ends(confusion.right, confusion.chosen)
        if differing is None:
            continue
        names = []
        for end, option in zip(differing, (confusion.right, confusion.chosen), strict=True):
            known = called(end)
            names.append(option.text if known is None else known[1])
            if known is not None:
                ids.setdefault(known[1], known[0])
        one, other = sorted(names)
        if one != other:
            times[one, other] += 1
            slots.setdefault((one, other), set()).update(confusion.slots)
    told = (
        Pair(one, other, count, _both(ids.get(one), ids.get(other)), frozenset(slots[one, other]))
        for (one, other), count in times.items()
        if count >= least
    )
    return tuple(sorted(told, key=lambda pair: (-pair.times, pair.one, pair.other)))


def _both(one: str | None, other: str | None) -> tuple[str, str] | None:
    return None if one is None or other is None else (one, other)
