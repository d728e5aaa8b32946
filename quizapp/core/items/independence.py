"""Whether statements are independent: none of them, nor its opposite, follows from others (R15)."""

from collections.abc import Sequence
from itertools import product

from quizapp.core.facts.claim import Claim, Status
from quizapp.core.proof.kernel import Kernel


def independent(kernel: Kernel, claims: Sequence[Claim]) -> bool:
    """Return whether each may be true or false, whatever is assumed of the others.

    Only the structural constraints are known: no fact, no list.
    """
    if len(set(claims)) < len(claims):
        return False
    return all(
        kernel.assuming(assumed).status(claim) is Status.UNKNOWN
        for place, claim in enumerate(claims)
        for assumed in _signed([*claims[:place], *claims[place + 1 :]])
    )


def _signed(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in all patterns of truth."""
    return [
        tuple(one if holds else one.negated() for one, holds in zip(claims, signs, strict=True))
        for signs in product((True, False), repeat=len(claims))
    ]
