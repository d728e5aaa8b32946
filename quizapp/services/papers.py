"""Papers: the items chosen for one quiz, with all that their pages will need.

Choosing takes the kernel's time, so it happens before the write queue is entered; the paper is a
value that ``quizzes.start_quiz`` stores.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final
from weakref import WeakKeyDictionary

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.themes import themes
from quizapp.core.items.wanted import MIXED, Difficulty, Wanted, prior
from quizapp.core.profiles.profile import Profile
from quizapp.errors import NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.store.bundles import Bundle
from quizapp.store.items import StoredItem

_BUNDLES: Final[MutableMapping[Bank, Bundle]] = WeakKeyDictionary()


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
        settings: as ``settings_of`` gives them.
    """

    bundle: Bundle
    size: int | None
    feedback_each: bool
    seed: int
    entries: tuple[Entry, ...]
    settings: Mapping[str, object]


def settings_of(profile: Profile, wanted: Wanted) -> Mapping[str, object]:
    """Return what is stored of a profile and a wish: marks stay as they were on that day."""
    return {
        "profile": profile.id,
        "name": profile.name,
        "right": str(profile.marks.right),
        "wrong": str(profile.marks.wrong),
        "blank": str(profile.marks.blank),
        "multi_marked": profile.marks.multi_marked,
        "sort": wanted.sort.value,
        "level": wanted.level.value,
    }


def compose_paper(
    shelf: Shelf,
    *,
    size: int | None,
    feedback_each: bool,
    seed: int,
    today: date,
    wanted: Wanted = MIXED,
    difficulty: Difficulty = prior,
) -> Paper:
    """Return a paper drawn from a set; the same arguments give the same paper.

    Args:
        shelf: the set under the profile of an exam.
        size: at least 1; a set that has fewer gives what it has; None for as many as can stand.
        today: nothing rests on facts that should have been looked at again before (1.4).
        wanted: which sort of items, and how hard.
        difficulty: how hard each item is, by what is known of it.

    Raises:
        NothingToAsk: the set yields no such item.
    """
    items = shelf.quiz(
        size=size,
        feedback_each=feedback_each,
        rng=Random(seed),
        stale=shelf.bank.stale(today),
        wanted=wanted,
        difficulty=difficulty,
    )
    if not items:
        raise NothingToAsk(
            f"The set “{shelf.bank.title}” has no such question yet: choose another exam or sort."
        )
    return paper_of(shelf, items, size=size, feedback_each=feedback_each, seed=seed, wanted=wanted)


def paper_of(
    shelf: Shelf,
    items: Sequence[Item],
    *,
    size: int | None,
    feedback_each: bool,
    seed: int,
    wanted: Wanted,
) -> Paper:
    """Return a paper of these items, in order; the arguments are what they were chosen by."""
    return Paper(
        bundle=_bundle(shelf.bank),
        size=size,
        feedback_each=feedback_each,
        seed=seed,
        entries=tuple(_entry(item, shelf) for item in items),
        settings=settings_of(shelf.profile, wanted),
    )


def _bundle(bank: Bank) -> Bundle:
    if (known := _BUNDLES.get(bank)) is None:
        known = _BUNDLES[bank] = bundle_of(bank)
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
