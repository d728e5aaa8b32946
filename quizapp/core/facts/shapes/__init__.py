"""The register of fact shapes. A new shape is one file here and one line below."""

from typing import Any

from quizapp.core.facts.shapes.coverage import Coverage
from quizapp.core.facts.shapes.event import Event
from quizapp.core.facts.shapes.office import Office
from quizapp.core.facts.shapes.sequence import Sequence
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.shapes.statement import Statement

#: A shape whatever its entry: the register holds shapes of different schemas.
AnyShape = Shape[Any]

#: The shapes that stand under ``facts``; the first whose field an entry has is its shape.
SHAPES: tuple[AnyShape, ...] = (Coverage(), Office(), Statement())

#: The shapes that have a section of their own.
EVENT = Event()
SEQUENCE = Sequence()
