"""What a learner wants of a quiz: which sort of questions, and how hard they shall be."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from quizapp.core.items.item import Item

#: Tells of an item the expected chance of a wrong response, 0..1.
Difficulty = Callable[[Item], float]

_CARDS = frozenset(("card",))
_TYPED = frozenset(("typed", "number", "date"))


def prior(item: Item) -> float:
    """Return how hard an item is expected to be before anybody answered it."""
    return item.difficulty


class Sort(StrEnum):
    """Which sort of questions: all that are marked, cards that one rates oneself, or typed ones."""

    MIXED = "mixed"
    CARDS = "cards"
    TYPED = "typed"


class Level(StrEnum):
    """How hard: as it comes, or the half of each kind that is expected to be easier or harder."""

    MIXED = "mixed"
    EASIER = "easier"
    HARDER = "harder"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a quiz is to be made of."""

    sort: Sort = Sort.MIXED
    level: Level = Level.MIXED

    def has_format(self, format_: str) -> bool:
        """Return whether questions that are answered so are wanted; cards only by themselves."""
        match self.sort:
            case Sort.CARDS:
                return format_ in _CARDS
            case Sort.TYPED:
                return format_ in _TYPED
            case Sort.MIXED:
                return format_ not in _CARDS

    def of(self, items: Iterable[Item], difficulty: Difficulty = prior) -> tuple[Item, ...]:
        """Return those that are wanted, in their order.

        How hard an item is counts among those of its kind that are answered as it is: else the
        easier half would have no typed answers, and the harder half nothing else.

        Args:
            difficulty: how hard each is, by what is known of it.
        """
        found = tuple(item for item in items if self.has_format(item.format))
        if self.level is Level.MIXED:
            return found
        groups: dict[tuple[str, str], list[float]] = defaultdict(list)
        hard = [(item, difficulty(item)) for item in found]
        for item, chance in hard:
            groups[item.kind, item.format].append(chance)
        middle = {group: median(chances) for group, chances in groups.items()}
        if self.level is Level.EASIER:
            return tuple(one for one, chance in hard if chance <= middle[one.kind, one.format])
        return tuple(one for one, chance in hard if chance >= middle[one.kind, one.format])


#: Every sort but cards, however hard.
MIXED: Final = Wanted()
