"""Clashes of events in time: dates and orders that no days agree with (R4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.core.facts.fact import Atom
from quizapp.core.proof.order import Chronology
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule


@dataclass(frozen=True, slots=True)
class TimeClash:
    """What contradicts what.

    Attributes:
        rule: ``REVERSE_ORDER``: two are in both orders; ``SAME_TIME``: two in no order are in one;
            ``DATE_OUTSIDE``: the event has no possible day.
        events: the two, or the one.
        facts: slugs of the facts, and of the events that are in no order.
    """

    rule: Rule
    events: tuple[str, ...]
    facts: tuple[str, ...]


def time_clashes(
    atoms: Iterable[Atom], structure: Structure, events: Iterable[str]
) -> Iterator[TimeClash]:
    """Yield what no days agree with; two dates of one slot are found as rivals (``disputes``).

    Args:
        events: those whose part and whole, or one time, is looked at.
    """
    chronology = Chronology(structure, atoms)
    for atom, back in chronology.circles():
        ends = (atom.claim.subject, str(atom.claim.object))
        yield TimeClash(Rule.REVERSE_ORDER, ends, _facts(atom, *back))
    for event in filter(chronology.is_ordered, events):
        for other in sorted(filter(chronology.is_ordered, structure.unordered(event))):
            steps = chronology.chain(event, other) or chronology.chain(other, event)
            if steps is not None:
                facts = (*_facts(*steps), event)
                yield TimeClash(Rule.SAME_TIME, (event, other), facts)
    for end, earliest, latest in chronology.impossible_days():
        dates = (*earliest.atoms, *latest.atoms)
        links = (*earliest.facts, *latest.facts)
        if links or len(dates) > 2 or dates[0].claim.relation != dates[1].claim.relation:
            yield TimeClash(Rule.DATE_OUTSIDE, (end.event,), (*_facts(*dates), *links))


def _facts(*atoms: Atom) -> tuple[str, ...]:
    return tuple(dict.fromkeys(atom.fact for atom in atoms))
