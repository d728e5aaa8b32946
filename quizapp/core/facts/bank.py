"""The bank: everything a set states, ready to be asked about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.fact import Atom, Closure, EventFact, Fact, WrittenQuestion
from quizapp.core.facts.relations import RELATIONS, Relation
from quizapp.core.facts.source import Citation, Document

#: What joins the slugs and ids in a slot.
_SLOT = re.compile(r"([/:<])")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Bank:
    """One compiled set. A bank equals itself only; the digest tells whether two say the same.

    Attributes:
        set_id: the set's id, first part of every slot key.
        digest: sha256 (hex) of the whole bundle.
        sources: by id, in file order.
        entities: by id, in file order.
        facts: by slug; statements, coverage, offices, events, sequences in file order.
        atoms: every claim that a fact states or denies.
        closures: every list declared complete.
        apart: pairs of ids declared to have nothing in common.
        no_fact: sentences said to carry no fact.
        places: line and column of each fact in the file, by slug; empty where not from a file.
        relations: what its claims may say: the vocabulary and the relations it declares.
        questions: those written by hand, by id.
        review_after: ISO dates after which facts are to be looked at again, by slug.
        renamed: the slugs of today by the former ones (``was``).
    """

    set_id: str
    title: str
    digest: str
    sources: Mapping[str, Document]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    atoms: tuple[Atom, ...]
    closures: tuple[Closure, ...]
    apart: tuple[tuple[str, str], ...]
    no_fact: tuple[Citation, ...]
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=lambda: RELATIONS)
    questions: Mapping[str, WrittenQuestion] = field(default_factory=dict)
    review_after: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def of(self, section: Section) -> tuple[Entity, ...]:
        """Return the entities of a section, sorted by name (never by id)."""
        return tuple(
            sorted(
                (entity for entity in self.entities.values() if entity.section is section),
                key=lambda entity: (entity.name, entity.aliases),
            )
        )

    def slot_key(self, slot: str) -> str:
        """Return the whole memory key of a slot ``slug/part``."""
        return f"{self.set_id}/{slot}"

    def slot_today(self, slot: str) -> str:
        """Return a slot ``slug/part`` under the slugs and ids of today (``was``)."""
        return "".join(self.renamed.get(word, word) for word in _SLOT.split(slot))

    def stale(self, today: date) -> frozenset[str]:
        """Return the slugs of the facts that should have been looked at again before a day."""
        return frozenset(
            slug for slug, text in self.review_after.items() if parse_date(text).last < today
        )

    def event_fact(self, event: str) -> EventFact | None:
        """Return what is known of an event, or None where it has no data."""
        fact = self.facts.get(event)
        return fact if isinstance(fact, EventFact) else None
