"""Views of practice: what is waiting."""

from dataclasses import dataclass
from datetime import date

from quizapp.services.views.known import FactRow, MixedUp


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report was about."""

    attempt_id: str
    position: int


@dataclass(frozen=True, slots=True)
class Leeches:
    """Slots that slip again and again.

    Attributes:
        facts: as many of them as a page names.
        pairs: what was mixed up in questions about these.
    """

    facts: tuple[FactRow, ...] = ()
    pairs: tuple[MixedUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a set there is to practise.

    Attributes:
        due: slots that were asked before and are to be asked again.
        new: slots that were never asked.
        questions: how many the next sitting asks at most.
        minutes: about how long that takes.
        aside: slots that slip again and again, and rest.
        next_due: the day on which more falls due; None where nothing will.
        next_count: how many fall due on that day.
    """

    due: int
    new: int
    questions: int
    minutes: int
    aside: int
    next_due: date | None
    next_count: int
