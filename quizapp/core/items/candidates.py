"""What may stand beside a thing as wrong: things of its sort, a bounded number of them.

Of a small group all are considered. Of a larger one half of the places go to what has most in
common with the key and half to things from anywhere in the group, drawn by the key's name, so
that an item of a large set costs no more than one of a small set.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain
from random import Random

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.items.likeness import Likeness

#: A group of so many things is considered as a whole; of a larger one, so many of it.
WHOLE, CONSIDERED = 40, 24

_Sort = tuple[Section, str | None]


def _by_name(entity: Entity) -> tuple[str, tuple[str, ...]]:
    return entity.name, entity.aliases


class Candidates:
    """The things of one bank by their sort."""

    def __init__(self, bank: Bank, likeness: Likeness) -> None:
        self._bank = bank
        self._likeness = likeness

    @cached_property
    def _sorts(self) -> dict[_Sort, tuple[str, ...]]:
        """Ids by section and kind, sorted by name: never by id."""
        found: dict[_Sort, list[Entity]] = {}
        for entity in self._bank.entities.values():
            found.setdefault((entity.section, entity.kind), []).append(entity)
        return {
            sort: tuple(entity.id for entity in sorted(group, key=_by_name))
            for sort, group in found.items()
        }

    @cached_property
    def _events(self) -> tuple[str, ...]:
        return tuple(entity.id for entity in self._bank.of(Section.EVENTS))

    def of_sort(self, key: str, also: Collection[str] = ()) -> tuple[str, ...]:
        """Return things of the key's section and kind, by name; the key may be among them.

        Args:
            also: what is among them if it is of that sort, however many there are.
        """
        entity = self._bank.entities[key]
        group = self._sorts[entity.section, entity.kind]
        if len(group) <= WHOLE:
            return group
        near = (
            id_
            for id_ in chain(sorted(also), self._likeness.near(key))
            if (self._bank.entities[id_].section, self._bank.entities[id_].kind)
            == (entity.section, entity.kind)
        )
        return self._some(group, near, entity.name)

    def events(self, key: str, near: Iterable[str]) -> tuple[str, ...]:
        """Return events of any kind, by name, those that are near among them."""
        if len(self._events) <= WHOLE:
            return self._events
        return self._some(self._events, iter(near), self._bank.entities[key].name)

    def _some(self, group: tuple[str, ...], near: Iterator[str], name: str) -> tuple[str, ...]:
        chosen: dict[str, None] = {}
        for id_ in near:
            chosen[id_] = None
            if len(chosen) >= CONSIDERED // 2:
                break
        for id_ in Random(name).sample(group, CONSIDERED):
            if len(chosen) >= CONSIDERED:
                break
            chosen[id_] = None
        return tuple(sorted(chosen, key=lambda id_: _by_name(self._bank.entities[id_])))
