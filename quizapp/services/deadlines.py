"""Deadlines: until when an attempt takes answers, and from when its answers are shown.

Both are computed from what is stored, at every look: no page, no reload and no other device can
move them, and whoever is given more time has it at once.
"""

from datetime import datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from quizapp.core.teaching.terms import MemberState, Policy
from quizapp.core.teaching.windows import GRACE, deadline, last_deadline
from quizapp.errors import TimeIsUp
from quizapp.services.settings import zone_named
from quizapp.store.assignments import (
    Assigned,
    Assignment,
    assignment_of_attempt,
)
from quizapp.store.attempts import Attempt
from quizapp.store.members import member_of, members_of
from quizapp.store.settings import settings_of


def deadline_of(session: Session, attempt: Attempt) -> datetime | None:
    """Return until when an attempt takes answers, by the learner's clock; None for no end."""
    if not attempt.assigned:
        return None
    assignment, assigned = assignment_of_attempt(session, attempt.row)
    member = member_of(session, assignment.class_row, attempt.learner_id)
    time = Fraction(1) if member is None else member.time
    end = deadline_at(assignment, assigned.started_at, time)
    zone = zone_named(settings_of(session, attempt.learner_id).zone)
    return None if end is None else end.astimezone(zone)


def deadline_at(assignment: Assignment, started_at: datetime, time: Fraction) -> datetime | None:
    """Return until when an attempt at an assignment takes answers.

    Args:
        time: how much longer this learner may take.
    """
    closes = assignment.window.closes
    return deadline(started_at, minutes=assignment.minutes, closes=closes, time=time)


def require_time(session: Session, attempt: Attempt, *, now: datetime) -> None:
    """Make sure that an attempt takes answers still.

    Raises:
        TimeIsUp: an answer that was sent in time would have been here by now.
    """
    end = deadline_of(session, attempt)
    if end is not None and now >= end + GRACE:
        raise TimeIsUp("Time is up: this answer came too late. What came before counts.")


def shown_since(session: Session, assignment: Assignment) -> datetime | None:
    """Return from when the answers to an assignment may be shown; None for at the end of each.

    Nobody sees them while somebody may still be writing.
    """
    if assignment.policy is not Policy.CLOSED:
        return None
    members = members_of(session, assignment.class_row)
    longest = max((one.time for one in members if one.state is MemberState.IN), default=Fraction(1))
    return last_deadline(minutes=assignment.minutes, closes=assignment.window.closes, time=longest)


def withheld(session: Session, attempt: Attempt) -> tuple[Assignment, Assigned] | None:
    """Return of which assignment the answers are kept back; None where they are not."""
    if not attempt.assigned:
        return None
    assignment, assigned = assignment_of_attempt(session, attempt.row)
    is_held = assignment.policy is Policy.CLOSED and assigned.shown_at is None
    return (assignment, assigned) if is_held else None
