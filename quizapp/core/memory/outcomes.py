"""From an item and a response to what memory is told: which slots it was right and wrong on.

Parts are judged one by one where the response says something of each: statements, options, rows,
places. Everything else is right or wrong as a whole, with all slots that the item tests.

An item does not say which of its slots each part tests. They are found by the facts that a part
rests on, and within a fact by the things that the part speaks of. Of an order that follows by a
chain of facts, a slot in the middle may be no entry's own: it is told nothing.
"""

from collections.abc import Iterable, Iterator

from quizapp.core.facts.claim import Claim
from quizapp.core.grading.grade import grade
from quizapp.core.grading.score import Outcome
from quizapp.core.items.bodies.sequence import LAST
from quizapp.core.items.item import Item, Option, Part
from quizapp.core.memory.review import PartOutcome
from quizapp.core.responses import FORMATS, PartReview, Response

#: A statement, or an option that may be chosen beside others, is right or not right.
_TWO = 2


def part_outcomes(item: Item, response: Response) -> tuple[PartOutcome, ...]:
    """Return what a response is right and wrong on.

    Args:
        response: in the normal form that the item's format parsed; empty for a blank.
    """
    if not response:
        return (PartOutcome(item.tests, Outcome.BLANK, _choosable(item)),)
    parts = tuple(part for part in _parts(item, response) if part.slots)
    return parts or (_whole(item, response),)


def _whole(item: Item, response: Response) -> PartOutcome:
    is_right = grade(item, response).outcome is Outcome.RIGHT
    return PartOutcome(item.tests, Outcome.RIGHT if is_right else Outcome.WRONG, _choosable(item))


def _parts(item: Item, response: Response) -> Iterator[PartOutcome]:
    if item.format == "choices":
        yield from _of_options(item, response)
        return
    for review in FORMATS[item.format].reviews(response, item):
        outcome = _outcome(item, review)
        if outcome is not None:
            slots = _slots_of_part(item, item.parts[review.part])
            yield PartOutcome(slots, outcome, _TWO if item.options else _choosable(item))


def _outcome(item: Item, review: PartReview) -> Outcome | None:
    """Return what became of a part; None where the response says nothing of it."""
    if review.right is not None:
        return Outcome.RIGHT if review.right else Outcome.WRONG
    # Marked "unsure", or a row that was left open: it is not known. What a code leaves undecided
    # was never asked.
    return Outcome.BLANK if review.said or not item.options else None


def _of_options(item: Item, response: Response) -> Iterator[PartOutcome]:
    """Yield for each right option whether it was chosen.

    A wrong one that was chosen tells of a slot that this item does not test: nothing is blamed.
    """
    for index, option in enumerate(item.options):
        if option.right:
            outcome = Outcome.RIGHT if str(index) in response else Outcome.WRONG
            yield PartOutcome(_slots_of(item, option, option.facts), outcome, _TWO)


def _choosable(item: Item) -> int:
    """Return among how many things is chosen: options, targets of a row, places of an entry."""
    return len(item.options) or len(item.targets) or len(item.parts)


def _slots_of_part(item: Item, part: Part) -> tuple[str, ...]:
    if item.options and not item.targets:
        return _slots_of(item, part, part.facts)
    # Of a row the facts of the other rows refute the other targets, and an entry came before the
    # next one by the facts of both: its own fact comes first, that of the last entry last.
    facts = reversed(part.facts) if part.rule == LAST else iter(part.facts)
    own = next(filter(None, (_slots_of(item, part, (fact,)) for fact in facts)), ())
    # Where one event is said to follow another, the date that places it among the rest stands in
    # the fact that bears its name.
    named = _slots_of(item, part, (claim.subject for claim in part.claims))
    return tuple(dict.fromkeys((*named, *own)))


def _slots_of(item: Item, told: Part | Option, facts: Iterable[str]) -> tuple[str, ...]:
    """Return the slots of some facts that the item tests, and that the claims speak of."""
    of_facts = frozenset(facts)
    slots = tuple(slot for slot in item.tests if slot.split("/")[1] in of_facts)
    for names in (_names, _names_of_one_end):
        wanted = {name for claim in told.claims for name in names(claim)}
        found = tuple(slot for slot in slots if not wanted.isdisjoint(_spellings(slot)))
        if found:
            return found
    return slots


def _names(claim: Claim) -> Iterator[str]:
    """Yield how a slot of a list, a row or an order may be called that states a claim."""
    yield f"{claim.relation}:{claim.object}"
    yield f"{claim.subject}:{claim.object}"
    yield f"{claim.subject}<{claim.object}"


def _names_of_one_end(claim: Claim) -> Iterator[str]:
    """Yield how a slot of a row may be called that refutes a claim: there is one, and another."""
    yield f"{claim.subject}:"
    yield f":{claim.object}"


def _spellings(slot: str) -> frozenset[str]:
    """Return the last word of a slot, and its two ends where it has any."""
    part = slot.rpartition("/")[2]
    first, colon, second = part.partition(":")
    return frozenset((part, f"{first}:", f":{second}") if colon else (part,))
