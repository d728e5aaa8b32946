"""Home: what waits for a learner, read in one look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.library.shelf import Shelf
from quizapp.services.history import open_attempts
from quizapp.services.learners import LearnerId
from quizapp.services.practice import due_counts
from quizapp.services.views import AttemptRow


@dataclass(frozen=True, slots=True)
class HomeView:
    """What waits for a learner.

    Attributes:
        unfinished: quizzes and sittings that may go on, the latest first.
        due: how many slots of a set are due, by its id; sets without any are left out.
    """

    unfinished: tuple[AttemptRow, ...] = ()
    due: Mapping[str, int] = field(default_factory=dict)


def home(
    session: Session, *, learner_id: LearnerId | None, shelves: Iterable[Shelf], now: datetime
) -> HomeView:
    """Return what waits for a learner; nothing for a stranger."""
    if learner_id is None:
        return HomeView()
    return HomeView(
        unfinished=open_attempts(session, learner_id=learner_id),
        due=due_counts(session, learner_id=learner_id, shelves=shelves, now=now),
    )
