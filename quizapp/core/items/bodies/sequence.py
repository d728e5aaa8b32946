"""Things to be put in order; the order of every two of them is certain."""

from collections.abc import Sequence as Listed
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.context import Context
from quizapp.core.items.item import Part
from quizapp.core.items.judging import judged
from quizapp.core.items.made import shuffled
from quizapp.core.proof.verdict import Verdict

#: The last of an order has nothing after it, so it says nothing itself.
LAST = "last"


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the things; ``before`` says of each later one that this came before it."""

    text: str
    before: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Sequence(Body):
    """Things in their right order; they are printed shuffled."""

    entries: tuple[Entry, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """The things."""
        return tuple(entry.text for entry in self.entries)

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the things, each with the reason why it came before the next."""
        verdicts = [
            [judged(context, claim, True) for claim in entry.before] for entry in self.entries
        ]
        drawn = shuffled(self.entries, stem, seed)
        places = [self.entries.index(entry) for entry in drawn]
        return Made(
            key=tuple(places.index(place) for place in range(len(places))),
            rests_on=tuple(verdict for found in verdicts for verdict in found[:1]),
            guess=Fraction(1, factorial(len(places))),
            beside=tuple(verdict for found in verdicts for verdict in found),
            right=frozenset(claim for entry in self.entries for claim in entry.before),
            parts=tuple(self._part(context, place, verdicts) for place in places),
        )

    def _part(self, context: Context, place: int, verdicts: Listed[Listed[Verdict]]) -> Part:
        """Return an entry with why it came before the next; the last one with why it came after."""
        last = place == len(self.entries) - 1
        told = place - 1 if last else place
        claim, verdict = self.entries[told].before[0], verdicts[told][0]
        return Part(
            text=self.entries[place].text,
            claims=() if last else (claim,),
            holds=True,
            why=context.reason(claim, True),
            facts=tuple(dict.fromkeys(slug for one in verdicts[told] for slug in one.facts)),
            rule=LAST if last else verdict.rule.value,
        )


def in_order(texts: Listed[str], claims: Listed[Listed[Claim]]) -> Sequence:
    """Return the body of texts in their right order.

    Args:
        claims: ``claims[i][j]``: that the i-th came before the j-th; needed for ``i < j`` only.
    """
    later: dict[int, list[Claim]] = {place: [] for place in range(len(texts))}
    for first, second in combinations(range(len(texts)), 2):
        later[first].append(claims[first][second])
    return Sequence(tuple(Entry(text, tuple(later[place])) for place, text in enumerate(texts)))
