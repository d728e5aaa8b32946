"""The kernel as a black box: the status that it gives a claim. Nothing else of it is used here."""

from collections.abc import Iterable, Mapping

from quizapp.core.facts.claim import Claim as KernelClaim
from quizapp.core.facts.claim import Instant, Value
from quizapp.core.proof.kernel import Kernel
from quizapp.library.files import load_set
from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge


def ask_kernel(knowledge: Knowledge, claims: Iterable[Claim]) -> Mapping[Claim, Verdict]:
    """Return the kernel's status of each claim about a set on disk."""
    kernel = Kernel.of_bank(load_set(knowledge.path))
    return {claim: kernel.status(_of(knowledge, claim)).value for claim in claims}


def _of(knowledge: Knowledge, claim: Claim) -> KernelClaim:
    thing = claim.object
    value = thing if claim.sort == "id" else Value(claim.sort, thing, claim.unit or None)  # type: ignore[arg-type]
    at = None
    if claim.at.startswith("source:"):
        source = claim.at.removeprefix("source:")
        at = Instant(knowledge.sources[source].published or "", source)
    elif claim.at:
        at = Instant(claim.at)
    return KernelClaim(claim.relation, claim.subject, value, at)
