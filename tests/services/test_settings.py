"""How a learner wants to practise: what is stored, for whom, and what it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from quizapp.core.memory.state import Memory
from quizapp.services.settings import (
    Settings,
    change_settings,
    day_view,
    exam,
    known_zones,
    retention_views,
    set_exam,
    settings,
)
from quizapp.store.learners import LearnerRecord
from quizapp.store.memories import KeptMemory, memory_of, save_memories
from quizapp.store.settings import PRESET
from tests.people import holder

WANTED = Settings("Asia/Kolkata", 0.95, 30, keys=False)
SLOT = "small/mayor/holder"


def learners(session):
    return session.scalar(select(func.count()).select_from(LearnerRecord))


def test_what_is_wanted_is_kept(session, ana, ben, now):
    cookie = change_settings(session, learner_id=ana.id, wanted=WANTED, now=now)

    assert cookie is None
    assert settings(session, learner_id=ana.id) == WANTED
    assert settings(session, learner_id=ben.id) == PRESET


def test_a_newcomer_becomes_a_guest_with_the_settings(session, now):
    cookie = change_settings(session, learner_id=None, wanted=WANTED, now=now)

    guest = holder(session, cookie, now)
    assert guest is not None
    assert settings(session, learner_id=guest) == WANTED


def test_reading_makes_nobody(session, now):
    before = learners(session)

    assert settings(session, learner_id=None) == PRESET
    assert exam(session, learner_id=None, set_id="small") is None
    assert day_view(session, learner_id=None, now=now).day == now.date()

    assert learners(session) == before


def test_another_retention_moves_what_is_due(session, ana, now):
    memory = Memory(10.0, 5.0, date(2026, 2, 20))
    kept = KeptMemory(SLOT, memory, date(2026, 3, 2), "item")
    save_memories(session, ana.id, [kept], known={})

    change_settings(session, learner_id=ana.id, wanted=replace(PRESET, retention=0.95), now=now)

    assert memory_of(session, ana.id, SLOT).due == date(2026, 2, 24)  # 4 days: 10 * 0.4025


@pytest.mark.parametrize(
    ("zone", "moment", "day", "clock", "begins"),
    [
        ("UTC", datetime(2026, 3, 1, 3, 59, tzinfo=UTC), 28, "03:59", "2026-03-01T04:00:00+00:00"),
        ("UTC", datetime(2026, 3, 1, 4, 0, tzinfo=UTC), 1, "04:00", "2026-03-02T04:00:00+00:00"),
        (
            "Asia/Kolkata",
            datetime(2026, 2, 28, 22, 30, tzinfo=UTC),
            1,
            "04:00",
            "2026-03-02T04:00:00+05:30",
        ),
        (  # the clock goes forward in the night between
            "Europe/Berlin",
            datetime(2026, 3, 28, 12, 0, tzinfo=UTC),
            28,
            "13:00",
            "2026-03-29T04:00:00+02:00",
        ),
    ],
)
def test_the_day_is_that_of_the_learners_clock(session, ana, zone, moment, day, clock, begins):
    wanted = replace(PRESET, zone=zone)
    change_settings(session, learner_id=ana.id, wanted=wanted, now=moment - timedelta(days=1))

    view = day_view(session, learner_id=ana.id, now=moment)

    assert (view.day.day, f"{view.clock:%H:%M}") == (day, clock)
    assert view.next_begins.isoformat() == begins


def test_what_a_retention_costs_is_told_against_the_preset_one():
    costs = {one.percent: round(one.interval, 2) for one in retention_views()}

    # (r ^ (-1 / 0.1542) - 1) / (0.9 ^ (-1 / 0.1542) - 1), by hand
    assert (costs[80], costs[90], costs[95]) == (3.32, 1.0, 0.4)
    assert list(costs) == list(range(80, 96))


def test_zones_begin_with_utc_and_are_places():
    zones = known_zones()

    assert zones[0] == "UTC"
    assert {"Asia/Kolkata", "Europe/Berlin"} < set(zones)
    assert not any(one.startswith("Etc/") for one in zones)


def test_an_exam_day_is_set_and_taken_away(session, ana, ben, now):
    day = date(2026, 5, 1)
    set_exam(session, learner_id=ana.id, set_id="small", day=day, now=now)

    assert exam(session, learner_id=ana.id, set_id="small") == day
    assert exam(session, learner_id=ana.id, set_id="other") is None
    assert exam(session, learner_id=ben.id, set_id="small") is None

    set_exam(session, learner_id=ana.id, set_id="small", day=None, now=now)

    assert exam(session, learner_id=ana.id, set_id="small") is None


def test_an_exam_day_makes_a_guest_and_its_absence_does_not(session, now):
    day = date(2026, 5, 1)
    cookie = set_exam(session, learner_id=None, set_id="small", day=day, now=now)
    before = learners(session)

    nobody = set_exam(session, learner_id=None, set_id="small", day=None, now=now)

    assert exam(session, learner_id=holder(session, cookie, now), set_id="small") == day
    assert (nobody, learners(session)) == (None, before)
