"""How long answers take: for the minutes that a page promises, not for what memory is told."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

#: Seconds to read, answer and read the proof, by response format: guesses, not measured.
SECONDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "card": 8,
        "choice": 12,
        "choices": 18,
        "date": 15,
        "matching": 40,
        "number": 15,
        "ordering": 30,
        "statements": 30,
        "true_false": 8,
        "typed": 15,
    }
)
#: Of an answer whose format is not known yet.
PRESET: Final = 12


def minutes(answers: int) -> int:
    """Return the minutes that so many answers take, at least 1 where there are any."""
    return -(-answers * PRESET // 60)


def minutes_of(formats: Iterable[str]) -> int:
    """Return the minutes that answers in these formats take, at least 1 where there are any."""
    return -(-sum(SECONDS[one] for one in formats) // 60)
