"""Verdicts: what the kernel says of a claim, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.facts.claim import Claim, Status
from quizapp.core.facts.fact import Atom


class Rule(StrEnum):
    """The constraint that decided a claim; ``explain`` has words for each."""

    STATED = "stated"  # a fact says so
    DENIED = "denied"  # a fact says it is not so (also of a whole of it)
    WHOLE = "whole"  # a part of it is stated: true, never asked (R6)
    FUNCTIONAL = "functional"  # there is one, and it is another
    CLOSED_LIST = "closed-list"  # the list is complete and it is apart from all on it
    WORDING = "wording"  # the recorded words are others
    DATE_WITHIN = "date-within"  # the known date lies inside
    DATE_OUTSIDE = "date-outside"  # the known date lies elsewhere
    ORDER = "order"  # a chain of stated orders and dates
    REVERSE_ORDER = "reverse-order"  # the reverse follows
    NOT_OVER = "not-over"  # by the dates it was over only after the other had begun
    NO_ORDER = "no-order"  # it would bring events into an order that are in none
    SAME_EVENT = "same-event"  # an event is not before itself
    SAME_TIME = "same-time"  # declared to be at one time, or one is part of the other
    CHAIN = "chain"  # rows of a transitive relation lead to it, or to what refutes it
    IRREFLEXIVE = "irreflexive"  # nothing stands in this relation to itself
    ASYMMETRIC = "asymmetric"  # the reverse holds
    INVERSE_FUNCTIONAL = "inverse-functional"  # there is one subject, and it is another
    AMOUNT = "amount"  # the number is another
    BOUND = "bound"  # the number lies beyond what is known of it
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a claim with its reason.

    Attributes:
        facts: slugs of the facts it rests on, in order of use.
        slots: the slots ``slug/part`` it rests on, in order of use.
        witness: claims that are true and decide it: the other holder, the whole list, the chain.
        listed: ids of what stands on the complete list that leaves it out, be it one of objects
            or of subjects.
        atoms: what facts state, or deny, that it rests on; each has its own citations.
    """

    status: Status
    rule: Rule
    facts: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    witness: tuple[Claim, ...] = ()
    listed: tuple[str, ...] = ()
    atoms: tuple[Atom, ...] = ()


def undecided() -> Verdict:
    """Return the verdict where the facts decide nothing."""
    return _UNDECIDED


_UNDECIDED = Verdict(Status.UNKNOWN, Rule.UNDECIDED)


def resting(
    true: bool,
    rule: Rule,
    atoms: Iterable[Atom],
    *,
    facts: Iterable[str] = (),
    listed: Iterable[str] = (),
) -> Verdict:
    """Return a verdict that rests on atoms, and on what else is named, each once."""
    used = tuple(atoms)
    return Verdict(
        Status.TRUE if true else Status.FALSE,
        rule,
        tuple(dict.fromkeys([*facts, *(atom.fact for atom in used)])),
        tuple(dict.fromkeys(atom.slot for atom in used)),
        tuple(dict.fromkeys(atom.claim for atom in used)),
        tuple(listed),
        used,
    )
