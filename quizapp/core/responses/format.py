"""The base of the response formats: read what came in, say what it is worth, name it.

A response is a tuple of strings in a normal form of its format, which its file states: indexes of
the chosen options as decimal digits, ascending (``("0", "2")``); one typed text; a mark, a target
or a place for each part. An empty tuple is a blank.

What a form sends is read in one form too: what is chosen or typed, and then as many *part fields*
as the item has, the empty text for each that was left alone.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from fractions import Fraction

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.item import Item

#: A response in normal form; see the module's docstring.
Response = tuple[str, ...]


class ResponseFormat(ABC):
    """How an item is answered. One file per format; registered in ``responses.FORMATS``."""

    #: The file's name; also the template's name and ``Item.format``.
    name: str
    #: Whether questions written by hand can be answered so.
    by_hand: bool = False

    def missing(self, question: WrittenQuestion) -> str | None:
        """Return what a question written by hand lacks to be answered so, or None.

        The sentence stands behind the place of the question and says what to write.
        """
        return None

    def fields(self, item: Item) -> int:
        """Return how many part fields its form sends, behind what is chosen or typed."""
        return 0

    @abstractmethod
    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the response in normal form.

        Args:
            raw: for options, indexes into ``item.options`` as strings (the edge has already
                turned its opaque tokens into indexes); for typed formats, one text; behind
                either the part fields.

        Raises:
            InvalidResponse: nothing given, more than the format takes, no such option, too long,
                or what cannot be judged and is asked again: a text that names two entities,
                marks that fit several codes.
        """

    def sent(self, response: Response, item: Item) -> Response:
        """Return what a form sends for a response; reading it gives the response again.

        A blank is sent as a form that was left alone: nothing chosen, every part field empty.
        """
        return response or ("",) * self.fields(item)

    @abstractmethod
    def key_response(self, item: Item) -> Response:
        """Return a response that earns all; the one to show where there are several."""

    @abstractmethod
    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return what the response earns, exactly, in [0, 1]; a blank earns 0."""

    @abstractmethod
    def spoken(self, response: Response, item: Item) -> str:
        """Return the response in words, for the review; the empty text for a blank."""

    def key_spoken(self, item: Item) -> str:
        """Return the key in words, for the review."""
        return self.spoken(self.key_response(item), item)
