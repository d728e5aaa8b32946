"""What of somebody's memories a test looks at, and in which time zone he lives."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.settings import change_settings
from quizapp.store.memories import KeptMemory, all_memories_of
from quizapp.store.settings import PRESET
from tests.people import Person


def memories(session: Session, person: Person) -> dict[str, KeptMemory]:
    """Return the memories of somebody, by slot key."""
    return {one.slot: one for one in all_memories_of(session, person.id)}


def live_in(session: Session, person: Person, zone: str, now: datetime) -> None:
    """Let somebody live in a time zone from now on."""
    wanted = replace(PRESET, zone=zone)
    change_settings(session, learner_id=person.id, wanted=wanted, now=now)
