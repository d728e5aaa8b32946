"""The slots of a set as they stand with a learner: read once for a page.

What of a set does not depend on the learner, where each slot stands in the sources and under which
topics it counts, is kept as long as its shelf.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy.orm import Session

from quizapp.core.facts.source import Citation
from quizapp.core.items.retold import Retold, retold
from quizapp.core.items.themes import headings_of_slot
from quizapp.core.memory.days import study_day
from quizapp.core.memory.standing import Standing, State, standing
from quizapp.library.shelf import Shelf
from quizapp.services.learners import LearnerId
from quizapp.services.settings import zone_at
from quizapp.services.views.known import FactRow
from quizapp.store.memories import memories_of
from quizapp.store.settings import PRESET, settings_of
from quizapp.store.studied import failed_last

#: Source and number of a paragraph.
Place = tuple[str, int]


class Layout:
    """What a set has to know: its slots by topic, and where they stand."""

    def __init__(self, shelf: Shelf) -> None:
        #: ``slug/part`` by slot key, in the order of the set.
        self.slots: Mapping[str, str] = dict(shelf.asks.slots)
        self._bank = shelf.bank
        self.topics: Mapping[str, tuple[str, ...]] = {
            key: headings_of_slot(key, shelf.bank, shelf.wording) for key in self.slots
        }

    @cached_property
    def cites(self) -> Mapping[str, tuple[Citation, ...]]:
        """Where each slot stands, by slot key; of one without claims, where its fact does."""
        found: dict[str, dict[Citation, None]] = {key: {} for key in self.slots}
        for atom in self._bank.atoms:
            key = self._bank.slot_key(atom.slot)
            if key in found:
                found[key].update(dict.fromkeys(atom.cites))
        return {key: tuple(cites) or self._of_fact(key) for key, cites in found.items()}

    def _of_fact(self, key: str) -> tuple[Citation, ...]:
        slug = self.slots[key].partition("/")[0]
        fact = self._bank.facts.get(slug) or self._bank.questions.get(slug)
        return () if fact is None else fact.cites

    @cached_property
    def spans(self) -> Mapping[Place, tuple[tuple[Citation, str], ...]]:
        """The cited words of each paragraph with the slot keys; paragraphs in order."""
        found: dict[Place, list[tuple[Citation, str]]] = {}
        for key, cites in self.cites.items():
            for cite in cites:
                if cite.paragraph is not None:
                    found.setdefault((cite.source, cite.paragraph), []).append((cite, key))
        order = {source: place for place, source in enumerate(self._bank.sources)}
        places = sorted(found, key=lambda place: (order[place[0]], place[1]))
        return {place: tuple(found[place]) for place in places}

    @cached_property
    def places(self) -> Mapping[Place, int]:
        """The place of each paragraph among those that facts cite."""
        return {place: number for number, place in enumerate(self.spans)}

    @cached_property
    def unplaced(self) -> int:
        """How many slots stand in no text."""
        return sum(all(cite.paragraph is None for cite in cites) for cites in self.cites.values())

    def paragraph(self, key: str) -> int | None:
        """Return the place of the first paragraph of a slot; None where it has none."""
        cites = self.cites[key]
        found = (self.places.get((one.source, one.paragraph or 0)) for one in cites)
        return next((place for place in found if place is not None), None)


_LAYOUTS: Final[MutableMapping[Shelf, Layout]] = WeakKeyDictionary()


def layout_of(shelf: Shelf) -> Layout:
    """Return what a set has to know."""
    if (known := _LAYOUTS.get(shelf)) is None:
        known = _LAYOUTS[shelf] = Layout(shelf)
    return known


@dataclass(frozen=True, slots=True)
class Standings:
    """The slots of a set that a learner was asked, on a study day.

    Attributes:
        by_slot: by slot key, the least remembered first.
        retention: the share of recall that the learner's reviews aim at.
    """

    day: date
    by_slot: Mapping[str, Standing]
    retention: float

    def state(self, key: str) -> State:
        """Return how a slot stands."""
        found = self.by_slot.get(key)
        return State.NEVER if found is None else found.state

    def counts(self, slots: int) -> dict[State, int]:
        """Return how many of so many slots stand how."""
        counts = dict.fromkeys(State, 0)
        for one in self.by_slot.values():
            counts[one.state] += 1
        counts[State.NEVER] = slots - len(self.by_slot)
        return counts


def standings_of(
    session: Session, learner_id: LearnerId | None, shelf: Shelf, *, now: datetime
) -> Standings:
    """Return how the slots of a set stand with a learner; those that are gone are left out."""
    if learner_id is None:
        return Standings(now.date(), {}, PRESET.retention)
    day = study_day(now, zone_at(session, learner_id, now))
    asked, set_id = layout_of(shelf).slots, shelf.bank.set_id
    failed = failed_last(session, learner_id, set_id)
    found = [
        standing(one.slot, one.memory, due=one.due, failed=one.slot in failed, day=day)
        for one in memories_of(session, learner_id, set_id)
        if one.slot in asked
    ]
    found.sort(key=lambda one: (one.recall, one.slot))
    retention = settings_of(session, learner_id).retention
    return Standings(day, {one.slot: one for one in found}, retention)


def fact_rows(shelf: Shelf, standings: Iterable[Standing]) -> tuple[FactRow, ...]:
    """Return slots that were asked, in words."""
    return tuple(_fact_rows(shelf, tuple(standings)))


def _fact_rows(shelf: Shelf, standings: tuple[Standing, ...]) -> Iterator[FactRow]:
    layout = layout_of(shelf)
    told = retold(shelf.context, [layout.slots[one.slot] for one in standings])
    for one in standings:
        slot = layout.slots[one.slot]
        words: Retold = told[slot]
        yield FactRow(
            slot=slot,
            text=words.text,
            quotes=words.quotes,
            recall=one.recall,
            due=one.due,
            state=one.state,
            missed=one.failed,
            fresh=one.fresh,
            paragraph=layout.paragraph(one.slot),
        )
