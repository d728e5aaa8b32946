"""A set's own relations as input of the solver: one relation for each frame, with all its flags.

``member`` as of 2023-11 and ``member`` of no date are two relations to the solver: nothing that
is known in one frame says anything of another (section 1.2, ``as_of``).
"""

from collections.abc import Iterable, Iterator

from tests.oracle.claims import Claim
from tests.oracle.given import given
from tests.oracle.knowledge import Closure, Knowledge, Relation
from tests.oracle.sameness import classes, of_class

WORLDLY = ("symmetric", "transitive", "asymmetric", "irreflexive")


def framed(relation: str, at: str) -> str:
    """Return the name under which the solver knows a relation in one frame."""
    return f"{relation}@{at}" if at else relation


def own_relations(knowledge: Knowledge, claims: Iterable[Claim]) -> Iterator[str]:
    """Yield what the declared relations are, in every frame that is known or asked of."""
    frames = {(name, "") for name in knowledge.relations}
    frames |= {(atom.relation, atom.at) for atom in knowledge.atoms}
    frames |= {(closure.relation, closure.at) for closure in knowledge.closures}
    frames |= {(claim.relation, claim.at) for claim in claims}
    for name, at in sorted(frames):
        relation = knowledge.relations.get(name)
        if relation is not None:
            yield from _relation(knowledge, relation, framed(name, at))


def _relation(knowledge: Knowledge, relation: Relation, name: str) -> Iterator[str]:
    yield given("relation", name)
    yield given("object", name, relation.object)
    yield given("own", name)
    yield from (given(flag, name) for flag in WORLDLY if flag in relation.flags)
    if "one_subject" in relation.flags:
        yield given("inverse_functional", name)
    for subject in knowledge.of(relation.subject):
        yield given("subject", name, subject)
        if "one_object" in relation.flags:
            yield given("functional", name, subject)


def completed(knowledge: Knowledge) -> Iterator[Closure]:
    """Yield the lists that ``complete_objects`` and ``complete_subjects`` close.

    They close the list of every subject (object) that a row names, in the frame of the row; one
    that no row names stays open. What is certainly the same has one list. In a symmetric relation
    a row names both of its things as either.
    """
    same = classes(knowledge)
    for relation in knowledge.relations.values():
        rows = [
            (atom.at, pair)
            for atom in knowledge.atoms
            if atom.relation == relation.id and atom.holds
            for pair in (
                ((atom.subject, atom.object), (atom.object, atom.subject))
                if "symmetric" in relation.flags
                else ((atom.subject, atom.object),)
            )
        ]
        for flag, end, inverse in (("complete_objects", 0, False), ("complete_subjects", 1, True)):
            if flag not in relation.flags:
                continue
            for at, named in sorted({(at, pair[end]) for at, pair in rows}):
                alike = of_class(same, named)
                listed = {pair[1 - end] for when, pair in rows if when == at and pair[end] in alike}
                yield Closure(
                    relation.id, named, tuple(sorted(listed)), flag, inverse=inverse, at=at
                )


def one_sided(knowledge: Knowledge) -> bool:
    """Return whether a list closed at one end omits a thing that lists that end (R19)."""
    same, perhaps = classes(knowledge), classes(knowledge, perhaps=True)
    for closure in knowledge.closures:
        own = knowledge.relations.get(closure.relation)
        if own is None or "symmetric" not in own.flags:
            continue
        listed = {one for thing in closure.listed for one in of_class(perhaps, thing)}
        for atom in knowledge.atoms:
            if (atom.relation, atom.at, atom.holds) != (closure.relation, closure.at, True):
                continue
            for one, other in ((atom.subject, atom.object), (atom.object, atom.subject)):
                if one in of_class(same, closure.subject) and other not in listed:
                    return True
    return False
