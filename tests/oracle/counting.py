"""How many objects a subject has, where that can be asked at all (R13)."""

from collections.abc import Mapping
from itertools import combinations

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge
from tests.oracle.oracle import decide
from tests.oracle.program import OBJECTS


def sound_count(knowledge: Knowledge, relation: str, subject: str) -> int | None:
    """Return the number of objects, or None where it may not be asked.

    The list must be closed, no thing of the type unknown, and all true ones, derived ones
    included, pairwise apart; what is certainly the same counts once.
    """
    if not any(c.relation == relation and c.subject == subject for c in knowledge.closures):
        return None
    things = knowledge.of(*OBJECTS[relation])
    verdicts = decide(knowledge, (Claim(relation, subject, thing) for thing in things))
    if "unknown" in verdicts.values():
        return None
    true = [claim.object for claim, verdict in verdicts.items() if verdict == "true"]
    pairs = list(combinations(true, 2))
    meeting = "touch" if relation in ("about", "covered") else "same"
    met = decide(knowledge, (Claim(name, *pair) for pair in pairs for name in ("same", meeting)))
    once = _once(true, met)
    apart = (met[Claim(meeting, *pair)] == "false" for pair in combinations(once, 2))
    return len(once) if all(apart) else None


def _once(things: list[str], met: Mapping[Claim, Verdict]) -> list[str]:
    """Return one of each class of things that are certainly the same."""
    kept: list[str] = []
    for thing in things:
        if not any(met[Claim("same", other, thing)] == "true" for other in kept):
            kept.append(thing)
    return kept
