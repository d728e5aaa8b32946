"""Typed text: one entry, compared with the accepted texts after folding.

How texts are folded stands in ``text.answers``; which texts an item accepts, its kind decides.
"""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.item import Item
from quizapp.core.responses.entry import LONGEST, NOTHING_TYPED, one_text
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.core.text.answers import fold_answer
from quizapp.errors import InvalidResponse


class Typed(ResponseFormat):
    """One typed text; any accepted text earns all, any other nothing."""

    name = "typed"
    by_hand = True

    def missing(self, question: WrittenQuestion) -> str | None:
        """Ask for texts that can be typed, and no wrong ones: they would never be shown."""
        if question.wrong:
            return "a typed answer has no wrong options: remove wrong"
        if any(len(text) > LONGEST for text in question.right):
            return f"nobody types more than {LONGEST} characters: shorten what is right"
        return None

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the text as typed, without the spaces around it."""
        text = one_text(raw)
        folded = _fold(text, item)
        if not folded:
            raise InvalidResponse(NOTHING_TYPED)
        if folded in _folded(item.ambiguous, item):
            raise InvalidResponse(f"“{text}” names more than one thing here: be more specific.")
        return (text,)

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for a text that folds to an accepted one, else 0."""
        accepted = _folded(item.accepted, item)
        return Fraction(any(_fold(text, item) in accepted for text in response))

    def spoken(self, response: Response, item: Item) -> str:
        """Return the text as typed."""
        return "".join(response)

    def key_response(self, item: Item) -> Response:
        """Return the first accepted text."""
        return item.accepted[:1]


def _fold(text: str, item: Item) -> str:
    return fold_answer(text, person=item.key_is_person)


def _folded(texts: tuple[str, ...], item: Item) -> frozenset[str]:
    return frozenset(_fold(text, item) for text in texts)
