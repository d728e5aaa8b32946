"""Statements and codes: each statement may be marked, one code is chosen or follows from the marks.

In normal form the index of the code comes first, then a mark for each statement: ``t`` true, ``f``
false, ``u`` unsure, or the empty text where it was left unmarked.

Parts without a label are no statements: that a reason explains is asked only where both statements
are true, so before the answer such a part would tell that they are.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from quizapp.core.items.bodies.coded import EITHER, FALSE, TRUE
from quizapp.core.items.item import Item, Part
from quizapp.core.responses.codes import agrees, implied
from quizapp.core.responses.fields import PartFormat
from quizapp.core.responses.format import PartReview, Response
from quizapp.errors import InvalidResponse

UNSURE: Final = "u"
#: What a statement may be marked, in the order in which a page offers it.
MARKS: Final = (TRUE, FALSE, UNSURE)
_WORDS: Final = {TRUE: "True", FALSE: "False", UNSURE: "Unsure"}


class Statements(PartFormat):
    """A single choice among codes; the marks say where it was won or lost, and earn nothing."""

    name = "statements"
    nothing = "Nothing is marked: mark the statements, or choose one of the answers."

    def fields(self, item: Item) -> int:
        """Return one field for each statement."""
        return len(_statements(item))

    def shown_parts(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return the statements."""
        return tuple((part.label, part.text) for part in _statements(item))

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the code and the marks; a chosen code wins over what the marks say."""
        chosen, marks = self.split(raw, item)
        if not frozenset(marks) <= {"", *MARKS}:
            raise InvalidResponse("A statement is marked true, false or unsure, and nothing else.")
        if len(frozenset(chosen)) > 1:
            raise InvalidResponse("More than one option is chosen: choose one.")
        known = tuple(str(index) for index in range(len(item.options)))
        if not frozenset(chosen) <= frozenset(known):
            raise InvalidResponse("There is no such option here: choose one that is shown.")
        return (chosen[0] if chosen else _derived(marks, item), *marks)

    def sent(self, response: Response, item: Item) -> Response:
        """Return the marks alone where the code follows from them, else the code before them."""
        if not response:
            return super().sent(response, item)
        return response[1:] if _fitting(response[1:], item) == response[:1] else response

    def chosen(self, response: Response) -> Response:
        """Return the index of the code."""
        return response[:1]

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for the right code, else 0."""
        return Fraction(response[:1] == tuple(map(str, item.chosen)))

    def spoken(self, response: Response, item: Item) -> str:
        """Return the text of the code."""
        return "".join(item.options[int(index)].text for index in response[:1])

    def key_response(self, item: Item) -> Response:
        """Return the right code, each statement marked as it is."""
        truths = (TRUE if part.holds else FALSE for part in _statements(item))
        return (*map(str, item.chosen), *truths)

    def reviews(self, response: Response, item: Item) -> tuple[PartReview, ...]:
        """Return each part as it was marked, or as the chosen code has it."""
        chosen, *given = response or ("", *("" for _one in _statements(item)))
        marks = _of_all(given, item)
        by_code = implied(item.options[int(chosen)], item) if chosen else marks
        return tuple(
            _review(item, index, mark, code)
            for index, (mark, code) in enumerate(zip(marks, by_code, strict=True))
        )


def _statements(item: Item) -> tuple[Part, ...]:
    return tuple(part for part in item.parts if part.label)


def _of_all(marks: Sequence[str], item: Item) -> tuple[str, ...]:
    """Return the marks of all parts: none of those that are no statements."""
    given = iter(marks)
    return tuple(next(given) if part.label else "" for part in item.parts)


def _fitting(marks: Response, item: Item) -> tuple[str, ...]:
    """Return the codes that the marks leave."""
    every = _of_all(marks, item)
    said = "".join(mark if mark in (TRUE, FALSE) else EITHER for mark in every)
    return tuple(str(index) for index, one in enumerate(item.options) if agrees(one, said))


def _derived(marks: Response, item: Item) -> str:
    """Return the only code that the marks leave.

    Raises:
        InvalidResponse: they leave none, or several.
    """
    left = _fitting(marks, item)
    if not left:
        raise InvalidResponse(
            "No answer fits your marks all together: change a mark, or choose one of the answers."
        )
    if len(left) > 1:
        raise InvalidResponse(
            "More than one answer fits your marks: mark more statements, or choose one of the "
            "answers."
        )
    return left[0]


def _review(item: Item, index: int, mark: str, implied_mark: str) -> PartReview:
    part = item.parts[index]
    truth = TRUE if part.holds else FALSE
    said = _WORDS.get(mark, "")
    if not mark and implied_mark:
        said = f"{_WORDS[implied_mark]}, by the answer chosen"
    judged = mark or implied_mark
    return PartReview(
        part=index,
        label=part.label,
        said=said,
        own=_WORDS[truth],
        right=judged == truth if judged in (TRUE, FALSE) else None,
        why=part.why,
    )
