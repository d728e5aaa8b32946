"""The catalogue: which sets there are, and what one of them holds. Reads no database.

What is said of a set depends on its shelf alone, and on whether its items are counted yet. It is
kept as long as the shelf, which the library exchanges when the content of the set changes.
"""

from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Section
from quizapp.core.facts.survey import learnt
from quizapp.core.items.wanted import Sort, Wanted
from quizapp.core.profiles.profile import Profile
from quizapp.library.kept import Pool
from quizapp.library.loader import Library
from quizapp.library.profiles import Profiles
from quizapp.library.shelf import Shelf
from quizapp.services.views import ExamView, KindCount, SetCard, SetView, SourceLine

#: A page names at most so many things of a section.
_NAMED: Final = 200
_LISTED: Final = (Section.EVENTS, Section.PEOPLE, Section.TOPICS)

_CARDS: Final[MutableMapping[Shelf, SetCard]] = WeakKeyDictionary()
_VIEWS: Final[MutableMapping[Shelf, SetView]] = WeakKeyDictionary()


def set_cards(library: Library) -> tuple[SetCard, ...]:
    """Return a card for every set, by title."""
    return tuple(map(_card, library.shelves()))


def set_view(shelf: Shelf) -> SetView:
    """Return the page of a set: what it covers, and items of which kinds it yields."""
    pool = shelf.pool
    if (known := _VIEWS.get(shelf)) is None or known.items != _count(pool):
        known = _VIEWS[shelf] = _view(shelf, pool)
    return known


def exam_views(shelf: Shelf, profiles: Profiles) -> tuple[ExamView, ...]:
    """Return the exams under which a set may be asked, the classroom first."""
    return tuple(
        ExamView(one.id, one.name, one.marks, _most(shelf, one)) for one in profiles.values()
    )


def _most(shelf: Shelf, profile: Profile) -> int | None:
    """Return how many items fit together; nobody counts for each exam what is large."""
    if profile == shelf.profile:
        pool = shelf.pool
    else:
        pool = shelf.under(profile).counted if shelf.is_small else None
    return None if pool is None else pool.most


def _card(shelf: Shelf) -> SetCard:
    items = _count(shelf.pool)
    if (known := _CARDS.get(shelf)) is None or known.items != items:
        known = _CARDS[shelf] = SetCard(
            id=shelf.bank.set_id,
            title=shelf.bank.title,
            facts=learnt(shelf.bank),
            items=items,
            sources=_sources(shelf.bank),
        )
    return known


def _count(pool: Pool | None) -> int | None:
    return None if pool is None else pool.count


def _view(shelf: Shelf, pool: Pool | None) -> SetView:
    bank = shelf.bank
    return SetView(
        id=bank.set_id,
        title=bank.title,
        facts=learnt(bank),
        slots=len({atom.slot for atom in bank.atoms}),
        items=_count(pool),
        written=len(bank.questions),
        most=None if pool is None else pool.most,
        sources=_sources(bank),
        kinds=() if pool is None else _kinds(pool, shelf),
        sorts=_sorts(pool),
        events=_names(bank, Section.EVENTS),
        people=_names(bank, Section.PEOPLE),
        topics=_names(bank, Section.TOPICS),
        more=sum(max(0, len(bank.of(section)) - _NAMED) for section in _LISTED),
    )


def _sources(bank: Bank) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(source.label, source.kind, source.title, source.published)
        for source in bank.sources.values()
    )


def _kinds(pool: Pool, shelf: Shelf) -> tuple[KindCount, ...]:
    kinds = (KindCount(kind, shelf.wording.kind_label(kind), n) for kind, n in pool.kinds.items())
    return tuple(sorted(kinds, key=lambda kind: kind.label))


def _sorts(pool: Pool | None) -> tuple[Sort, ...]:
    if pool is None or pool.items is None:
        return tuple(Sort)
    formats = {item.format for item in pool.items}
    return tuple(sort for sort in Sort if any(map(Wanted(sort).has_format, formats)))


def _names(bank: Bank, section: Section) -> tuple[str, ...]:
    names = sorted((entity.name for entity in bank.of(section)), key=str.casefold)
    return tuple(names[:_NAMED])
