"""Reviews to learn from: the smallest one, made by what matters in a test; and any log at all."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from fsrs import Rating
from hypothesis import strategies as st

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.review import PartOutcome, Review

RIGHT, WRONG, BLANK = Outcome.RIGHT, Outcome.WRONG, Outcome.BLANK
SLOT = "talks/office-fs/holder"
DAY = date(2025, 3, 3)
#: Noon of that day.
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)
_IDS = count()


def review(
    outcome: Outcome = RIGHT,
    format_name: str = "typed",
    *,
    slots: tuple[str, ...] = (SLOT,),
    days: int = 0,
    options: int = 4,
    **more: Any,
) -> Review:
    """Return a review at noon, so many days after the first day, with feedback at once."""
    answered = NOON + timedelta(days)
    known: dict[str, Any] = {"id": f"{next(_IDS):06}", "answered": answered, "feedback": answered}
    known["parts"] = (PartOutcome(slots, outcome, options),)
    return Review(format=format_name, **(known | more))


def button(rating: Rating, *, days: int = 0, **more: Any) -> Review:
    """Return a card on which that button was pressed."""
    outcome = WRONG if rating is Rating.Again else RIGHT
    return review(outcome, "card", days=days, rating=rating, **more)


@st.composite
def _any_review(draw: st.DrawFn, number: int) -> Review:
    answered = NOON + timedelta(minutes=draw(st.integers(0, 400_000)))
    delay = draw(st.none() | st.just(0) | st.integers(0, 20_000))
    slots = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).map(tuple)
    part = st.builds(PartOutcome, slots, st.sampled_from([RIGHT, WRONG, BLANK]), st.integers(2, 5))
    return Review(
        id=str(number),
        answered=answered,
        format=draw(st.sampled_from(sorted(FORMS))),
        parts=tuple(draw(st.lists(part, min_size=1, max_size=3))),
        feedback=None if delay is None else answered + timedelta(minutes=delay),
        seconds=draw(st.none() | st.floats(0.5, 60)),
        hints=draw(st.integers(0, 1)),
        tries=draw(st.integers(1, 2)),
        certainty=draw(st.none() | st.integers(1, 3)),
        rating=draw(st.none() | st.sampled_from(list(Rating))),
    )


#: Any log: reviews of three slots over nine months, some of them at the same moment.
LOGS = st.integers(0, 8).flatmap(lambda size: st.tuples(*map(_any_review, range(size))))
