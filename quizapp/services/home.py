"""Home: what there is for a learner, and what waits, read in one look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.services.history import open_attempts
from quizapp.services.learners import LearnerId
from quizapp.services.practice import slots_due
from quizapp.services.sharing import shared_cards
from quizapp.services.views import AttemptRow, SetCard


@dataclass(frozen=True, slots=True)
class HomeView:
    """What there is for a learner beside the sets of the folder, and what waits.

    Attributes:
        shared: the sets of the database that they may see.
        unfinished: quizzes and sittings that may go on, the latest first.
        due: the slots that are due, by the id of their set; of whatever set.
    """

    shared: tuple[SetCard, ...] = ()
    unfinished: tuple[AttemptRow, ...] = ()
    due: Mapping[str, Sequence[str]] = field(default_factory=dict)


def home(session: Session, *, learner_id: LearnerId | None, now: datetime) -> HomeView:
    """Return what there is for a learner; for a stranger what everybody may see."""
    shared = shared_cards(session, learner_id=learner_id)
    if learner_id is None:
        return HomeView(shared)
    return HomeView(
        shared=shared,
        unfinished=open_attempts(session, learner_id=learner_id),
        due=slots_due(session, learner_id=learner_id, now=now),
    )
