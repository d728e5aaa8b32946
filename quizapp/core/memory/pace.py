"""How long answers take: for the minutes that a page promises, not for what memory is told."""

from typing import Final

#: Seconds to read a question, answer it and read the proof: a guess, not measured.
SECONDS: Final = 12


def minutes(answers: int) -> int:
    """Return the minutes that so many answers take, at least 1 where there are any."""
    return -(-answers * SECONDS // 60)
