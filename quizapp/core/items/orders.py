"""Which events were certainly over before which others began, slot by slot (R4)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.items.candidates import CONSIDERED, Candidates
from quizapp.core.proof.kernel import Kernel

#: What tells when an event began at the earliest, and when it was over at the latest.
_BEGINS = frozenset(("date", "began"))
_ENDS = frozenset(("date", "ended"))


@dataclass(frozen=True, slots=True)
class Order:
    """One event was over before another began.

    Attributes:
        slots: what that rests on, in order of use.
    """

    earlier: str
    later: str
    slots: tuple[str, ...]


class Orders:
    """The certain orders of the events of one bank, found when a slot is asked for."""

    def __init__(self, bank: Bank, kernel: Kernel, candidates: Candidates) -> None:
        self._kernel = kernel
        self._candidates = candidates
        self._atoms: dict[str, list[Atom]] = {}
        self._begun: list[tuple[date, str]] = []
        for atom in bank.atoms:
            claim = atom.claim
            if claim.holds and (claim.relation == "before" or claim.relation in _ENDS):
                self._atoms.setdefault(atom.slot, []).append(atom)
            if claim.holds and claim.relation in _BEGINS and isinstance(claim.object, Value):
                self._begun.append((parse_date(claim.object.text).first, claim.subject))

    @property
    def slots(self) -> Sequence[str]:
        """The slots that an order may rest on first of all, in order of the facts."""
        return tuple(self._atoms)

    def of(self, slot: str) -> tuple[Order, ...]:
        """Return orders that rest on a slot first of all; of very many only some."""
        found: dict[tuple[str, str], Order] = {}
        for atom in self._atoms.get(slot, ()):
            for earlier in sorted(self._kernel.structure.same(atom.claim.subject)):
                for later in self._candidates.events(earlier, self._near(atom)):
                    if later == earlier:
                        continue
                    verdict = self._kernel.decide(Claim("before", earlier, later))
                    if verdict.status is Status.TRUE and verdict.slots[:1] == (slot,):
                        found[earlier, later] = Order(earlier, later, verdict.slots)
        return tuple(found.values())

    def _near(self, atom: Atom) -> Iterator[str]:
        """Yield the event that is said to come later, or those that began soon afterwards."""
        if isinstance(atom.claim.object, str):
            yield atom.claim.object
            return
        over = parse_date(atom.claim.object.text).last
        start = bisect_right(self._in_time, over, key=lambda begun: begun[0])
        for _, event in islice(self._in_time, start, start + CONSIDERED):
            yield event

    @cached_property
    def _in_time(self) -> list[tuple[date, str]]:
        return sorted(self._begun, key=lambda begun: begun[0])
