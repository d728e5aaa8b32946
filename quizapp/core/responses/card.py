"""A flashcard: the learner turns it and says how well the answer was known.

In normal form there is the rating.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.errors import InvalidResponse

#: From not known at all; the word is what a page prints.
RATINGS: Final = ("again", "hard", "good", "easy")
_FORGOTTEN: Final = RATINGS[0]


class Card(ResponseFormat):
    """A rating by the learner; whatever was remembered earns all."""

    name = "card"

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the rating."""
        if not any(raw):
            raise InvalidResponse(
                "Nothing is rated: show the answer, and say how well you knew it."
            )
        if len(raw) > 1:
            raise InvalidResponse("More than one rating was sent: choose one.")
        if raw[0] not in RATINGS:
            raise InvalidResponse("There is no such rating: choose one of those that are shown.")
        return (raw[0],)

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 0 for what was forgotten, 1 for every other rating."""
        return Fraction(bool(response) and response[0] != _FORGOTTEN)

    def spoken(self, response: Response, item: Item) -> str:
        """Return the rating."""
        return "".join(response).capitalize()

    def key_response(self, item: Item) -> Response:
        """Return the rating of one who knew it; the key itself is the card's back."""
        return ("good",)

    def key_spoken(self, item: Item) -> str:
        """Return the back of the card."""
        return item.accepted[0]
