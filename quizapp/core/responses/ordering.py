"""Ordering: every part is given its place.

In normal form there are the indexes of the parts in the order given. A form sends for each part
its place, from 1.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from quizapp.core.items.item import Item
from quizapp.core.responses.fields import PartFormat
from quizapp.core.responses.format import PartReview, Response
from quizapp.errors import InvalidResponse


class Ordering(PartFormat):
    """An order of all parts; it earns the share of the pairs that stand the right way round."""

    name = "ordering"
    nothing = "Nothing is ordered: give every entry its place."

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the parts in the order of their places."""
        known = [str(place) for place in range(1, len(item.parts) + 1)]
        places = self.only_fields(raw, item, known)
        if "" in places:
            raise InvalidResponse("An entry has no place yet: give every entry its place.")
        for place in known:
            if places.count(place) > 1:
                raise InvalidResponse(
                    f"Two entries have the place {place}: give every entry a place of its own."
                )
        return tuple(str(places.index(place)) for place in known)

    def sent(self, response: Response, item: Item) -> Response:
        """Return the place of each part."""
        if not response:
            return super().sent(response, item)
        return tuple(str(response.index(str(part)) + 1) for part in range(len(item.parts)))

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return ``1 - inversions / (n (n - 1) / 2)``: Kendall's distance, as a share.

        One entry out of its place costs little, and the reverse order earns nothing.

        Source: M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30 (1938);
        Moodle's ordering question grades so "relative to all the previous and next items".
        """
        right = self.key_response(item)
        pairs = list(combinations(map(right.index, response), 2))
        if not pairs:
            return Fraction(0)
        return Fraction(sum(first < second for first, second in pairs), len(pairs))

    def spoken(self, response: Response, item: Item) -> str:
        """Return the parts in the order given."""
        return " → ".join(item.parts[int(part)].text for part in response)

    def key_response(self, item: Item) -> Response:
        """Return the parts in their right order."""
        key = item.key if isinstance(item.key, tuple) else ()
        return tuple(map(str, key))

    def reviews(self, response: Response, item: Item) -> tuple[PartReview, ...]:
        """Return the parts in their right order, each with the place that it was given."""
        return tuple(
            PartReview(
                part=int(index),
                label=f"{place}.",
                said=f"place {response.index(index) + 1}" if response else "",
                own=f"place {place}",
                right=response[place - 1] == index if response else None,
                why=item.parts[int(index)].why,
            )
            for place, index in enumerate(self.key_response(item), start=1)
        )
