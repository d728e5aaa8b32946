"""Which things are certainly the same: the classes that ``same_as`` joins (R3)."""

from collections.abc import Iterable

from tests.oracle.knowledge import Knowledge


def classes(knowledge: Knowledge, *, perhaps: bool = False) -> dict[str, frozenset[str]]:
    """Return the class of every thing that has another one in it.

    Args:
        perhaps: join what ``maybe_same`` joins too.
    """
    joined: dict[str, set[str]] = {}
    for entity in knowledge.entities.values():
        for other in (*entity.same_as, *(entity.maybe_same if perhaps else ())):
            merged = joined.get(entity.id, {entity.id}) | joined.get(other, {other})
            for one in merged:
                joined[one] = merged
    return {slug: frozenset(them) for slug, them in joined.items()}


def of_class(known: dict[str, frozenset[str]], slug: str) -> frozenset[str]:
    """Return what is certainly the same as a thing, itself included."""
    return known.get(slug, frozenset((slug,)))


def one_of(known: dict[str, frozenset[str]], slug: str) -> str:
    """Return the thing that stands for a class."""
    return min(of_class(known, slug))


def distinct(known: dict[str, frozenset[str]], slugs: Iterable[str]) -> list[str]:
    """Return one of each class of things, in their order."""
    return list(dict.fromkeys(one_of(known, slug) for slug in slugs))
