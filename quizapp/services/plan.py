"""The plan of a learner until the exam of a set: what to ask when, and what to expect on the day.

What it is made from is read from the database; the plan itself is worked out after that, for it
takes a while and nobody is to wait for the database meanwhile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.memory.course import MOST_MEMORIES, StudyDay
from quizapp.core.memory.days import study_day
from quizapp.core.memory.evidence import UNREVIEWED
from quizapp.core.memory.plan import Aim, Enough, Outlook, enough_minutes, plan
from quizapp.core.memory.weights import USUAL, Weights
from quizapp.core.profiles.expected import expected_mark
from quizapp.library.profiles import Profiles
from quizapp.library.shelf import Shelf
from quizapp.services.learners import LearnerId
from quizapp.services.settings import MOST_MINUTES, Settings, exam, settings, zone_named
from quizapp.services.views import MarkView, PlanView, PointView, StepView
from quizapp.store.memories import KeptMemory, memories_of
from quizapp.store.weights import weights_at

#: An exam lies at most so many years ahead.
MOST_YEARS: Final = 5
#: Who has set no day sees a plan of so many days.
PRESET_DAYS: Final = 30
#: How many days a line of the plan stands for: up to two weeks each has its own, up to half a year
#: each week, up to two years every four weeks.
_LINES: Final = ((14, 1), (26 * 7, 7), (104 * 7, 28))
_LONGEST_LINE: Final = 56


@dataclass(frozen=True, slots=True)
class Given:
    """What a plan is made from.

    Attributes:
        day: the study day.
        exam: the day that the learner set, perhaps long ago; None where none was set.
        kept: the learner's memories of the set.
        weights: by which they will go on.
    """

    day: date
    settings: Settings
    exam: date | None
    kept: Sequence[KeptMemory]
    weights: Weights

    @property
    def exam_ahead(self) -> date | None:
        """The day that the learner set, as long as it is ahead."""
        return self.exam if self.exam is not None and self.exam > self.day else None


def given(session: Session, *, learner_id: LearnerId | None, set_id: str, now: datetime) -> Given:
    """Return what the plan of a learner for a set is made from; a stranger knows nothing."""
    wanted = settings(session, learner_id=learner_id)
    return Given(
        day=study_day(now, zone_named(wanted.zone)),
        settings=wanted,
        exam=exam(session, learner_id=learner_id, set_id=set_id),
        kept=() if learner_id is None else memories_of(session, learner_id, set_id),
        weights=USUAL if learner_id is None else weights_at(session, learner_id, now),
    )


def exam_days(day: date) -> tuple[date, date]:
    """Return the first and the last day on which an exam may be, as seen on a study day."""
    year = day.year + MOST_YEARS
    is_leap_day = (day.month, day.day) == (2, 29)
    return day + timedelta(days=1), day.replace(year=year, day=28 if is_leap_day else day.day)


def plan_view(shelf: Shelf, profiles: Profiles, made_from: Given) -> PlanView:
    """Return the plan until the exam that was set, else until a day as an example."""
    day, wanted = made_from.day, made_from.settings
    first, latest = exam_days(day)
    until = made_from.exam_ahead or day + timedelta(PRESET_DAYS)
    asked = shelf.slots
    memories = [one.memory for one in made_from.kept if one.slot in asked]
    new = len(asked) - len(memories)
    aim = Aim(day, until, wanted.retention, weights=made_from.weights)
    lines = list(_lines(aim))
    made = plan(memories, new, aim, wanted.minutes, watched=[line[0] for line in lines])
    enough = Enough(wanted.minutes)
    if made.unasked:
        enough = enough_minutes(memories, new, aim, MOST_MINUTES, few=wanted.minutes)
    points = _points(made.outlooks, aim, len(asked))
    return PlanView(
        set_id=shelf.bank.set_id,
        title=shelf.bank.title,
        today=day,
        first=first,
        latest=latest,
        exam=until,
        chosen=made_from.exam,
        days=aim.days,
        slots=len(asked),
        asked=len(memories),
        minutes=wanted.minutes,
        percent=round(100 * wanted.retention),
        seconds=round(aim.seconds),
        unreviewed=round(100 * UNREVIEWED),
        marks=_marks(profiles, points[-1]),
        steps=tuple(_step(line, made.days, aim) for line in lines),
        points=points,
        unasked=made.unasked,
        waiting=made.waiting,
        enough=enough.minutes,
        is_least=enough.is_known,
        stopped=made.stopped,
        sample=MOST_MEMORIES if len(memories) > MOST_MEMORIES else None,
    )


def _lines(aim: Aim) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each line of a plan."""
    long = next((one for most, one in _LINES if aim.days <= most), _LONGEST_LINE)
    for place in range(0, aim.days, long):
        last = min(place + long, aim.days) - 1
        yield aim.first + timedelta(place), aim.first + timedelta(last)


def _step(line: tuple[date, date], days: Sequence[StudyDay], aim: Aim) -> StepView:
    first, last = ((day - aim.first).days for day in line)
    studied = days[first : last + 1]
    return StepView(
        *line,
        reviews=sum(day.reviews for day in studied) / len(studied),
        new=sum(day.new for day in studied) / len(studied),
        minutes=sum(day.answers for day in studied) * aim.seconds / 60 / len(studied),
    )


def _points(outlooks: Sequence[Outlook], aim: Aim, slots: int) -> tuple[PointView, ...]:
    return tuple(
        PointView(
            day=one.day,
            at=(one.day - aim.first).days / aim.days,
            idle=one.idle,
            planned=one.planned,
            idle_share=one.idle / slots if slots else 0.0,
            planned_share=one.planned / slots if slots else 0.0,
        )
        for one in outlooks
    )


def _marks(profiles: Profiles, on_the_day: PointView) -> tuple[MarkView, ...]:
    return tuple(
        MarkView(
            name=one.name,
            idle=expected_mark(one.marks, one.options, on_the_day.idle_share).share,
            planned=expected_mark(one.marks, one.options, on_the_day.planned_share).share,
            unknown=expected_mark(one.marks, one.options, on_the_day.planned_share).unknown,
        )
        for one in profiles.values()
    )
