"""Views of a plan until the exam of a set."""

from dataclasses import dataclass
from datetime import date

from quizapp.core.profiles.expected import Unknown


@dataclass(frozen=True, slots=True)
class MarkView:
    """What an exam is expected to give for a question, on the day.

    Attributes:
        idle, planned: as a share of what a right answer earns; without any more study, and with
            the plan.
        unknown: the better thing to do with what one does not know.
    """

    name: str
    idle: float
    planned: float
    unknown: Unknown


@dataclass(frozen=True, slots=True)
class StepView:
    """A day, or some days one after another, of a plan.

    Attributes:
        first, last: the days; the same where it is one.
        reviews, new: slots asked on a day, on average.
        minutes: on a day, on average.
    """

    first: date
    last: date
    reviews: float
    new: float
    minutes: float


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the two curves of expected recall.

    Attributes:
        at: where between the first day and the exam it lies, 0 to 1.
        idle, planned: slots expected to be remembered, without any more study and with the plan.
        idle_share, planned_share: the same as shares of all slots.
    """

    day: date
    at: float
    idle: float
    planned: float
    idle_share: float
    planned_share: float


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan of one learner for one set.

    Attributes:
        today: the study day, on which the plan begins.
        first, latest: the days between which an exam may be.
        exam: the day that the plan is made for.
        chosen: the day that the learner set, perhaps long ago; None where none was set.
        days: to study, today the first.
        slots: there are to know.
        asked: of these were asked before.
        minutes, percent: of the learner's settings: to study on a day, and to be remembered.
        seconds: that an answer is taken to need.
        unreviewed: the chance to know what was never asked, in per cent.
        points: the first is today, the last the day of the exam.
        unasked, waiting: slots never asked before the exam; those due at the end, and not asked.
        enough: minutes a day with which all are asked, the learner's own if they are; None where no
            600 are, or nobody knows.
        is_least: where the learner's own are not enough: whether it is known that fewer than
            ``enough`` are not either, or that no 600 are.
        stopped: from this day on nothing was worked out; None where all was.
        sample: how many memories stand for all; None where each does for itself.
    """

    set_id: str
    title: str
    today: date
    first: date
    latest: date
    exam: date
    chosen: date | None
    days: int
    slots: int
    asked: int
    minutes: int
    percent: int
    seconds: int
    unreviewed: int
    marks: tuple[MarkView, ...]
    steps: tuple[StepView, ...]
    points: tuple[PointView, ...]
    unasked: int
    waiting: int
    enough: int | None
    is_least: bool
    stopped: date | None
    sample: int | None

    @property
    def idle_line(self) -> tuple[tuple[float, float], ...]:
        """The curve of recall without any more study, as shares."""
        return tuple((one.at, one.idle_share) for one in self.points)

    @property
    def planned_line(self) -> tuple[tuple[float, float], ...]:
        """The curve of recall with the plan, as shares."""
        return tuple((one.at, one.planned_share) for one in self.points)

    @property
    def on_the_day(self) -> PointView:
        """What is expected on the day of the exam."""
        return self.points[-1]

    @property
    def is_over(self) -> bool:
        """Whether the day that the learner set is no longer ahead."""
        return self.chosen is not None and self.chosen != self.exam
