"""Views of attempts: in a list, and finished, as they were."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.services.views.feedback import FeedbackView


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the score: a topic or a kind.

    Attributes:
        earned: exact sum of the fractions.
        n: number of questions.
    """

    label: str
    earned: Fraction
    n: int


@dataclass(frozen=True, slots=True)
class ResultItem:
    """One question of a finished attempt, as it was shown; ``ask`` stood after its parts."""

    position: int
    stem: str
    kind_label: str
    format: str
    feedback: FeedbackView
    ask: str = ""


@dataclass(frozen=True, slots=True)
class ResultView:
    """A finished attempt, as it was.

    Attributes:
        earned: exact sum of the fractions; ``count`` is the most there was.
        seconds_taken: from start to finish.
        practice: whether it was a sitting of what was due.
    """

    attempt_id: str
    set_id: str
    set_title: str
    started_at: datetime
    finished_at: datetime
    seconds_taken: int
    earned: Fraction
    count: int
    right: int
    blank: int
    topics: tuple[Bar, ...]
    kinds: tuple[Bar, ...]
    items: tuple[ResultItem, ...]
    practice: bool


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt in a list.

    Attributes:
        finished_at, earned, seconds_taken: None while the attempt is open.
        practice: whether it is a sitting of what was due.
    """

    attempt_id: str
    set_id: str
    set_title: str
    started_at: datetime
    finished_at: datetime | None
    seconds_taken: int | None
    earned: Fraction | None
    answered: int
    count: int
    practice: bool
