"""Why an option is right or wrong, in words: from a claim, its verdict and the wording.

The words stand in the wording's relations, one list of clauses for each rule. Where a relation has
none for the rule that decided, the reason is what the deciding claims say.
"""

from collections.abc import Iterable, Sequence

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.printer import Filling, Printer, filled
from quizapp.core.proof.verdict import Rule, Verdict
from quizapp.core.text.frame import Frame, capitalised, first_fitting


def why(printer: Printer, claim: Claim, verdict: Verdict, *, right: bool) -> str:
    """Return one or two plain sentences for a learner.

    Args:
        claim: what choosing the option says, without a sign.
        verdict: the kernel's on that claim.
        right: whether the option is to be chosen.

    Raises:
        ValueError: nothing is decided about the claim, or the wording has no words for it.
    """
    language = printer.wording.language
    frame = language.right if right else language.wrong
    return capitalised(filled(frame, {"reason": Filling.words(reason(printer, claim, verdict))}))


def reason(printer: Printer, claim: Claim, verdict: Verdict) -> str:
    """Return the reason as a clause, to stand inside a sentence; ValueError as above."""
    if verdict.status is Status.UNKNOWN:
        raise ValueError(f"nothing decides {claim}")
    own = _clause(printer, claim, verdict.rule, verdict, verdict.atoms)
    if own is not None:
        return own
    stated = [
        _clause(
            printer,
            witness,
            Rule.STATED if witness.holds else Rule.DENIED,
            verdict,
            [atom for atom in verdict.atoms if atom.claim == witness],
        )
        for witness in verdict.witness
    ]
    clauses = [clause for clause in stated if clause is not None]
    if not clauses or len(clauses) < len(stated):
        raise ValueError(f'no words say why "{claim.relation}" was decided by {verdict.rule}')
    return printer.wording.language.clauses.join(list(dict.fromkeys(clauses)))


def _clause(
    printer: Printer, claim: Claim, rule: Rule, verdict: Verdict, told: Sequence[Atom]
) -> str | None:
    """Return what a clause says of a claim; it names the source of what is told, if of any."""
    frames: tuple[Frame, ...] = printer.relation(claim.relation).why.get(rule, ())
    fillings = _fillings(printer, claim, verdict, told)
    frame = first_fitting(frames, fillings)
    return None if frame is None else filled(frame, fillings)


def _fillings(
    printer: Printer, claim: Claim, verdict: Verdict, told: Sequence[Atom]
) -> dict[str, Filling]:
    cites = [cite for atom in told for cite in atom.cites] or [
        cite
        for slug in verdict.facts
        if slug in printer.bank.facts
        for cite in printer.bank.facts[slug].cites
    ]
    fillings = {**printer.source(cites), **printer.moment(claim.at)}
    if claim.subject in printer.bank.entities:
        fillings["subject"] = printer.entity(claim.subject)
    fillings |= _object(printer, claim.object)
    known = [
        printer.entity(other)
        for other in verdict.listed or _objects(verdict.witness)
        if other in printer.bank.entities
    ]
    if known:
        fillings["known"] = printer.all_of(known)
    return fillings


def _objects(claims: Iterable[Claim]) -> list[str]:
    return [claim.object for claim in claims if isinstance(claim.object, str)]


def _object(printer: Printer, object_: str | Value) -> dict[str, Filling]:
    if isinstance(object_, Value):
        return printer.value(object_)
    return {"object": printer.entity(object_)} if object_ in printer.bank.entities else {}
