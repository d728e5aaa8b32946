"""Labels by their first one: ``(a)`` gives (a), (b), (c); ``I.`` gives I., II., III."""

import re
from collections.abc import Callable
from typing import Final

_COUNTED: Final = re.compile(r"[A-Za-z1]")
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
#: Nobody prints more options, statements or rows than letters.
MOST: Final = 26


def label(first: str, place: int) -> str:
    """Return the label of a place.

    Args:
        first: the first label; its one letter A, a, I, i or figure 1 is counted on.
        place: from 0, less than ``MOST``.

    Raises:
        ValueError: nothing in ``first`` can be counted on, or there is no such place.
    """
    counted = sign(first)
    if not 0 <= place < MOST:
        raise ValueError(f"there is no label for the place {place}")
    return first.replace(counted, _COUNT[counted](place), 1)


def sign(first: str) -> str:
    """Return what a first label counts by: A, a, I, i or 1.

    Raises:
        ValueError: it has none of them, or more than one letter or figure.
    """
    found: list[str] = _COUNTED.findall(first)
    if len(found) != 1 or found[0] not in _COUNT:
        raise ValueError(f'"{first}" is no first label: write one of A, a, I, i, 1 as in "(a)"')
    return found[0]


def bare(first: str, place: int) -> str:
    """Return the label without what stands around it, as codes name it; errors as ``label``."""
    return label(sign(first), place)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


_COUNT: Final[dict[str, Callable[[int], str]]] = {
    "A": lambda place: chr(ord("A") + place),
    "a": lambda place: chr(ord("a") + place),
    "1": lambda place: str(place + 1),
    "I": lambda place: _roman(place + 1),
    "i": lambda place: _roman(place + 1).lower(),
}
