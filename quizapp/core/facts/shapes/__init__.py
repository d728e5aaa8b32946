"""The register of fact shapes. A new shape is one file here and one line below."""

from collections.abc import Mapping
from typing import Any

from quizapp.core.facts.entity import Section
from quizapp.core.facts.shapes.coverage import Coverage
from quizapp.core.facts.shapes.event import Event
from quizapp.core.facts.shapes.explanation import Explanation
from quizapp.core.facts.shapes.number import Numbers
from quizapp.core.facts.shapes.office import Office
from quizapp.core.facts.shapes.relation import RelationRows
from quizapp.core.facts.shapes.sequence import Sequence
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.shapes.statement import Statement
from quizapp.core.facts.shapes.term import Example, Term

#: A shape whatever its entry: the register holds shapes of different schemas.
AnyShape = Shape[Any]

#: The shapes that stand under ``facts``; the first whose field an entry has is its shape. The rows
#: of a relation that the set declares are a shape too (``RelationRows``).
SHAPES: tuple[AnyShape, ...] = (Coverage(), Office(), Numbers(), Explanation(), Statement())

#: The shapes whose facts stand in the entries of things; in every other section an example.
ENTITY_SHAPES: Mapping[Section, AnyShape] = {Section.EVENTS: Event(), Section.TERMS: Term()}
EXAMPLE = Example()

#: The shape that has a section of its own.
SEQUENCE = Sequence()

#: Every shape that the language itself has.
ALL_SHAPES: tuple[AnyShape, ...] = (*SHAPES, *ENTITY_SHAPES.values(), EXAMPLE, SEQUENCE)

__all__ = [
    "ALL_SHAPES",
    "ENTITY_SHAPES",
    "EXAMPLE",
    "SEQUENCE",
    "SHAPES",
    "AnyShape",
    "RelationRows",
]
