"""A published item with what a rule may look at, and the names of things."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Entity, Knowledge, Statement
from tests.oracle.measures import fold
from tests.oracle.reading import Stem


@dataclass(frozen=True, slots=True)
class Shown:
    """An item with all that a rule may look at."""

    item: Mapping[str, Any]
    stem: Stem
    claims: list[Claim]
    known: Mapping[Claim, Verdict]
    knowledge: Knowledge

    def right(self) -> list[Claim]:
        """Return the claims of what is to be chosen, or judged true."""
        entries = self.item["options"] or self.item["parts"]
        if self.item["format"] == "true_false":
            return self.claims[:1] if entries[0]["right"] else []
        return [c for c, e in zip(self.claims, entries, strict=True) if e.get("right", True)]

    def things(self) -> list[Entity]:
        """Return what the options name, of a statement its object."""
        found = (self.knowledge.entities.get(self.varying(claim)) for claim in self.claims)
        return [entity for entity in found if entity is not None]

    def varying(self, claim: Claim) -> str:
        """Return the end of a claim that an option prints."""
        pattern = self.stem.frame.claim
        return claim.subject if pattern is not None and pattern.subject == "?" else claim.object

    def asked(self) -> list[Statement]:
        """Return the statements that the claims are about."""
        slugs = {claim.subject.partition("[")[0] for claim in self.claims}
        return [s for s in self.knowledge.statements.values() if s.id in slugs]


def same_class(knowledge: Knowledge, slug: str) -> set[str]:
    """Return what is declared the same as a thing, itself included."""
    found, open_ = set(), [slug]
    while open_:
        one = open_.pop()
        found.add(one)
        for entity in knowledge.entities.values():
            pair = {entity.id} | set(entity.same_as)
            if one in pair and (one == entity.id or one in entity.same_as):
                open_ += [other for other in pair if other not in found]
    return found


def named(knowledge: Knowledge, text: str) -> set[str]:
    """Return what a text is a name of, with or without its article."""
    bare = fold(text).removeprefix("the ")
    return {e.id for e in knowledge.entities.values() if bare in names_of(e)}


def names_of(entity: Entity) -> set[str]:
    """Return every folded name and alias of a thing."""
    return {fold(n) for n in (*(name.text for name in entity.names), *entity.aliases)}
