"""How long a learner takes for an answer."""

from collections.abc import Sequence
from datetime import datetime
from statistics import median
from typing import Final

from quizapp.core.memory.pace import SECONDS

#: Seconds for an answer of those who gave too few to tell.
USUAL: Final = SECONDS
#: So many answers tell a learner's own pace.
ENOUGH: Final = 10


def pace(answers: Sequence[tuple[datetime, datetime]]) -> float | None:
    """Return the median seconds for an answer; None where there are too few.

    Args:
        answers: from when to when each took.
    """
    if len(answers) < ENOUGH:
        return None
    return median(max((end - start).total_seconds(), 0.0) for start, end in answers)
