"""A plan until an exam: what to ask on each day, and what will be remembered on the day.

What becomes of the memories day by day stands in ``course``; how a plan is shown is not told here.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from quizapp.core.memory.course import ANSWERS_A_NEW, Course, State, StudyDay, states_of
from quizapp.core.memory.pace import SECONDS
from quizapp.core.memory.state import Memory
from quizapp.core.memory.weights import USUAL, Weights

#: A plan moves so many states at most, in half a second, and then stops.
MOST_STEPS: Final = 20_000
#: So many more are moved to find out how many minutes would be enough.
MOST_SEARCH_STEPS: Final = 25_000


@dataclass(frozen=True, slots=True)
class Aim:
    """What a plan is made for.

    Attributes:
        first: the study day on which it begins.
        exam: the day of the exam, later than ``first``; on it nobody studies.
        desired_retention: a slot is due when its chance of recall is down to this, in (0, 1).
        seconds: what an answer takes, above 0.
        weights: the learner's.
    """

    first: date
    exam: date
    desired_retention: float
    seconds: float = SECONDS
    weights: Weights = USUAL

    @property
    def days(self) -> int:
        """How many days there are to study, at least 1."""
        return (self.exam - self.first).days

    def answers(self, minutes: int) -> int:
        """Return how many answers fit into some minutes."""
        return int(minutes * 60 / self.seconds)


class Outlook(NamedTuple):
    """How many slots are expected to be remembered on a day, before its study.

    Attributes:
        idle: if nobody studies from the first day of the plan on.
        planned: if the plan is kept.
    """

    day: date
    idle: float
    planned: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan, and what comes of it.

    Attributes:
        days: from the first to the day before the exam.
        outlooks: of the watched days in order; the day of the exam is the last.
        unasked: slots that are never asked before the exam.
        waiting: slots that are due at the end and were not asked again.
        stopped: the first day that was not worked out any more, for it was too much work: from
            then on the plan studies nothing. None where all days were.
    """

    days: tuple[StudyDay, ...]
    outlooks: tuple[Outlook, ...]
    unasked: int
    waiting: int
    stopped: date | None


@dataclass(frozen=True, slots=True)
class Enough:
    """How many minutes a day are enough to ask every slot before the exam.

    Attributes:
        minutes: None where the most are not enough, or nobody found out.
        is_known: whether all of the search was done: else fewer minutes may be enough, too.
    """

    minutes: int | None
    is_known: bool = True


def plan(
    memories: Collection[Memory],
    new: int,
    aim: Aim,
    minutes: int,
    *,
    watched: Collection[date] = (),
) -> Plan:
    """Return a plan: on each day what is due, the least remembered first, then what is new.

    Args:
        memories: of the slots that were asked before.
        new: how many slots never were.
        minutes: to study on each day, today as well.
        watched: days before the exam for which an outlook is told, too.

    Raises:
        ValueError: the exam is not after the first day.
    """
    states = states_of(memories, aim.first)
    course = _course(states, new, aim, minutes, MOST_STEPS)
    idle = _course(states, new, aim, 0, 0)
    places = {(day - aim.first).days for day in watched}
    days, outlooks = [], []
    for place in range(aim.days + 1):
        if place in places or place == aim.days:
            day = aim.first + timedelta(place)
            outlooks.append(Outlook(day, idle.recalled(place), course.recalled(place)))
        if place < aim.days:
            days.append(course.study(place))
    return Plan(
        days=tuple(days),
        outlooks=tuple(outlooks),
        unasked=course.new,
        waiting=course.due.total(),
        stopped=None if course.stopped is None else aim.first + timedelta(course.stopped),
    )


def enough_minutes(
    memories: Collection[Memory], new: int, aim: Aim, most: int, *, few: int = 0
) -> Enough:
    """Return with how many minutes a day every slot is asked before the exam.

    Found by bisection, and tried: with that many all are asked, with one less they are not.

    Args:
        memories, new: as of ``plan``.
        most: minutes that somebody may study on a day.
        few: minutes that are known not to be enough.
    """
    if not new:
        return Enough(0)
    states = states_of(memories, aim.first)
    steps = MOST_SEARCH_STEPS
    enough = most + 1
    while enough - few > 1:
        # First the most, which leaves nothing to look for if it is too few.
        minutes = most if enough > most else (few + enough) // 2
        if ANSWERS_A_NEW * new > aim.days * aim.answers(minutes):
            few = minutes
            continue
        course = _course(states, new, aim, minutes, steps)
        if course.asks_all(aim.days):
            enough = minutes
        elif course.stopped is not None:
            return Enough(enough if enough <= most else None, is_known=False)
        else:
            few = minutes
        steps -= course.steps
    return Enough(enough if enough <= most else None)


def _course(states: Counter[State], new: int, aim: Aim, minutes: int, most_steps: int) -> Course:
    if aim.days < 1:
        raise ValueError(f"the exam comes after the first day: {aim.exam} does not")
    return Course(
        states,
        new,
        answers=aim.answers(minutes),
        desired_retention=aim.desired_retention,
        most_steps=most_steps,
        weights=aim.weights,
    )
