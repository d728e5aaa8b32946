"""Matching: each row of one list is given an entry of a second one.

In normal form there is for each row the index of its target, or the empty text.
"""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.core.items.item import Item
from quizapp.core.responses.fields import PartFormat
from quizapp.core.responses.format import Response
from quizapp.errors import InvalidResponse


class Matching(PartFormat):
    """A target for each row, each used once at most; rows may be left open."""

    name = "matching"
    nothing = "Nothing is matched: choose an entry for at least one row."

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the target of each row."""
        known = [str(index) for index in range(len(item.targets))]
        fields = self.only_fields(raw, item, known)
        for index, target in enumerate(item.targets):
            if fields.count(str(index)) > 1:
                raise InvalidResponse(
                    f"“{target.text}” is matched twice: each entry is used once at most."
                )
        return fields

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return right rows / rows."""
        if not response:
            return Fraction(0)
        pairs = zip(response, self.key_response(item), strict=True)
        return Fraction(sum(said == own for said, own in pairs), len(item.parts))

    def spoken(self, response: Response, item: Item) -> str:
        """Return the pairs; rows that were left open are left out."""
        return "; ".join(
            f"{part.text} – {item.targets[int(target)].text}"
            for part, target in zip(item.parts, response, strict=False)
            if target
        )

    def key_response(self, item: Item) -> Response:
        """Return each row's own target."""
        return tuple(map(str, own_targets(item)))


def own_targets(item: Item) -> tuple[int, ...]:
    """Return the index of each row's own target, in the order of the rows."""
    if isinstance(item.key, tuple):
        own = dict(pair for pair in item.key if isinstance(pair, tuple))
        return tuple(own[row] for row in range(len(item.parts)))
    return ()
