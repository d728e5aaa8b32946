"""Matching: each row of one list is given an entry of a second one.

In normal form there is for each row the index of its target, or the empty text.
"""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.core.items.item import Item
from quizapp.core.responses.fields import PartFormat
from quizapp.core.responses.format import PartReview, Response
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
        key = item.key if isinstance(item.key, tuple) else ()
        own = dict(pair for pair in key if isinstance(pair, tuple))
        return tuple(str(own[row]) for row in range(len(item.parts)))

    def reviews(self, response: Response, item: Item) -> tuple[PartReview, ...]:
        """Return each row with its own target, and why the one that was given is not it."""
        given = response or ("",) * len(item.parts)
        return tuple(
            _review(item, row, said, own)
            for row, (said, own) in enumerate(zip(given, self.key_response(item), strict=True))
        )


def _review(item: Item, row: int, said: str, own: str) -> PartReview:
    part = item.parts[row]
    is_wrong = said not in ("", own)
    against = part.against[int(said)] if is_wrong and part.against else ""
    return PartReview(
        part=row,
        label=part.label,
        said=item.targets[int(said)].text if said else "",
        own=item.targets[int(own)].text,
        right=not is_wrong if said else None,
        # Where an entry is wrong because another is right, one sentence says both.
        why=against
        if part.why.casefold() in against.casefold()
        else f"{against} {part.why}".strip(),
    )
