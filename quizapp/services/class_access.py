"""Access to classes: each is there for its teacher only."""

from sqlalchemy.orm import Session

from quizapp.errors import NotAllowed, NotFound
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token
from quizapp.store.classes import Class, class_with


def own_class(session: Session, learner_id: LearnerId | None, class_id: str) -> Class:
    """Return a class that this teacher runs.

    Raises:
        NotFound: there is none; the same for somebody else's.
    """
    found = class_with(session, class_id) if is_token(class_id) else None
    if found is None or found.owner != learner_id:
        raise NotFound("There is no such class. Look into the list of your classes.")
    return found


def own_taught(session: Session, learner_id: LearnerId | None, class_id: str) -> Class:
    """Return a class that this teacher runs and that is not archived.

    Raises:
        NotFound: there is none.
        NotAllowed: it is archived.
    """
    found = own_class(session, learner_id, class_id)
    if found.archived_at is not None:
        raise NotAllowed("This class is archived. Take it back from the archive first.")
    return found
