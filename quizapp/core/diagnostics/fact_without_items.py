"""Facts of which nothing is asked."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.yielding import FactYield, yields


def fact_without_items(examined: Examined) -> Iterator[Finding]:
    """Yield the facts with slots that no item tests, with the reasons of the kinds."""
    for fact in yields(examined):
        if fact.slots and not fact.items:
            yield Finding(
                fact.slug,
                f"no item can be made of it: {_reasons(fact)}",
                "mend one of the reasons, or keep it for what it proves of other facts",
            )


def _reasons(fact: FactYield) -> str:
    found = {reason: kind for slot in fact.slots for kind, reason in slot.refused}
    if not found:
        return "no kind of item asks for such a fact"
    return "; ".join(f"{kind}: {reason}" for reason, kind in found.items())
