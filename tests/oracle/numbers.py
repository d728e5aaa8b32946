"""Values of quantities: true within the tolerance, false far beyond it, else unknown (R16).

A number is compared in the unit in which it is recorded; one of another unit is converted exactly
where both measure the same, and else says nothing.
"""

from collections import defaultdict
from fractions import Fraction
from itertools import combinations

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge, Number
from tests.oracle.sameness import classes, of_class, one_of

#: Units that measure the same, each with its size.
SIZES: tuple[dict[str, str], ...] = (
    {"mm": "1", "cm": "10", "m": "1000", "km": "1000000"},
    {"g": "1", "kg": "1000", "t": "1000000"},
    {"s": "1", "min": "60", "h": "3600"},
)


def judge_number(knowledge: Knowledge, claim: Claim) -> Verdict:
    """Return whether a quantity has a value, in the frame and the unit of the claim."""
    verdicts = {
        judge_by(number, asked)
        for number in recorded(knowledge, claim.subject, claim.at)
        for asked in [converted(exact(claim.object), claim.unit, number.unit or "")]
        if asked is not None
    }
    if "false" in verdicts:
        return "false"
    return "true" if "true" in verdicts else "unknown"


def numbers_agree(knowledge: Knowledge) -> bool:
    """Return whether no two numbers of one frame exclude each other."""
    same = classes(knowledge)
    frames = defaultdict(list)
    for number in knowledge.numbers:
        frames[one_of(same, number.quantity), number.as_of].append(number)
    return not any(
        exclude(one, other) for told in frames.values() for one, other in combinations(told, 2)
    )


def exclude(one: Number, other: Number) -> bool:
    """Return whether one of two recorded numbers makes the other false."""
    for near, far in ((one, other), (other, one)):
        if far.value is not None:
            asked = converted(exact(far.value), far.unit or "", near.unit or "")
            if asked is not None and judge_by(near, asked) == "false":
                return True
    return _bounds_cross(one, other) or _bounds_cross(other, one)


def _bounds_cross(low: Number, high: Number) -> bool:
    if low.least is None or high.most is None:
        return False
    most = converted(exact(high.most), high.unit or "", low.unit or "")
    return most is not None and exact(low.least) > most


def exact(printed: str) -> Fraction:
    """Return a printed number; commas only group its digits."""
    return Fraction(printed.replace(",", ""))


def converted(amount: Fraction, unit: str, into: str) -> Fraction | None:
    """Return an amount in another unit, or None where the two do not measure the same."""
    if unit == into:
        return amount
    for sizes in SIZES:
        if unit in sizes and into in sizes:
            return amount * Fraction(sizes[unit]) / Fraction(sizes[into])
    return None


def recorded(knowledge: Knowledge, quantity: str, at: str) -> list[Number]:
    """Return what is recorded of a quantity in one frame."""
    alike = of_class(classes(knowledge), quantity)
    return [n for n in knowledge.numbers if n.quantity in alike and (n.as_of or "") == at]


def judge_by(number: Number, asked: Fraction) -> Verdict:
    """Return what one recorded number says of another one in its unit.

    A bound ("at least") excludes what lies far beyond it and makes nothing true.
    """
    tolerance = exact(number.tolerance or "0")
    if number.value is None:
        beyond = max(
            exact(number.least) - asked if number.least else Fraction(0),
            asked - exact(number.most) if number.most else Fraction(0),
        )
        margin = max(2 * tolerance, rounding(number.least), rounding(number.most))
        return "false" if beyond > margin else "unknown"
    away = abs(asked - exact(number.value))
    if away <= tolerance:
        return "true"
    far = away > 2 * tolerance and away > rounding(number.value)
    return "false" if far else "unknown"


def rounding(printed: str | None) -> Fraction:
    """Return half a unit of the last printed digit; a fraction is printed exactly."""
    if not printed or "/" in printed:
        return Fraction(0)
    return Fraction(1, 2 * 10 ** len(printed.partition(".")[2]))
