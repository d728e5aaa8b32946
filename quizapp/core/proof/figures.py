"""What the facts of a quantity say in exact figures, and which of them exclude each other (R16).

All figures are in the base unit of their dimension, worked out once for each fact.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.fact import NumberFact
from quizapp.core.facts.numbers import parse_number, parse_unit


@dataclass(frozen=True, slots=True)
class Figures:
    """What one fact makes of a number.

    Attributes:
        value, tolerance: it makes true what lies so near to the value; None, if it has none.
        least, most: the bounds as they are printed, or None.
        low, high: below and above these it makes numbers false: beyond twice the tolerance and
            what rounding may hide; None where it does not bound them.
    """

    dimension: str
    value: Fraction | None
    tolerance: Fraction
    least: Fraction | None
    most: Fraction | None
    low: Fraction | None
    high: Fraction | None

    def makes_true(self, number: Fraction) -> bool:
        """Return whether a number, in the base unit, is near enough to the value."""
        return self.value is not None and abs(number - self.value) <= self.tolerance

    def makes_false(self, number: Fraction) -> bool:
        """Return whether a number, in the base unit, certainly is another."""
        return (self.low is not None and number < self.low) or (
            self.high is not None and number > self.high
        )


def figures(fact: NumberFact) -> Figures:
    """Return what a fact says in exact figures."""
    unit = parse_unit(fact.unit)

    def printed(text: str | None) -> Fraction | None:
        return None if text is None else parse_number(text).value * unit.size

    def hidden(text: str | None) -> Fraction:
        return parse_number(text or "0").rounding * unit.size

    value, least, most = printed(fact.value), printed(fact.least), printed(fact.most)
    tolerance = fact.tolerance * unit.size
    # A bound may stand for a number rounded as it is printed.
    low = None if least is None else least - hidden(fact.least)
    high = None if most is None else most + hidden(fact.most)
    if value is not None:
        away = max(2 * tolerance, hidden(fact.value))
        low, high = value - away, value + away
    return Figures(unit.dimension, value, tolerance, least, most, low, high)


def excluding(facts: Iterable[NumberFact]) -> Iterator[tuple[NumberFact, NumberFact]]:
    """Yield two facts of one quantity and date that cannot both be right, in their order.

    One's value is false by the other, or a lower bound lies above an upper one. Beside sorting
    them this takes no longer than there are pairs.
    """
    dimensions: dict[str, list[tuple[NumberFact, Figures]]] = {}
    for fact in facts:
        told = figures(fact)
        dimensions.setdefault(told.dimension, []).append((fact, told))
    for known in dimensions.values():
        values = _Sorted(known, lambda one: one.value)
        lows, highs = _Sorted(known, lambda one: one.low), _Sorted(known, lambda one: one.high)
        least, most = _Sorted(known, lambda one: one.least), _Sorted(known, lambda one: one.most)
        for number, (fact, told) in enumerate(known):
            far = {
                *highs.below(told.value),
                *lows.above(told.value),
                *values.below(told.low),
                *values.above(told.high),
                *most.below(told.least),
                *least.above(told.most),
            }
            yield from ((fact, known[other][0]) for other in sorted(far) if number < other)


class _Sorted:
    """One of the figures of many facts, to be looked up by size."""

    def __init__(
        self,
        known: Iterable[tuple[NumberFact, Figures]],
        figure: Callable[[Figures], Fraction | None],
    ) -> None:
        told = ((figure(one), number) for number, (_, one) in enumerate(known))
        found = sorted((size, number) for size, number in told if size is not None)
        self._sizes = [size for size, _ in found]
        self._numbers = [number for _, number in found]

    def below(self, size: Fraction | None) -> list[int]:
        return [] if size is None else self._numbers[: bisect_left(self._sizes, size)]

    def above(self, size: Fraction | None) -> list[int]:
        return [] if size is None else self._numbers[bisect_right(self._sizes, size) :]
