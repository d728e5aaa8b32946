"""Slots that two sources fill differently: nothing is asked of them until the teacher decides."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.proof.disputes import Blocked, blocked


def blocked_slot(examined: Examined) -> Iterator[Finding]:
    """Yield each fact that fills a blocked slot, with the others."""
    for one in blocked(examined.bank):
        for slug in one.facts:
            others = " and ".join(f'"{other}"' for other in one.facts if other != slug)
            yield Finding(
                slug,
                f"{_named(one, examined)} is told otherwise by {others}, from another source: it "
                "is unknown, and no question rests on it",
                "decide: remove one of them, or correct it",
            )


def _named(one: Blocked, examined: Examined) -> str:
    entity = examined.bank.entities.get(one.slot.end)
    whose = entity.name if entity is not None else one.slot.end
    return f"{one.slot.relation} of {whose}"
