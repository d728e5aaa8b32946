"""Things all of whose names answer a question that prints one, so that it is not asked (R17)."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined


def no_safe_name(examined: Examined) -> Iterator[Finding]:
    """Yield each slot of a thing whose question every name of the thing would answer."""
    told: set[str] = set()
    for atom in examined.bank.atoms:
        subject = examined.bank.entities.get(atom.claim.subject)
        if subject is None or atom.slot in told or not atom.claim.holds:
            continue
        told.add(atom.slot)
        tested = frozenset((atom.slot,))
        if examined.context.revelations.safe_name(subject.id, tested) is None:
            yield Finding(
                atom.fact,
                f'every name of "{subject.name}" answers {atom.slot}: no question that prints '
                "one asks for that",
                f"give {subject.id} another name that does not: also_called: [{{text: …}}]",
                slot=atom.slot,
            )
