"""Papers: the items chosen for one quiz, with all that their pages will need.

Choosing takes the kernel's time, so it happens before the write queue is entered; the paper is a
value that ``quizzes.start_quiz`` stores.
"""

from dataclasses import dataclass

from quizapp.core.items.item import Item
from quizapp.library.loader import Shelf
from quizapp.store.bundles import Bundle


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a paper.

    Attributes:
        themes: labels of the topics that the score is broken down by.
        kind_label: the name of its kind.
        how: how to answer and how it is marked, in words.
    """

    item: Item
    themes: tuple[str, ...]
    kind_label: str
    how: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What a quiz will ask, in order.

    Attributes:
        bundle: what the pages need of the set as it was.
        size: how many items were asked for; None for as many as can stand together.
        feedback_each: whether feedback comes after each question, or at the end.
        seed: what the items were drawn with.
    """

    bundle: Bundle
    size: int | None
    feedback_each: bool
    seed: int
    entries: tuple[Entry, ...]


def compose_paper(shelf: Shelf, *, size: int | None, feedback_each: bool, seed: int) -> Paper:
    """Return a paper drawn from a set; the same arguments give the same paper.

    Args:
        size: at least 1; a set that has fewer gives what it has; None for as many as can stand.

    Raises:
        NothingToAsk: the set yields no item.
    """
    raise NotImplementedError
