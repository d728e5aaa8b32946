"""Which ids are one thing: what ``same_as`` joins, directly or by others (R3).

What may be the same, and what is apart, is left to the proof (``Structure``).
"""

from collections.abc import Mapping

from quizapp.core.facts.entity import Entity


def representatives(entities: Mapping[str, Entity]) -> dict[str, str]:
    """Return, for every id that ``same_as`` joins to another, the one that stands for them all.

    It is chosen by name, so that it does not depend on ids. Ids that no entity has are left out.
    """
    joined: dict[str, set[str]] = {}
    for id_, entity in entities.items():
        for other in entity.same_as:
            if other in entities:
                joined.setdefault(id_, set()).add(other)
                joined.setdefault(other, set()).add(id_)
    chosen: dict[str, str] = {}
    for start in joined:
        if start in chosen:
            continue
        members, waiting = {start}, [start]
        while waiting:
            fresh = joined[waiting.pop()] - members
            members |= fresh
            waiting.extend(fresh)
        first = min(members, key=lambda id_: (entities[id_].name, id_))
        chosen.update(dict.fromkeys(members, first))
    return chosen
