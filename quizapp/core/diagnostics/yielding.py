"""What each fact yields: the items of its slots by kind, and what kinds refuse, and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.diagnostics.examined import Examined


@dataclass(frozen=True, slots=True)
class SlotYield:
    """One slot.

    Attributes:
        slot: ``slug/part``.
        items: how many items test it, by kind, sorted.
        refused: the kinds that might ask for it and do not, each with its reason.
    """

    slot: str
    items: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactYield:
    """One fact.

    Attributes:
        items: how many items test a slot of it, by kind, sorted; an item counts once.
        slots: those that its claims fill, in their order.
    """

    slug: str
    items: tuple[tuple[str, int], ...]
    slots: tuple[SlotYield, ...]


def yields(examined: Examined) -> tuple[FactYield, ...]:
    """Return what each fact yields, in order of the facts."""
    by_slot: dict[str, Counter[str]] = {}
    by_fact: dict[str, Counter[str]] = {}
    for item in examined.items:
        tested = [key.partition("/")[2] for key in item.tests]
        for slot in tested:
            by_slot.setdefault(slot, Counter())[item.kind] += 1
        for slug in {slot.partition("/")[0] for slot in tested}:
            by_fact.setdefault(slug, Counter())[item.kind] += 1
    refused: dict[str, dict[tuple[str, str], None]] = {}
    for refusal in examined.refusals:
        refused.setdefault(refusal.slot, {})[refusal.kind, refusal.reason] = None
    slots: dict[str, dict[str, None]] = {}
    for atom in examined.bank.atoms:
        slots.setdefault(atom.fact, {})[atom.slot] = None
    return tuple(
        FactYield(
            slug,
            _sorted(by_fact.get(slug, {})),
            tuple(
                SlotYield(slot, _sorted(by_slot.get(slot, {})), tuple(refused.get(slot, {})))
                for slot in slots.get(slug, {})
            ),
        )
        for slug in examined.bank.facts
    )


def _sorted(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items()))
