"""How work and memory are measured and bounded.

Work is the number of calls that Python makes, which is the same each time; memory is the peak of
what is allocated. Both are held to a multiple of the length of what is read, and to grow with it
and not with its square.
"""

import sys
import tracemalloc
from collections.abc import Callable

from hypothesis import HealthCheck, settings

#: The least that reading costs however short the file is.
CALLS, BYTES = 20_000, 4_000_000
_CALLS_A_CHARACTER, _BYTES_A_CHARACTER = 60, 600
#: What is four times as long may cost so many times as much.
_GROWTH = 4.6

BROAD = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def calls(do: Callable[[], object]) -> int:
    """Return how many calls are made, of Python's own functions too."""
    made = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return made


def peak(do: Callable[[], object]) -> int:
    """Return the most bytes that are held at once."""
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def assert_bounded(
    measure: Callable[[Callable[[], object]], int],
    few: Callable[[], object],
    many: Callable[[], object],
    length: int,
) -> None:
    """Hold a measure to the length of what is read.

    Args:
        measure: ``calls`` or ``peak``.
        few, many: read something, and something of the same sort that is four times as long.
        length: of the longer, in characters.
    """
    least, each = (CALLS, _CALLS_A_CHARACTER) if measure is calls else (BYTES, _BYTES_A_CHARACTER)
    few()  # whatever is made once is made now
    some, more = measure(few), measure(many)

    assert more <= each * length + least
    assert more <= _GROWTH * some + least / 4
