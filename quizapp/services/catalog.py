"""The catalogue: which sets there are, and what one of them holds. Reads no database."""

from collections import Counter

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Section
from quizapp.library.loader import Library, Shelf
from quizapp.services.views import KindCount, SetCard, SetView, SourceLine


def set_cards(library: Library) -> tuple[SetCard, ...]:
    """Return a card for every set, by title."""
    return tuple(
        SetCard(
            id=shelf.bank.set_id,
            title=shelf.bank.title,
            facts=len(shelf.bank.facts),
            items=len(shelf.pool),
            sources=_sources(shelf.bank),
        )
        for shelf in library.shelves()
    )


def set_view(shelf: Shelf) -> SetView:
    """Return the page of a set: what it covers, and items of which kinds it yields."""
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
