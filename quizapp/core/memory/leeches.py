"""Leeches: slots that slip again and again. Asking once more does not help; reading may.

The figures are ours, after the custom of flashcard programs to stop after some failures.
"""

from datetime import date, timedelta
from typing import Final

from quizapp.core.memory.state import Memory

#: Who forgot it so often, and would forget it again within some days, does not learn it by asking.
LAPSES: Final = 4
_UNSTABLE_DAYS: Final = 5.0
#: It is asked again after so many days, whatever was due: it is set aside, not given up.
REST: Final = timedelta(days=7)


def is_leech(memory: Memory) -> bool:
    """Return whether a slot slips again and again."""
    return memory.lapses >= LAPSES and memory.stability < _UNSTABLE_DAYS


def is_aside(memory: Memory, day: date) -> bool:
    """Return whether a slot is not to be asked on a day, for it slips and was asked lately."""
    return is_leech(memory) and day < memory.last_day + REST
