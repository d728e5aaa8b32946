"""Values of quantities: true within the tolerance, false far beyond it, else unknown (R16)."""

from fractions import Fraction
from itertools import permutations

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge, Number
from tests.oracle.sameness import classes, of_class, one_of


def judge_number(knowledge: Knowledge, claim: Claim) -> Verdict:
    """Return whether a quantity has a value, in the frame and the unit of the claim."""
    verdicts = {
        judge_by(number, Fraction(claim.object))
        for number in recorded(knowledge, claim.subject, claim.at)
        if (number.unit or "") == claim.unit
    }
    if "false" in verdicts:
        return "false"
    return "true" if "true" in verdicts else "unknown"


def numbers_agree(knowledge: Knowledge) -> bool:
    """Return whether no two numbers of one frame exclude each other."""
    same = classes(knowledge)
    for one, other in permutations(knowledge.numbers, 2):
        frames = {(one_of(same, n.quantity), n.as_of, n.unit) for n in (one, other)}
        if len(frames) > 1 or other.value is None:
            continue
        if judge_by(one, Fraction(other.value)) == "false":
            return False
    return True


def recorded(knowledge: Knowledge, quantity: str, at: str) -> list[Number]:
    """Return what is recorded of a quantity in one frame."""
    alike = of_class(classes(knowledge), quantity)
    return [n for n in knowledge.numbers if n.quantity in alike and (n.as_of or "") == at]


def judge_by(number: Number, asked: Fraction) -> Verdict:
    """Return what one recorded number says of another one in its unit.

    A bound ("at least") excludes what lies far beyond it and makes nothing true.
    """
    tolerance = Fraction(number.tolerance or 0)
    if number.value is None:
        beyond = max(
            Fraction(number.least) - asked if number.least else Fraction(0),
            asked - Fraction(number.most) if number.most else Fraction(0),
        )
        margin = max(2 * tolerance, rounding(number.least), rounding(number.most))
        return "false" if beyond > margin else "unknown"
    away = abs(asked - Fraction(number.value))
    if away <= tolerance:
        return "true"
    far = away > 2 * tolerance and away > rounding(number.value)
    return "false" if far else "unknown"


def rounding(printed: str | None) -> Fraction:
    """Return half a unit of the last printed digit; a fraction is printed exactly."""
    if not printed or "/" in printed:
        return Fraction(0)
    return Fraction(1, 2 * 10 ** len(printed.partition(".")[2]))
