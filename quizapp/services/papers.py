"""Papers: the items chosen for one quiz, with all that their pages will need.

Choosing takes the kernel's time, so it happens before the write queue is entered; the paper is a
value that ``quizzes.start_quiz`` stores.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final
from weakref import WeakKeyDictionary

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.themes import themes
from quizapp.errors import NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.store.bundles import Bundle
from quizapp.store.items import StoredItem

_BUNDLES: Final[MutableMapping[Shelf, Bundle]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a paper.

    Attributes:
        themes: labels of the topics that the score is broken down by.
        kind_label: the name of its kind.
        how: how to answer and how it is marked, in words.
        stored: the item as it is stored.
    """

    item: Item
    themes: tuple[str, ...]
    kind_label: str
    how: str
    stored: StoredItem

    @classmethod
    def of(cls, item: Item, themes: tuple[str, ...], kind_label: str, how: str) -> "Entry":
        """Return an item with what its pages need, ready to be stored."""
        return cls(item, themes, kind_label, how, StoredItem.of(item))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a quiz will ask, in order.

    Attributes:
        bundle: what the pages need of the set as it was.
        size: how many items were asked for; None for as many as can stand together.
        feedback_each: whether feedback comes after each question, or at the end.
        seed: what the items were drawn with, from 0, under 2**63.
    """

    bundle: Bundle
    size: int | None
    feedback_each: bool
    seed: int
    entries: tuple[Entry, ...]


def compose_paper(
    shelf: Shelf, *, size: int | None, feedback_each: bool, seed: int, today: date
) -> Paper:
    """Return a paper drawn from a set; the same arguments give the same paper.

    Args:
        size: at least 1; a set that has fewer gives what it has; None for as many as can stand.
        today: nothing rests on facts that should have been looked at again before (1.4).

    Raises:
        NothingToAsk: the set yields no item.
    """
    items = shelf.quiz(
        size=size, feedback_each=feedback_each, rng=Random(seed), stale=shelf.bank.stale(today)
    )
    if not items:
        raise NothingToAsk(f"The set “{shelf.bank.title}” yields no question yet.")
    return Paper(
        bundle=_bundle(shelf),
        size=size,
        feedback_each=feedback_each,
        seed=seed,
        entries=tuple(_entry(item, shelf) for item in items),
    )


def _bundle(shelf: Shelf) -> Bundle:
    if (known := _BUNDLES.get(shelf)) is None:
        known = _BUNDLES[shelf] = bundle_of(shelf.bank)
    return known


def bundle_of(bank: Bank) -> Bundle:
    """Return what pages need of a set when its file may have changed."""
    cited = {**bank.facts, **bank.questions}
    citations = {slug: list(one.cites) for slug, one in cited.items()}
    for atom in bank.atoms:
        # A denial inside a fact may stand elsewhere than the fact.
        citations[atom.fact] += atom.cites
    return Bundle(
        digest=bank.digest,
        set_id=bank.set_id,
        title=bank.title,
        sources=bank.sources,
        citations={slug: tuple(dict.fromkeys(cites)) for slug, cites in citations.items()},
    )


def _entry(item: Item, shelf: Shelf) -> Entry:
    return Entry.of(
        item,
        themes=themes(item, shelf.bank, shelf.wording),
        kind_label=shelf.wording.kind_label(item.kind),
        how=f"{shelf.wording.how(item.format)} {shelf.wording.marked(item.format)}",
    )
