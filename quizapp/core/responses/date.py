"""A date: a day, a month or a year, each typed in figures, as exact as the item asks.

In normal form there is one ISO text at the item's precision (``2023-11-10``). A form sends the
fields of that precision in the order day, month, year.

Three short fields, and not one text: "10/11/2023" is two days for two learners, a phone shows its
figures, and the way through them by Tab is the way the date is said.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from quizapp.core.facts.dates import CoarseDate, parse_date
from quizapp.core.items.item import Item
from quizapp.core.responses.entry import plain_digits
from quizapp.core.responses.format import Response, ResponseFormat
from quizapp.errors import InvalidResponse

#: The fields in the order in which they are typed, the finest first.
FIELDS: Final = ("day", "month", "year")
_YEAR_FIGURES: Final = 4


class Date(ResponseFormat):
    """A date in figures; the right one earns all, any other nothing.

    A date that is less exact than asked for is asked again: it may be right as far as it goes (R1).
    """

    name = "date"

    def fields(self, item: Item) -> int:
        """Return 1 for a year, 2 for a month, 3 for a day."""
        return int(_key(item).precision)

    def shown_parts(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return the names of the fields."""
        return tuple(("", name) for name in asked(item))

    def parse(self, raw: Sequence[str], item: Item) -> Response:
        """Return the date in ISO form."""
        typed = [plain_digits(text.strip()) for text in raw]
        if not any(typed):
            raise InvalidResponse("Nothing is typed: type the date in figures.")
        names = asked(item)
        if len(typed) != len(names):
            raise InvalidResponse("A part of the form is missing: reload the page and try again.")
        figures = [_figures(text, name) for text, name in zip(typed, names, strict=True)]
        text = "-".join(reversed(figures))
        try:
            return (parse_date(text).text,)
        except ValueError:
            raise InvalidResponse(
                f"There is no {'/'.join(typed)} in the calendar: type a date that exists."
            ) from None

    def sent(self, response: Response, item: Item) -> Response:
        """Return day, month and year without leading noughts, as far as they are asked for."""
        if not response:
            return super().sent(response, item)
        year, *rest = response[0].split("-")
        return (*(str(int(figures)) for figures in reversed(rest)), year)

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for the date, else 0."""
        return Fraction(response == (_key(item).text,))

    def spoken(self, response: Response, item: Item) -> str:
        """Return the date as it is printed where it is the key, else in figures."""
        if response == (_key(item).text,):
            return item.accepted[0]
        return "/".join(self.sent(response, item)) if response else ""

    def key_response(self, item: Item) -> Response:
        """Return the date in ISO form."""
        return (_key(item).text,)


def asked(item: Item) -> tuple[str, ...]:
    """Return the names of the fields that an item asks for, in their order."""
    return FIELDS[-int(_key(item).precision) :]


def _key(item: Item) -> CoarseDate:
    """Return the date that is right: the last accepted text is its ISO form."""
    return parse_date(item.accepted[-1])


def _figures(text: str, name: str) -> str:
    """Return what stands in a field, as ISO has it.

    Raises:
        InvalidResponse: nothing, or no figures, or a year that is cut short.
    """
    if not text:
        raise InvalidResponse(f"The {name} is missing: type it too.")
    if not (text.isascii() and text.isdecimal()):
        raise InvalidResponse(f"The {name} is typed in figures, such as {_EXAMPLES[name]}.")
    if name != "year":
        return text.lstrip("0").zfill(2)
    if len(text) != _YEAR_FIGURES:
        raise InvalidResponse("The year has four figures, such as 2023.")
    return text


_EXAMPLES: Final = {"day": "10", "month": "11", "year": "2023"}
