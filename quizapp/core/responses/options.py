"""What the formats that choose among printed options share.

What a choice is worth is left to each format.
"""

from collections.abc import Sequence

from quizapp.core.items.bodies.coded import TRUE
from quizapp.core.items.item import Item
from quizapp.core.responses.codes import implied
from quizapp.core.responses.format import PartReview, Response, ResponseFormat
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

    def chosen(self, response: Response) -> Response:
        """Return the response: it is nothing else."""
        return response

    def spoken(self, response: Response, item: Item) -> str:
        """Return the texts of the chosen options."""
        return "; ".join(item.options[int(index)].text for index in response)

    def reviews(self, response: Response, item: Item) -> tuple[PartReview, ...]:
        """Return every part, with whether the code that was chosen is right on it."""
        chosen = item.options[int(response[0])] if response else None
        said = ("",) * len(item.parts) if chosen is None else implied(chosen, item)
        return tuple(
            PartReview(
                part=index,
                label=part.label,
                said="",
                own=item.targets[part.against.index(part.why)].text if item.targets else "",
                right=truth == TRUE if truth else None,
                why=part.why,
            )
            for index, (part, truth) in enumerate(zip(item.parts, said, strict=True))
        )

    def key_response(self, item: Item) -> Response:
        """Return the indexes of the right options."""
        return tuple(map(str, item.chosen))
