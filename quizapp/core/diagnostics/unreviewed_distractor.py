"""Wrong options that are wrong only because a list is complete, and that nobody has looked at.

A topic counts as having nothing in common with another until somebody declares it. So each topic
that stands as a wrong option on that ground is shown to the teacher once: is it really wrong? The
yes is kept in the set as ``apart``.
"""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import Closure
from quizapp.core.proof.verdict import Rule


def unreviewed_distractor(examined: Examined) -> Iterator[Finding]:
    """Yield each pair of a complete list and a topic that is refuted by it, in order of items."""
    closures = {(one.relation, one.subject): one for one in examined.bank.closures}
    relations = examined.bank.relations
    told: set[tuple[str, str, str]] = set()
    for claim in _refuted(examined):
        closure = closures.get((claim.relation, claim.subject))
        key = claim.relation, claim.subject, str(claim.object)
        if closure is None or key in told or not relations[claim.relation].upward:
            continue
        told.add(key)
        open_pairs = _open_pairs(examined, closure, str(claim.object))
        if not open_pairs:
            continue
        name = examined.bank.entities[str(claim.object)].name
        yield Finding(
            closure.fact,
            f'"{name}" is shown as a wrong option of {closure.fact} ({claim.relation}): nothing '
            f"says that it has to do with {_names(examined, open_pairs)}. Is it really wrong?",
            "if yes, keep it: apart: "
            f"[{', '.join(f'[{claim.object}, {other}]' for other in open_pairs)}]; "
            f"if not, declare part_of or overlaps in {claim.object}",
            (claim.relation,),
        )


def _refuted(examined: Examined) -> Iterator[Claim]:
    """Yield the claims of options that a complete list refutes."""
    for shown in examined.shown:
        if shown.rule == Rule.CLOSED_LIST and not shown.holds:
            yield from (claim for claim in shown.claims if isinstance(claim.object, str))


def _open_pairs(examined: Examined, closure: Closure, wrong: str) -> tuple[str, ...]:
    return tuple(listed for listed in closure.listed if not examined.declared_apart(wrong, listed))


def _names(examined: Examined, ids: tuple[str, ...]) -> str:
    return ", ".join(f'"{examined.bank.entities[id_].name}"' for id_ in ids)
