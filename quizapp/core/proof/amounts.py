"""How much a quantity was: which numbers its facts make true or false (R16).

A value ``v`` with tolerance ``t`` makes ``x`` true within ``t`` of it; false beyond ``2 t`` and
beyond what rounding may hide (half a unit of the last printed digit); unknown between. Bounds make
numbers false only, and are rounded likewise. A number that one fact makes true and another false
is unknown. Numbers of different dimensions, or for different dates, say nothing of
each other.
"""

from collections.abc import Iterable
from fractions import Fraction

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom, NumberFact
from quizapp.core.facts.numbers import Unit, parse_number, parse_unit
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided


class Amounts:
    """The numbers of a bank, by quantity."""

    def __init__(
        self, structure: Structure, atoms: Iterable[Atom], facts: Iterable[NumberFact]
    ) -> None:
        self._structure = structure
        self._facts: dict[str, list[NumberFact]] = {}
        self._atoms: dict[str, Atom] = {}
        for fact in facts:
            self._facts.setdefault(structure.representative(fact.quantity), []).append(fact)
        for atom in atoms:
            if atom.claim.relation == "value" and atom.claim.holds:
                self._atoms[atom.fact] = atom

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a number: true before false, whichever fact decides it."""
        if not isinstance(claim.object, Value):
            raise ValueError(f"a quantity has a number, not {claim.object!r}")
        asked = claim.object
        facts = [
            fact
            for fact in self._facts.get(self._structure.representative(claim.subject), ())
            if fact.at == claim.at
            and parse_unit(fact.unit).dimension == parse_unit(asked.unit).dimension
        ]
        number = _in_base(asked.text, parse_unit(asked.unit))
        right = [fact for fact in facts if _makes_true(fact, number)]
        wrong = [fact for fact in facts if _makes_false(fact, number)]
        if right and wrong:
            return undecided()
        return next((self._resting(bool(right), fact) for fact in (*right, *wrong)), undecided())

    def _resting(self, true: bool, fact: NumberFact) -> Verdict:
        rule = Rule.STATED if true else Rule.AMOUNT if fact.value is not None else Rule.BOUND
        atom = self._atoms.get(fact.slug)
        return resting(true, rule, [atom] if atom is not None else [], facts=(fact.slug,))


def exclude(one: NumberFact, other: NumberFact) -> bool:
    """Return whether two facts of one quantity and date cannot both be right.

    One's value is false by the other, or a lower bound lies above an upper one.
    """
    if parse_unit(one.unit).dimension != parse_unit(other.unit).dimension:
        return False
    return any(_excludes(*pair) for pair in ((one, other), (other, one)))


def _excludes(near: NumberFact, far: NumberFact) -> bool:
    unit, other = parse_unit(near.unit), parse_unit(far.unit)
    if far.value is not None and _makes_false(near, _in_base(far.value, other)):
        return True
    bounds = near.least, far.most
    return None not in bounds and _in_base(bounds[0] or "", unit) > _in_base(bounds[1] or "", other)


def _makes_true(fact: NumberFact, number: Fraction) -> bool:
    return fact.value is not None and _away(fact, number) <= _tolerance(fact)


def _makes_false(fact: NumberFact, number: Fraction) -> bool:
    """Whether a number lies beyond the fact's, and beyond what rounding may hide of it."""
    unit = parse_unit(fact.unit)
    if fact.value is not None:
        hidden = parse_number(fact.value).rounding * unit.size
        return _away(fact, number) > max(2 * _tolerance(fact), hidden)
    return (fact.least is not None and number < _lowest(fact.least, unit)) or (
        fact.most is not None and number > _highest(fact.most, unit)
    )


def _lowest(text: str, unit: Unit) -> Fraction:
    """Return the least number that a printed bound may stand for, rounded as it is."""
    return _in_base(text, unit) - parse_number(text).rounding * unit.size


def _highest(text: str, unit: Unit) -> Fraction:
    """Return the greatest number that a printed bound may stand for, rounded as it is."""
    return _in_base(text, unit) + parse_number(text).rounding * unit.size


def _away(fact: NumberFact, number: Fraction) -> Fraction:
    return abs(number - _in_base(fact.value or "0", parse_unit(fact.unit)))


def _tolerance(fact: NumberFact) -> Fraction:
    return fact.tolerance * parse_unit(fact.unit).size


def _in_base(text: str, unit: Unit) -> Fraction:
    return parse_number(text).value * unit.size
