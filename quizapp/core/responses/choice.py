"""Single choice: one option is right, one is chosen."""

from fractions import Fraction

from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response
from quizapp.core.responses.options import OptionFormat, key_indexes


class Choice(OptionFormat):
    """One of several options; the key earns all, any other nothing."""

    name = "choice"

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for the key, else 0."""
        return Fraction(response == key_indexes(item))
