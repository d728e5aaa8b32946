"""The catalogue: which sets there are, and what one of them holds. Reads no database.

What is said of a set depends on its shelf alone and is kept as long as the shelf, which the
library exchanges when the content of the set changes.
"""

from collections import Counter
from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Section
from quizapp.library.loader import Library, Shelf
from quizapp.services.views import KindCount, SetCard, SetView, SourceLine

_CARDS: Final[MutableMapping[Shelf, SetCard]] = WeakKeyDictionary()
_VIEWS: Final[MutableMapping[Shelf, SetView]] = WeakKeyDictionary()


def set_cards(library: Library) -> tuple[SetCard, ...]:
    """Return a card for every set, by title."""
    return tuple(map(_card, library.shelves()))


def set_view(shelf: Shelf) -> SetView:
    """Return the page of a set: what it covers, and items of which kinds it yields."""
    if (known := _VIEWS.get(shelf)) is None:
        known = _VIEWS[shelf] = _view(shelf)
    return known


def _card(shelf: Shelf) -> SetCard:
    if (known := _CARDS.get(shelf)) is None:
        known = _CARDS[shelf] = SetCard(
            id=shelf.bank.set_id,
            title=shelf.bank.title,
            facts=len(shelf.bank.facts),
            items=len(shelf.pool),
            sources=_sources(shelf.bank),
        )
    return known


def _view(shelf: Shelf) -> SetView:
    bank = shelf.bank
    return SetView(
        id=bank.set_id,
        title=bank.title,
        facts=len(bank.facts),
        slots=len({atom.slot for atom in bank.atoms}),
        items=len(shelf.pool),
        most=shelf.most,
        sources=_sources(bank),
        kinds=_kinds(shelf),
        events=_names(bank, Section.EVENTS),
        people=_names(bank, Section.PEOPLE),
        topics=_names(bank, Section.TOPICS),
    )


def _sources(bank: Bank) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(source.label, source.kind, source.title, source.published)
        for source in bank.sources.values()
    )


def _kinds(shelf: Shelf) -> tuple[KindCount, ...]:
    counts = Counter(item.kind for item in shelf.pool)
    kinds = (KindCount(kind, shelf.wording.kind_label(kind), n) for kind, n in counts.items())
    return tuple(sorted(kinds, key=lambda kind: kind.label))


def _names(bank: Bank, section: Section) -> tuple[str, ...]:
    return tuple(sorted((entity.name for entity in bank.of(section)), key=str.casefold))
