"""Views of what is known, made by hand; for the page of patterns."""

from datetime import date
from typing import Final

from quizapp.core.memory.curve import Point
from quizapp.core.memory.standing import State
from quizapp.services.views.known import FactRow, MixedUp, Painted, Paragraph

DUE: Final = (11, 2, 1, 0, 0, 4, 1)
SHARES: Final = (0.82, None, 0.94)
WEEKS: Final = ((0, 3, 0, 12, 1, 0, 7), (4, 0, 0, 2))
CURVE: Final = (Point(0, 1.0), Point(6, 0.81), Point(6, 1.0), Point(40, 0.7))
AT_ONCE: Final = (Point(0, 1.0),)
COUNTS: Final = {State.NEVER: 3, State.FAILING: 1, State.DUE: 12, State.KNOWN: 0}
DAY: Final = date(2026, 3, 1)
PAIR: Final = MixedUp("Ana Roy", "Ben Lal", 3, has_drill=True, slot=None)
FACTS: Final = tuple(
    FactRow("talks/place", text, (), recall, DAY, state, missed, fresh, None)
    for text, recall, state, missed, fresh in (
        ("Missed a minute ago.", 1.0, State.FAILING, True, True),
        ("Missed some days ago.", 0.81, State.FAILING, True, False),
        ("Right a minute ago.", 1.0, State.KNOWN, False, True),
    )
)

PARAGRAPH: Final = Paragraph(
    place=0,
    source_label="the report",
    source_kind="news report",
    number=4,
    runs=(
        Painted("The talks ", None, None, 0),
        Painted("took place in New Delhi", State.KNOWN, "talks/place", 1),
        Painted(" on ", None, None, 0),
        Painted("10 November", State.DUE, "talks/date", 1),
        Painted(", and ", None, None, 0),
        Painted("the ministers", State.FAILING, "talks/took_part", 3),
        Painted(" spoke of ", None, None, 0),
        Painted("defence", State.NEVER, None, 1),
        Painted(".", None, None, 0),
    ),
)
