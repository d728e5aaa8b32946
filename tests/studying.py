"""Learners whose true memory is known, and who study for weeks: the log that comes of it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from bench.memory.personal import simulated
from bench.memory.simulate import Size
from quizapp.config import Config
from quizapp.core.grading.score import Outcome
from quizapp.services.quizzes import finish
from quizapp.services.run import open_store
from tests import make
from tests.people import Person, guest
from tests.services.acting import see, send

_SIZE: Final = Size(1, 60, 60, 6, (0.9,))
#: After so many days there are just enough reviews to fit weights to.
DAYS: Final = 28
#: Seeds of two who forget faster than the usual weights say. After those days fitted weights would
#: forecast better for the one; for the other they would too, but not by enough to tell.
FORGETFUL, UNSURE = 10, 11


@dataclass(frozen=True, slots=True)
class Studied:
    """An installation, and who has studied there."""

    config: Config
    forgetful: Person
    unsure: Person


def study_for_weeks(config: Config, now: datetime) -> tuple[Person, Person]:
    """Make an installation in which two have studied, typing every answer."""
    with closing(open_store(config, now=now)) as store:
        return (
            store.write(lambda session: _studied(session, FORGETFUL, now)),
            store.write(lambda session: _studied(session, UNSURE, now)),
        )


def study(session: Session, person: Person, seed: int, now: datetime, days: range) -> None:
    """Let somebody answer what is due on these days, counted from 0; each day is a quiz."""
    for day, right in _days(seed):
        if day in days:
            answer_all(session, person, now + timedelta(day), right)


def answer_all(
    session: Session, person: Person, now: datetime, right: dict[str, bool], **changes: object
) -> None:
    """Let somebody answer a quiz of these slots, right or wrong, and finish it."""
    items = [make.typed_item(stem=f"{slot}?", tests=(slot,)) for slot in right]
    attempt = make.attempt(session, person, now, *items, **changes)
    for position, is_right in enumerate(right.values(), 1):
        moment = now + timedelta(seconds=20 * position)
        view = see(session, person, attempt, position)
        send(session, person, view, "Ana Roy" if is_right else "Nobody", now=moment)
    end = now + timedelta(seconds=20 * (len(right) + 1))
    finish(session, learner_id=person.id, attempt_id=attempt, now=end)


def _studied(session: Session, seed: int, now: datetime) -> Person:
    person = guest(session, now)
    study(session, person, seed, now, range(DAYS))
    return person


@cache
def _days(seed: int) -> tuple[tuple[int, dict[str, bool]], ...]:
    """Return the days with which slots came out how."""
    return tuple(_told(seed))


def _told(seed: int) -> Iterator[tuple[int, dict[str, bool]]]:
    log = simulated("forgetful", seed, _SIZE, {"typed": 1.0})
    first = log[0].review.answered.date()
    for date, reviews in groupby(log, key=lambda one: one.review.answered.date()):
        parts = [part for one in reviews for part in one.review.parts]
        # Of the set that ``make`` makes up.
        right = {
            part.slots[0].replace("set/", "small/f"): part.outcome is Outcome.RIGHT
            for part in parts
        }
        yield (date - first).days, right
