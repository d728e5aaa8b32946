"""Which patterns of truth statements may have by the structure alone (R15)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

import clingo

from tests.oracle.claims import Claim
from tests.oracle.knowledge import Knowledge
from tests.oracle.oracle import encoding
from tests.oracle.program import facts

#: Claims that no structure joins: of one slot two words or values never stand together.
_FREE = ("words", "value", "explains")


class Patterns:
    """The worlds without any fact, made once for all claims that stand in statements of a set."""

    def __init__(self, knowledge: Knowledge, claims: Iterable[Claim]) -> None:
        bare = replace(knowledge, atoms=[], closures=[], tenures=[], numbers=[])
        asked = sorted({claim for claim in claims if claim.relation not in _FREE})
        self._numbers = {claim: number for number, claim in enumerate(asked)}
        self._found: dict[tuple[Claim, ...], int] = {}
        self._control = clingo.Control(["--warn=none"])
        self._control.add("base", [], f"{encoding()}\n{facts(bare, enumerate(asked))}")
        self._control.ground([("base", [])])

    def impossible(self, claims: Sequence[Claim]) -> int:
        """Return how many patterns of truth the claims cannot have, of all that there are."""
        asked = tuple(sorted(claim for claim in claims if claim.relation not in _FREE))
        if asked not in self._found:
            signs = product((True, False), repeat=len(asked))
            self._found[asked] = sum(not self._has_world(asked, signed) for signed in signs)
        return self._found[asked] * 2 ** (len(claims) - len(asked))

    def _has_world(self, claims: Sequence[Claim], signs: Sequence[bool]) -> bool:
        numbers = (clingo.Number(self._numbers[claim]) for claim in claims)
        told = [(clingo.Function("c", [n]), is_) for n, is_ in zip(numbers, signs, strict=True)]
        return bool(self._control.solve(assumptions=told).satisfiable)
