"""How much a quantity was: which numbers its facts make true or false (R16).

A value ``v`` with tolerance ``t`` makes ``x`` true within ``t`` of it; false beyond ``2 t`` and
beyond what rounding may hide (half a unit of the last printed digit); unknown between. Bounds make
numbers false only, and are rounded likewise. A number that one fact makes true and another false
is unknown. Numbers of different dimensions, or for different dates, say nothing of
each other.
"""

from collections.abc import Iterable

from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.fact import Atom, NumberFact
from quizapp.core.facts.numbers import parse_number, parse_unit
from quizapp.core.proof.figures import Figures, figures
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided

#: A quantity, by its representative, and the date.
_Frame = tuple[str, Instant | Period | None]


class Amounts:
    """The numbers of a bank, by quantity and date."""

    def __init__(
        self, structure: Structure, atoms: Iterable[Atom], facts: Iterable[NumberFact]
    ) -> None:
        self._structure = structure
        self._facts: dict[_Frame, dict[Figures, NumberFact]] = {}
        self._atoms: dict[str, Atom] = {}
        for fact in facts:
            # Of facts that say the very same the first one speaks.
            alike = self._facts.setdefault(self._frame(fact.quantity, fact.at), {})
            alike.setdefault(figures(fact), fact)
        for atom in atoms:
            if atom.claim.relation == "value" and atom.claim.holds:
                self._atoms[atom.fact] = atom

    def _frame(self, quantity: str, at: Instant | Period | None) -> _Frame:
        return self._structure.representative(quantity), at

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a number: true before false, whichever fact decides it."""
        if not isinstance(claim.object, Value):
            raise ValueError(f"a quantity has a number, not {claim.object!r}")
        unit = parse_unit(claim.object.unit)
        number = parse_number(claim.object.text).value * unit.size
        facts = self._facts.get(self._frame(claim.subject, claim.at), {})
        known = [(told, fact) for told, fact in facts.items() if told.dimension == unit.dimension]
        right = [fact for told, fact in known if told.makes_true(number)]
        wrong = [fact for told, fact in known if told.makes_false(number)]
        if right and wrong:
            return undecided()
        return next((self._resting(bool(right), fact) for fact in (*right, *wrong)), undecided())

    def _resting(self, true: bool, fact: NumberFact) -> Verdict:
        rule = Rule.STATED if true else Rule.AMOUNT if fact.value is not None else Rule.BOUND
        atom = self._atoms.get(fact.slug)
        return resting(true, rule, [atom] if atom is not None else [], facts=(fact.slug,))
