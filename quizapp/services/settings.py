"""Settings: how a learner wants to practise, and when the exam of a set is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sqlalchemy.orm import Session

from quizapp.core.memory.days import day_begins, study_day
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.state import relative_interval
from quizapp.services.learners import LearnerId, known_or_guest
from quizapp.services.views import DayView, RetentionView
from quizapp.store.memories import all_memories_of, save_memories
from quizapp.store.settings import (
    PRESET,
    Settings,
    exam_of,
    save_exam,
    save_settings,
    settings_at,
    settings_of,
    zones_of,
)

__all__ = [
    "MOST_MINUTES",
    "RETENTIONS",
    "Settings",
    "Zones",
    "change_settings",
    "day_view",
    "exam",
    "has_zone",
    "known_zones",
    "my_zone",
    "retention_views",
    "set_exam",
    "settings",
    "zone_at",
    "zone_named",
]

#: Names that are kept for old machines, or are no places.
_NO_PLACES: Final = ("Etc/", "SystemV/", "posix/", "right/")
#: What may be aimed at, in per cent.
RETENTIONS: Final = range(80, 96)
#: The most minutes of practice on a day.
MOST_MINUTES: Final = 600


@cache
def known_zones() -> Sequence[str]:
    """Return the names of time zones to choose from, in order."""
    places = (one for one in available_timezones() if "/" in one)
    return ("UTC", *sorted(one for one in places if not one.startswith(_NO_PLACES)))


def zone_named(name: str) -> tzinfo:
    """Return a time zone; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(PRESET.zone)


def zone_at(session: Session, learner_id: LearnerId, moment: datetime) -> tzinfo:
    """Return the time zone in which a learner lived at a moment."""
    return zone_named(settings_at(session, learner_id, moment).zone)


def my_zone(
    session: Session, *, learner_id: LearnerId | None, now: datetime
) -> tuple[tzinfo, str | None]:
    """Return by whose clocks a learner is told times, and the name of the zone they chose.

    Nobody who chose none is taken to live by UTC for good: the name is None then.
    """
    if learner_id is None or not zones_of(session, learner_id):
        return zone_named(PRESET.zone), None
    name = settings_at(session, learner_id, now).zone
    return zone_named(name), name


class Zones:
    """All time zones in which a learner lived."""

    def __init__(self, session: Session, learner_id: LearnerId) -> None:
        lived = zones_of(session, learner_id)
        self._since = [since for since, _ in lived]
        self._zones = [zone_named(PRESET.zone), *(zone_named(name) for _, name in lived)]

    def at(self, moment: datetime) -> tzinfo:
        """Return the time zone of a moment."""
        return self._zones[bisect_right(self._since, moment)]


def settings(session: Session, *, learner_id: LearnerId | None) -> Settings:
    """Return how a learner wants to practise; what is preset for a stranger."""
    return PRESET if learner_id is None else settings_of(session, learner_id)


def has_zone(session: Session, *, learner_id: LearnerId | None) -> bool:
    """Return whether a learner has a time zone of his own: until then days are those of UTC."""
    return learner_id is not None and bool(zones_of(session, learner_id))


def day_view(session: Session, *, learner_id: LearnerId | None, now: datetime) -> DayView:
    """Return which study day it is by a learner's clock."""
    zone = zone_named(settings(session, learner_id=learner_id).zone)
    day = study_day(now, zone)
    begins = day_begins(day + timedelta(days=1), zone)
    return DayView(day=day, clock=now.astimezone(zone), next_begins=begins)


@cache
def retention_views() -> tuple[RetentionView, ...]:
    """Return what may be aimed at, each with what it costs."""
    return tuple(RetentionView(one, relative_interval(one / 100)) for one in RETENTIONS)


def exam(session: Session, *, learner_id: LearnerId | None, set_id: str) -> date | None:
    """Return the day on which a learner wants to know a set, if there is one."""
    return None if learner_id is None else exam_of(session, learner_id, set_id)


def set_exam(
    session: Session,
    *,
    learner_id: LearnerId | None,
    set_id: str,
    day: date | None,
    now: datetime,
) -> str | None:
    """Set the day on which a learner wants to know a set, or take it away (a write).

    Returns:
        The cookie of a newcomer, who is a guest from now on; else None.
    """
    if learner_id is None and day is None:
        return None
    learner = known_or_guest(session, learner_id, now=now)
    save_exam(session, learner.id, set_id, day)
    return learner.cookie


def change_settings(
    session: Session, *, learner_id: LearnerId | None, wanted: Settings, now: datetime
) -> str | None:
    """Store how a learner wants to practise, and make what is due fit it (a write).

    Returns:
        The cookie of a newcomer, who is a guest from now on; else None.
    """
    learner = known_or_guest(session, learner_id, now=now)
    if settings_of(session, learner.id) == wanted:
        return learner.cookie
    save_settings(session, learner.id, wanted, now=now)
    kept = all_memories_of(session, learner.id)
    due = [replace(one, due=due_day(one.memory, wanted.retention)) for one in kept]
    changed = [one for one, before in zip(due, kept, strict=True) if one != before]
    save_memories(session, learner.id, changed, known={one.slot: one for one in changed})
    return learner.cookie
