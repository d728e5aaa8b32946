"""Things that no fact speaks of, nothing refers to and no item shows."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Entity

_LINKS = ("part_of", "overlaps", "same_as", "maybe_same", "kind_of", "members", "not_members")


def unused_entity(examined: Examined) -> Iterator[Finding]:
    """Yield the things that might as well not be there."""
    used = _used(examined)
    for entity in examined.bank.entities.values():
        if entity.id not in used:
            yield Finding(
                entity.id,
                f'no fact speaks of "{entity.name}", and it is no option of any item',
                "write a fact of it, give it the kind of what it should be mixed up with, "
                "or remove it",
            )


def _used(examined: Examined) -> set[str]:
    bank = examined.bank
    claims: list[Claim] = [atom.claim for atom in bank.atoms]
    for shown in examined.shown:
        claims += shown.claims
    used = {claim.subject for claim in claims}
    used |= {claim.object for claim in claims if isinstance(claim.object, str)}
    for closure in bank.closures:
        used |= {closure.subject, *closure.listed}
    for entity in bank.entities.values():
        used |= _linked(entity)
    return used


def _linked(entity: Entity) -> set[str]:
    """Return what an entry refers to."""
    found = {other for link in _LINKS for other in getattr(entity, link)}
    return found | ({entity.of} if entity.of is not None else set())
