"""What the formats that choose among printed options share.

What a choice is worth is left to each format.
"""

from collections.abc import Sequence

from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.errors import InvalidResponse


class OptionFormat(ResponseFormat):
    """A choice of one or more options."""

    #: Whether more than one option may be chosen.
    several: bool = False
    by_hand = True

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the chosen indexes, each once, ascending."""
        chosen = frozenset(raw)
        if not chosen:
            least = "at least one option" if self.several else "one of the options"
            raise InvalidResponse(f"Nothing is chosen: choose {least}.")
        if len(chosen) > 1 and not self.several:
            raise InvalidResponse("More than one option is chosen: choose one.")
        known = tuple(str(index) for index in range(len(item.options)))
        if not chosen <= frozenset(known):
            raise InvalidResponse("There is no such option here: choose one that is shown.")
        return tuple(index for index in known if index in chosen)

    def spoken(self, response: Response, item: Item) -> str:
        """Return the texts of the chosen options."""
        return "; ".join(item.options[int(index)].text for index in response)

    def key_response(self, item: Item) -> Response:
        """Return the indexes of the right options."""
        return tuple(map(str, item.chosen))
