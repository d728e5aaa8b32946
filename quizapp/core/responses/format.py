"""The base of the response formats: read what came in, say what it is worth, name it.

A response is a tuple of strings in a normal form of its format, which its file states: indexes of
the chosen options as decimal digits, ascending (``("0", "2")``); one typed text; a mark, a target
or a place for each part. An empty tuple is a blank.

What a form sends is read in one form too: what is chosen or typed, and then as many *part fields*
as the item has, the empty text for each that was left alone.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.item import Item

#: A response in normal form; see the module's docstring.
Response = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartReview:
    """What became of one part of an item.

    Attributes:
        part: its index.
        label: what is printed before it.
        said: what the response says of it, in words; empty where it says nothing.
        own: what is right of it, in words; empty where there is nothing to say.
        right: whether the response is right on it; None where it says nothing.
        why: the reasons: for what is right, and against what was said.
    """

    part: int
    label: str
    said: str
    own: str
    right: bool | None
    why: str


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

    def shown_parts(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return label and text of what is printed between stem and options before the answer.

        Where there are part fields, one for each. The parts of a count and of what is typed are
        its key, so only lists to be matched are shown.
        """
        return tuple((part.label, part.text) for part in item.parts) if item.targets else ()

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

    def chosen(self, response: Response) -> Response:
        """Return the indexes of the options that a response chooses."""
        return ()

    @abstractmethod
    def key_response(self, item: Item) -> Response:
        """Return a response that earns all; the one to show where there are several."""

    @abstractmethod
    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return what the response earns, exactly, in [0, 1]; a blank earns 0."""

    @abstractmethod
    def spoken(self, response: Response, item: Item) -> str:
        """Return the response in words, for the review; the empty text for a blank."""

    def reviews(self, response: Response, item: Item) -> tuple[PartReview, ...]:
        """Return what to say of the parts after the answer, in the order to say it.

        Of an item without options that has no fields for its parts, nothing: there they carry the
        proof of the key and are no parts to the learner.
        """
        return ()

    def key_spoken(self, item: Item) -> str:
        """Return the key in words, for the review."""
        return self.spoken(self.key_response(item), item)
