"""The base of the response formats: read what came in, say what it is worth, name it.

A response is a tuple of strings in a normal form: indexes of the chosen options as decimal
digits, ascending (``("0", "2")``), or one typed text. An empty tuple is a blank.
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

    @abstractmethod
    def missing(self, question: WrittenQuestion) -> str | None:
        """Return what a question written by hand lacks to be answered so, or None.

        The sentence stands behind the place of the question and says what to write.
        """

    @abstractmethod
    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the response in normal form.

        Args:
            raw: for options, indexes into ``item.options`` as strings (the edge has already
                turned its opaque tokens into indexes); for typed formats, one text.

        Raises:
            InvalidResponse: nothing given, more than the format takes, no such option, too long,
                or (typed) a text that names two entities: "ask again".
        """

    @abstractmethod
    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return what the response earns, exactly, in [0, 1]; a blank earns 0."""

    @abstractmethod
    def spoken(self, response: Response, item: Item) -> str:
        """Return the response in words, for the review; the empty text for a blank."""

    @abstractmethod
    def key_spoken(self, item: Item) -> str:
        """Return the key in words, for the review."""
