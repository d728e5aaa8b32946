"""Notices: what learners are told inside the app; nothing is sent anywhere."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from quizapp.services.learners import LearnerId
from quizapp.services.views.classes import NoticeView
from quizapp.store.notices import add_notices, notices_of, read_all, unread_of


class Told(StrEnum):
    """What a learner can be told; pages have the words for each."""

    ASSIGNED = "assigned"
    LET_IN = "let_in"
    REMOVED = "removed"
    MORE_TIME = "more_time"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    CODE = "code"


def tell(
    session: Session, learners: Iterable[LearnerId], told: Told, *, now: datetime, **about: str
) -> None:
    """Tell learners something (a write).

    Args:
        about: what it names: ids and names as they are now.
    """
    add_notices(session, learners, kind=told.value, about=about, now=now)


def notices(session: Session, *, learner_id: LearnerId | None) -> tuple[NoticeView, ...]:
    """Return what a learner was told, the latest first; nothing for a stranger."""
    if learner_id is None:
        return ()
    return tuple(
        NoticeView(one.kind, one.about, one.created_at, one.read_at is None)
        for one in notices_of(session, learner_id)
    )


def unread(session: Session, *, learner_id: LearnerId | None) -> int:
    """Return how much a learner was told and has not seen."""
    return 0 if learner_id is None else unread_of(session, learner_id)


def seen(session: Session, *, learner_id: LearnerId | None, now: datetime) -> None:
    """Take all that a learner was told as seen (a write)."""
    if learner_id is not None:
        read_all(session, learner_id, now=now)
