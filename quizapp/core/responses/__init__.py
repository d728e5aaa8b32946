"""Response formats: how one answers, what a response is worth.

A new format is one file here, one entry of ``_ALL`` and a template ``items/<name>.html``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from quizapp.core.responses.card import Card
from quizapp.core.responses.choice import Choice
from quizapp.core.responses.choices import Choices
from quizapp.core.responses.date import Date
from quizapp.core.responses.format import PartReview, Response, ResponseFormat
from quizapp.core.responses.matching import Matching
from quizapp.core.responses.number import Number
from quizapp.core.responses.ordering import Ordering
from quizapp.core.responses.statements import Statements
from quizapp.core.responses.true_false import TrueFalse
from quizapp.core.responses.typed import Typed

_ALL: tuple[ResponseFormat, ...] = (
    Card(),
    Choice(),
    Choices(),
    Date(),
    Matching(),
    Number(),
    Ordering(),
    Statements(),
    TrueFalse(),
    Typed(),
)

#: Every response format, by its name.
FORMATS: Mapping[str, ResponseFormat] = MappingProxyType({one.name: one for one in _ALL})

__all__ = ["FORMATS", "PartReview", "Response", "ResponseFormat"]
