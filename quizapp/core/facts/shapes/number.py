"""Number: how much a quantity was, exactly, about, or on one side of a bound (R16)."""

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, Fact, NumberFact
from quizapp.core.facts.numbers import canonical, parse_number
from quizapp.core.facts.schema import DateText, FactEntry, Text
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.tree import Path

#: Words before a number that make it a rough one, and that make it one side of a bound.
_ROUGH = re.compile(r"\b(about|nearly|some|around|roughly|approximately|almost)\s+\W?\d", re.I)
_SIDED = re.compile(r"\b(over|at least|more than|up to|at most|less than|under)\s+\W?\d", re.I)


#: Longer than any number in a text; what takes longer to compute with is no number.
_LONGEST = 100


def _number(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("this must be a number, like 1234, 1,234, 12.5 or 1/3")
    if len(value) > _LONGEST:
        raise ValueError(f"this number has more than {_LONGEST} digits: round it")
    return canonical(value.strip())


_NumberScalar = Annotated[
    str,
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "pattern": r"^\s*[+-]?\d[\d,]*(\.\d+|/\d+)?\s*$",
            "examples": ["1234", "1,234", "12.5", "1/3"],
        }
    ),
]
NumberText = Annotated[str, BeforeValidator(_number, json_schema_input_type=_NumberScalar)]


class NumberEntry(FactEntry):
    """``{quantity: …, value: …, unit: …, tolerance: …, as_of: …}``, or ``min`` or ``max``."""

    quantity: Text
    value: NumberText | None = None
    min: NumberText | None = None
    max: NumberText | None = None
    unit: Text | None = None
    tolerance: NumberText | None = None
    as_of: DateText | None = None


class Numbers(Shape[NumberEntry]):
    """How much a quantity was; each date is a matter of its own."""

    name = "number"
    fields = ("quantity",)
    model = NumberEntry

    def fact(self, slug: str, entry: NumberEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact, its quantity resolved."""
        quantity = desk.entity(entry.quantity, {Section.QUANTITIES}, (*path, "quantity"))
        cites = desk.cites(entry.cite, (*path, "cite"))
        _check(entry, desk, path)
        if quantity is None:
            return None
        return NumberFact(
            slug=slug,
            cites=cites,
            quantity=quantity,
            value=entry.value,
            least=entry.min,
            most=entry.max,
            unit=entry.unit,
            tolerance=_exact(entry.tolerance),
            at=Instant(entry.as_of) if entry.as_of is not None else None,
        )

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the ``value`` atom; a bound alone makes none true."""
        assert isinstance(fact, NumberFact)  # noqa: S101 - the reader pairs shape and fact
        if fact.value is None:
            return [], []
        claim = Claim("value", fact.quantity, Value("number", fact.value, fact.unit), at=fact.at)
        return [Atom(claim, fact.slug, f"{fact.slug}/value", fact.cites)], []


def _exact(text: str | None) -> Fraction:
    return parse_number(text).value if text is not None else Fraction(0)


def _check(entry: NumberEntry, desk: Desk, path: Path) -> None:
    bounded = entry.min is not None or entry.max is not None
    if bounded == (entry.value is not None):
        desk.fault(path, 'say how much: either "value", or "min" or "max" for one-sided words')
    if entry.min is not None and entry.max is not None and _exact(entry.max) < _exact(entry.min):
        desk.fault((*path, "max"), f"max {entry.max} is less than min {entry.min}")
    if _exact(entry.tolerance) < 0:
        desk.fault((*path, "tolerance"), "a tolerance is not negative")
    if entry.tolerance is not None and entry.value is None:
        desk.fault((*path, "tolerance"), "a tolerance goes with a value, not with a bound")
    for source, span in entry.cite.items():
        at = (*path, "cite", source)
        if entry.value is not None and entry.tolerance is None and _ROUGH.search(span.span):
            desk.fault(at, "the text gives a rough number: say how rough with the field tolerance")
        if entry.value is not None and _SIDED.search(span.span):
            desk.fault(at, "the text gives one side only: write min or max instead of value")
