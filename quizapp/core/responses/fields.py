"""What the formats that send a field for each part share: telling these fields from the rest."""

from collections.abc import Sequence

from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.errors import InvalidResponse


class PartFormat(ResponseFormat):
    """A format with one field for each part.

    Attributes:
        nothing: what is said where every field is empty and nothing is chosen.
    """

    nothing: str

    def fields(self, item: Item) -> int:
        """Return one field for each part."""
        return len(item.parts)

    def shown_parts(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return all parts."""
        return tuple((part.label, part.text) for part in item.parts)

    def split(self, raw: Sequence[str], item: Item) -> tuple[Response, Response]:
        """Return what is chosen, and the part fields.

        Raises:
            InvalidResponse: all is empty, or fields are missing.
        """
        if not any(raw):
            raise InvalidResponse(self.nothing)
        count = self.fields(item)
        if len(raw) < count:
            raise InvalidResponse("A part of the form is missing: reload the page and try again.")
        start = len(raw) - count
        return tuple(raw[:start]), tuple(raw[start:])

    def only_fields(self, raw: Sequence[str], item: Item, known: Sequence[str]) -> Response:
        """Return the part fields of a form that has nothing else.

        Args:
            known: what a field may hold, besides nothing.

        Raises:
            InvalidResponse: as ``split``; or there is more, or a field holds something else.
        """
        chosen, fields = self.split(raw, item)
        if chosen or not frozenset(fields) <= {"", *known}:
            raise InvalidResponse("There is no such entry here: choose among those that are shown.")
        return fields
