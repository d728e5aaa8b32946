"""The things of a random world: what is declared of them, and what they really are.

Declared: same, perhaps the same, part and whole, overlapping, apart. Real: which ids are one
thing, and (for topics and places) the region each takes up, a set of points. Regions share points
only where a declaration allows it, for that is what the declarations promise.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count

from quizapp.core.facts.entity import Entity, Section
from tests.core.worlds.scale import Scale

#: Sections whose things may go by two ids.
_MANY_IDS = (Section.PEOPLE, Section.PLACES, Section.MEDIA, Section.EVENTS, Section.TOPICS)
_SPATIAL = (Section.PLACES, Section.TOPICS)
_KINDS = ("field", "craft")

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what there is.

    Attributes:
        entities: as declared, by id.
        apart: pairs declared to have nothing in common.
        within: (part, whole) pairs of events; declared by the events' facts.
        one: for each id all ids of the same thing, itself included.
        region: for each topic and place the points it takes up.
    """

    entities: dict[str, Entity]
    apart: tuple[Edge, ...]
    within: tuple[Edge, ...]
    one: dict[str, frozenset[str]]
    region: dict[str, frozenset[str]]

    def ids(self, *sections: Section) -> list[str]:
        """Return the ids of the things of some sections."""
        return [one.id for one in self.entities.values() if one.section in sections]

    def with_wholes(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the ids, all other ids of the same things, and all that holds them."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            for same in self.one[waiting.pop()] - found:
                found.add(same)
                waiting.extend(self.entities[same].part_of)
        return frozenset(found)

    def meeting(self, ids: Iterable[str]) -> list[str]:
        """Return the topics or places that share a point with one of these."""
        points = {point for id_ in ids for point in self.region[id_]}
        return [id_ for id_, region in self.region.items() if region & points]


def make_cast(rng: random.Random, scale: Scale) -> Cast:
    """Return the things of a world of that scale."""
    entities: dict[str, Entity] = {}
    one: dict[str, frozenset[str]] = {}
    region: dict[str, frozenset[str]] = {}
    apart: list[Edge] = []
    within: tuple[Edge, ...] = ()
    numbers = count()
    for section in Section:
        ids = [f"{section.value[:2]}{next(numbers)}" for _ in scale.names(section)]
        links = _Links(ids, section, rng, scale)
        one |= links.one
        if section is Section.EVENTS:
            within = tuple(links.parts)
        for id_, name in zip(ids, scale.names(section), strict=True):
            entities[id_] = replace(links.entity(id_), name=name)
        if section in _SPATIAL:
            region |= links.regions()
        for a, b in combinations(ids, 2):
            if rng.random() < scale.links / 4 and links.are_apart(a, b, region):
                apart.append((a, b))
    return Cast(entities, tuple(apart), within, one, region)


class _Links:
    """What is declared between the things of one section, and the identity behind it."""

    def __init__(
        self, ids: Sequence[str], section: Section, rng: random.Random, scale: Scale
    ) -> None:
        self.ids, self.section, self._rng = ids, section, rng
        self.same: list[Edge] = []
        self.perhaps: list[Edge] = []
        self.parts: list[Edge] = []
        self.overlaps: list[Edge] = []
        pairs = list(combinations(ids, 2))
        some = scale.links / max(1, len(ids) - 1)
        for pair in pairs:
            drawn = rng.random()
            if section in _MANY_IDS and drawn < some / 4:
                self.same.append(pair)
            elif section in _MANY_IDS and drawn < some:
                self.perhaps.append(pair)
        merged = [edge for edge in self.perhaps if rng.random() < 0.5]
        self.one = _classes(ids, [*self.same, *merged])
        certain = _classes(ids, self.same)
        for part, whole in pairs:
            if certain[part] == certain[whole] or section not in (*_SPATIAL, Section.EVENTS):
                continue
            if rng.random() < 2 * some:
                self.parts.append((part, whole))
            elif section is Section.TOPICS and rng.random() < 2 * some:
                self.overlaps.append((part, whole))

    def entity(self, id_: str) -> Entity:
        """Return a thing with what is declared of it."""
        spatial = self.section in _SPATIAL
        return Entity(
            id=id_,
            section=self.section,
            name="",
            kind=self._rng.choice(_KINDS) if self.section is Section.TOPICS else None,
            part_of=_of(id_, self.parts) if spatial else (),
            overlaps=_of(id_, self.overlaps),
            same_as=_of(id_, self.same),
            maybe_same=_of(id_, self.perhaps),
        )

    def regions(self) -> dict[str, frozenset[str]]:
        """Return regions in which nothing meets that was not declared to, directly or by parts.

        Each thing has a point of its own; an overlap, where it is real, is a point of something
        inside either; wholes hold the points of their parts.
        """
        points: dict[str, set[str]] = {id_: set() for id_ in self.ids}
        numbers = (f"{self.section}-{number}" for number in count())
        for id_ in self.ids:
            points[id_].add(next(numbers))
        for a, b in self.overlaps:
            if self._rng.random() < 0.7:
                shared = next(numbers)
                for side in (a, b):
                    points[self._rng.choice(self._inside(side))].add(shared)
        changed = True
        while changed:
            before = sum(map(len, points.values()))
            for part, whole in self.parts:
                points[whole] |= points[part]
            for id_ in self.ids:
                for other in self.one[id_]:
                    points[id_] |= points[other]
            changed = sum(map(len, points.values())) > before
        return {id_: frozenset(found) for id_, found in points.items()}

    def _inside(self, id_: str) -> list[str]:
        """Return the thing and all its declared parts."""
        found = [id_]
        for whole in found:
            found += [part for part, held in self.parts if held == whole and part not in found]
        return found

    def are_apart(self, a: str, b: str, region: dict[str, frozenset[str]]) -> bool:
        """Return whether two things really have nothing in common and nothing says otherwise."""
        linked = {*self.same, *self.parts, *self.overlaps}
        if b in self.one[a] or (a, b) in linked or (b, a) in linked:
            return False
        if self.section is Section.EVENTS:
            in_parts = {id_ for edge in self.parts for id_ in edge}
            return not (self.one[a] | self.one[b]) & in_parts
        return not (region.get(a, frozenset()) & region.get(b, frozenset()))


def _of(id_: str, edges: Iterable[Edge]) -> tuple[str, ...]:
    return tuple(other for one, other in edges if one == id_)


def _classes(ids: Sequence[str], edges: Iterable[Edge]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {id_: {id_} for id_ in ids}
    for a, b in edges:
        joined = found[a] | found[b]
        for id_ in joined:
            found[id_] = joined
    return defaultdict(frozenset, {id_: frozenset(joined) for id_, joined in found.items()})
