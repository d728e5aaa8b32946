"""Access to sets of the database: changed by their authors, seen by those to whom they are shown.

For everybody else they are not there.
"""

from sqlalchemy.orm import Session

from quizapp.core.facts.naming import is_slug
from quizapp.errors import NotAllowed, NotFound
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token
from quizapp.store.audiences import is_editor, may_see
from quizapp.store.sets import StoredSet, set_named, set_with


def authored(session: Session, learner_id: LearnerId | None, public_id: str) -> StoredSet:
    """Return a set that this person may change: its owner, or who was let in to change it.

    Raises:
        NotFound: there is none; the same for somebody else's.
    """
    found = set_with(session, public_id) if is_token(public_id) else None
    if found is None or learner_id is None or not _changes(session, found, learner_id):
        raise NotFound("There is no such set. Look into the list of your sets.")
    return found


def owned(session: Session, learner_id: LearnerId | None, public_id: str) -> StoredSet:
    """Return a set that is this person's own.

    Raises:
        NotFound: there is none; the same for somebody else's.
        NotAllowed: it is another's, and this person may only change what it says.
    """
    found = authored(session, learner_id, public_id)
    if found.owner != learner_id:
        raise NotAllowed("Only its owner decides who sees and who changes a set.")
    return found


def require_seen(session: Session, *, learner_id: LearnerId | None, set_id: str) -> None:
    """Make sure that somebody may see a set of the database.

    Args:
        set_id: in its YAML.

    Raises:
        NotFound: there is none, it is not shown to them, or it is archived.
    """
    found = set_named(session, set_id) if is_slug(set_id) else None
    if found is None or found.archived_at is not None or not may_see(session, found, learner_id):
        raise NotFound(f'There is no set "{set_id}".')


def _changes(session: Session, its: StoredSet, learner: LearnerId) -> bool:
    return its.owner == learner or is_editor(session, its.row, learner)
