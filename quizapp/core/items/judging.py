"""Judging what an item says: each claim by the kernel, or the proposal is refused."""

from collections.abc import Iterable

from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items.context import Context
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.verdict import Rule, Verdict


def judged(context: Context, claim: Claim, holds: bool) -> Verdict:
    """Return the verdict on a claim that a proposal takes to hold, or not to.

    Raises:
        Unaskable: it is not decided so, or true only by way of a part (R6).
    """
    verdict = context.decide(claim)
    if verdict.status is Status.UNKNOWN:
        raise Unaskable(f"not decided: {_spoken(claim)}")
    if verdict.rule is Rule.WHOLE:
        raise Unaskable(f"true only because a part of it is (R6): {_spoken(claim)}")
    if (verdict.status is Status.TRUE) is not holds:
        raise Unaskable(f"{verdict.status}, against what was proposed: {_spoken(claim)}")
    return verdict


def asks(context: Context, claim: Claim, text: str, slot: str | None = None) -> bool:
    """Return whether a statement by itself asks for something that no name in it answers (R17).

    Args:
        text: in which it is told.
        slot: which it must ask for, besides others; None for any.
    """
    tested = context.decide(claim).slots
    if slot is not None and slot not in tested:
        return False
    return all(atom.slot not in tested for atom in context.revelations.of_names([text]))


def _spoken(claim: Claim) -> str:
    object_ = claim.object if isinstance(claim.object, str) else claim.object.text
    return f"{'' if claim.holds else 'not '}{claim.relation}({claim.subject}, {object_})"


def slots_of(verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    """Return the slots ``slug/part`` that verdicts rest on, each once.

    Raises:
        Unaskable: there are none, so that no memory would learn of a response.
    """
    slots = tuple(dict.fromkeys(slot for verdict in verdicts for slot in verdict.slots))
    if not slots:
        raise Unaskable("nothing that is remembered of the facts decides it")
    return slots
