"""How declared things relate: the same, perhaps the same, part and whole, overlapping, apart.

Nothing here depends on what the facts state about them; that is the kernel's part.
"""

from collections.abc import Container, Iterable, Mapping
from functools import cached_property, lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Entity
from quizapp.core.facts.fact import EventFact, StatementFact
from quizapp.core.facts.relations import RELATIONS, Relation
from quizapp.core.facts.sameness import representatives

_Graph = dict[str, set[str]]

#: Of so many pairs it is remembered whether they are apart; there may be more than fit in memory.
_PAIRS_KEPT = 20_000


class Structure:
    """The constraints on worlds that hold whatever the facts say.

    Args:
        entities: by id.
        apart: pairs of ids declared to have nothing in common.
        quotes: slugs of the statements that quote words.
        within: (part, whole) pairs of events.
        together: pairs of events declared to be at one time.
        relations: what claims may say.
    """

    def __init__(
        self,
        entities: Mapping[str, Entity],
        *,
        apart: Iterable[tuple[str, str]] = (),
        quotes: Iterable[str] = (),
        within: Iterable[tuple[str, str]] = (),
        together: Iterable[tuple[str, str]] = (),
        relations: Mapping[str, Relation] = RELATIONS,
    ) -> None:
        self.entities = entities
        self.relations = relations
        self.quotes = frozenset(quotes)
        self._declared_apart = [*apart, *_pairs(entities, "apart")]
        self._within = [*within, *_pairs(entities, "part_of")]
        self._together = list(together)
        self._cones: dict[tuple[str, bool], frozenset[str]] = {}
        self._nearby: dict[str, frozenset[str]] = {}
        self._held: dict[tuple[str, bool], frozenset[str]] = {}
        self._apart = lru_cache(maxsize=_PAIRS_KEPT)(self._decide_apart)

    @classmethod
    def of_bank(cls, bank: Bank) -> "Structure":
        """Return the structure of a compiled set."""
        events = [fact for fact in bank.facts.values() if isinstance(fact, EventFact)]
        return cls(
            bank.entities,
            apart=bank.apart,
            quotes=(
                fact.slug
                for fact in bank.facts.values()
                if isinstance(fact, StatementFact) and fact.quote is not None
            ),
            within=((event.slug, whole) for event in events for whole in event.part_of),
            together=((event.slug, other) for event in events for other in event.same_time),
            relations=bank.relations,
        )

    def is_declared(self, relation: str) -> bool:
        """Return whether the set itself declares a relation."""
        known = self.relations.get(relation)
        return known is not None and known.wording is not None

    def is_functional(self, relation: Relation, subject: str) -> bool:
        """Return whether a subject has one object at most in a relation (R2)."""
        return relation.functional and (not relation.quotes_only or subject in self.quotes)

    # --- identity (R3) ---

    @cached_property
    def _representatives(self) -> dict[str, str]:
        return representatives(self.entities)

    def representative(self, id_: str) -> str:
        """Return the one id that stands for all that ``same_as`` joins to this one."""
        return self._representatives.get(id_, id_)

    def same(self, id_: str) -> frozenset[str]:
        """Return all ids of one thing, this one among them."""
        return self._classes.get(self.representative(id_), frozenset((id_,)))

    @cached_property
    def _classes(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for id_, first in self._representatives.items():
            found.setdefault(first, set()).add(id_)
        return {first: frozenset(ids) for first, ids in found.items()}

    def perhaps_same(self, id_: str) -> frozenset[str]:
        """Return all ids of what may be the same thing, this one among them."""
        return frozenset().union(*(self.same(one) for one in self._perhaps(id_)))

    @cached_property
    def _chains(self) -> dict[str, frozenset[str]]:
        """The chain component of every id that a ``same_as`` or ``maybe_same`` edge touches."""
        edges = [
            (self.representative(a), self.representative(b))
            for a, b in [*_pairs(self.entities, "same_as"), *_pairs(self.entities, "maybe_same")]
        ]
        return {
            member: frozenset(members)
            for members in _components(_graph(edges, both=True))
            for member in members
        }

    @cached_property
    def _apart_from(self) -> _Graph:
        pairs = ((self.representative(a), self.representative(b)) for a, b in self._declared_apart)
        return _graph(((a, b) for a, b in pairs if a != b), both=True)

    def possibly_same(self, a: str, b: str) -> bool:
        """Return whether a world may take the two for one thing; True for a thing and itself."""
        a, b = self.representative(a), self.representative(b)
        if a == b:
            return True
        chained = b in self._chains.get(a, ())
        return chained and b not in self._apart_from.get(a, ())

    def _perhaps(self, id_: str) -> Iterable[str]:
        """Yield every id that may be the same as this one, itself first."""
        own = self.representative(id_)
        yield own
        for other in self._chains.get(own, ()):
            if other != own and self.possibly_same(own, other):
                yield other

    def may_be_among(self, id_: str, known: Container[str]) -> bool:
        """Return whether a thing may be one of these; they are named by their representatives."""
        return any(one in known for one in self._perhaps(id_))

    # --- part and whole, overlap (1.4) ---

    @cached_property
    def _wholes(self) -> _Graph:
        return _graph((self.representative(a), self.representative(b)) for a, b in self._within)

    @cached_property
    def _parts(self) -> _Graph:
        return _graph((self.representative(b), self.representative(a)) for a, b in self._within)

    @cached_property
    def _overlapping(self) -> _Graph:
        pairs = _pairs(self.entities, "overlaps")
        return _graph(
            ((self.representative(a), self.representative(b)) for a, b in pairs), both=True
        )

    def wholes(self, id_: str) -> frozenset[str]:
        """Return what certainly holds this one, itself included."""
        return self._reached(id_, down=False)

    def parts(self, id_: str) -> frozenset[str]:
        """Return what this one certainly holds, itself included."""
        return self._reached(id_, down=True)

    def _reached(self, id_: str, *, down: bool) -> frozenset[str]:
        key = (self.representative(id_), down)
        if key not in self._held:
            self._held[key] = frozenset(_reach(key[0], self._parts if down else self._wholes))
        return self._held[key]

    def is_part(self, part: str, whole: str) -> bool:
        """Return whether one certainly is a part of the other, or the same."""
        return self.representative(whole) in self.wholes(part)

    def _cone(self, id_: str, *, down: bool) -> frozenset[str]:
        """Return all that may be a part (or whole) of this: "may be the same" at every step."""
        key = (self.representative(id_), down)
        if key not in self._cones:
            edges = self._parts if down else self._wholes
            found: set[str] = set()
            waiting = [key[0]]
            while waiting:
                for one in self._perhaps(waiting.pop()):
                    if one not in found:
                        found.add(one)
                        waiting.extend(edges.get(one, ()))
            self._cones[key] = frozenset(found)
        return self._cones[key]

    def related(self, a: str, b: str) -> bool:
        """Return whether the two may share anything: the opposite of ``apart``."""
        return not self.apart(a, b)

    def apart(self, a: str, b: str) -> bool:
        """Return whether the two certainly have nothing in common.

        Not perhaps the same, neither perhaps part of the other, no common part, no overlap
        declared among their parts and the wholes of these: what overlaps a whole may do so in any
        part of it. A declared ``apart`` of them, or of wholes that certainly hold them, settles
        it.
        """
        return self._apart(self.representative(a), self.representative(b))

    def _decide_apart(self, a: str, b: str) -> bool:
        if self._apart_declared(a, b):
            return True
        # A thing is in its own cone: this covers "the same" and "part of the other" too.
        if self._cone(a, down=True) & self._cone(b, down=True):
            return False
        near_b = self._near(b) if self._overlapping else frozenset()
        return not any(
            other in near_b
            for one in (self._near(a) if near_b else ())
            for other in self._overlapping.get(one, ())
        )

    def in_common(self, a: str, b: str) -> tuple[str, ...] | None:
        """Return what two things certainly share: a part, or parts that are said to overlap."""
        parts_a, parts_b = self.parts(a), self.parts(b)
        shared = sorted(parts_a & parts_b)
        if shared:
            return (shared[0],)
        pairs = ((x, y) for x in sorted(parts_a) for y in sorted(self._overlapping.get(x, ())))
        return next((pair for pair in pairs if pair[1] in parts_b), None)

    def _near(self, id_: str) -> frozenset[str]:
        """Return all that may hold this or one of its parts."""
        if id_ not in self._nearby:
            wholes = (self._cone(part, down=False) for part in self._cone(id_, down=True))
            self._nearby[id_] = frozenset().union(*wholes)
        return self._nearby[id_]

    def _apart_declared(self, a: str, b: str) -> bool:
        wholes_b = self.wholes(b)
        return any(
            not wholes_b.isdisjoint(self._apart_from.get(whole, ())) for whole in self.wholes(a)
        )

    # --- events in time (R4) ---

    @cached_property
    def _at_one_time(self) -> _Graph:
        return _graph(
            ((self.representative(a), self.representative(b)) for a, b in self._together), both=True
        )

    def unordered(self, id_: str) -> frozenset[str]:
        """Return the events that this one is neither over before nor begins after."""
        own = self.representative(id_)
        return (self.wholes(own) | self.parts(own) | self._at_one_time.get(own, set())) - {own}

    def not_ordered(self, a: str, b: str) -> bool:
        """Return whether neither event can be over before the other began."""
        return self.representative(a) == self.representative(b) or (
            self.representative(b) in self.unordered(a)
        )


def _pairs(entities: Mapping[str, Entity], field: str) -> list[tuple[str, str]]:
    return [(id_, other) for id_, entity in entities.items() for other in getattr(entity, field)]


def _graph(edges: Iterable[tuple[str, str]], *, both: bool = False) -> _Graph:
    graph: _Graph = {}
    for a, b in edges:
        graph.setdefault(a, set()).add(b)
        if both:
            graph.setdefault(b, set()).add(a)
    return graph


def _reach(start: str, graph: _Graph) -> set[str]:
    found = {start}
    waiting = [start]
    while waiting:
        fresh = graph.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _components(graph: _Graph) -> list[set[str]]:
    components: list[set[str]] = []
    seen: set[str] = set()
    for start in graph:
        if start not in seen:
            members = _reach(start, graph)
            seen |= members
            components.append(members)
    return components
