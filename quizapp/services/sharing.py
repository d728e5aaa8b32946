"""Who sees and who changes a set of the database; its owner decides."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.core.sets.audience import Audience
from quizapp.errors import InvalidResponse
from quizapp.services.learners import LearnerId
from quizapp.services.set_access import owned
from quizapp.services.views import SetCard
from quizapp.store.accounts import Account, account_named
from quizapp.store.audiences import (
    add_editor,
    names_of,
    remove_editor,
    sets_of,
    sets_seen,
    show_to_classes,
)
from quizapp.store.classes import classes_of
from quizapp.store.sets import change_set


def show_to(
    session: Session,
    *,
    learner_id: LearnerId | None,
    public_id: str,
    audience: Audience,
    class_ids: Iterable[str],
) -> None:
    """Decide who sees what is published of a set (a write).

    Args:
        class_ids: public ids of the owner's classes to whom it is shown, whoever else sees it.

    Raises:
        NotFound: this person may change no such set.
        NotAllowed: it is another's.
        InvalidResponse: it is to be shown to classes, and to none; or to one of another teacher.
    """
    its = owned(session, learner_id, public_id)
    mine = {one.public_id: one.row for one in classes_of(session, its.owner)}
    wanted = set(class_ids)
    if not wanted <= mine.keys():
        raise InvalidResponse("Choose classes from the list.")
    if audience is Audience.CLASSES and not wanted:
        raise InvalidResponse("Choose at least one class, or somebody else to show it to.")
    change_set(session, its.row, audience=audience.value)
    show_to_classes(session, its.row, (mine[one] for one in wanted))


def let_change(
    session: Session, *, learner_id: LearnerId | None, public_id: str, name: str
) -> None:
    """Let another teacher change what a set says (a write).

    Raises:
        NotFound: this person may change no such set.
        NotAllowed: it is another's.
        InvalidResponse: no teacher has that name.
    """
    its = owned(session, learner_id, public_id)
    found = _named(session, name)
    if found is None or found.role not in (Role.TEACHER, Role.ADMIN) or found.disabled_at:
        raise InvalidResponse("No teacher here has that name.")
    if found.learner != its.owner:
        add_editor(session, its.row, found.learner)


def let_change_no_more(
    session: Session, *, learner_id: LearnerId | None, public_id: str, name: str
) -> None:
    """Let somebody change a set no more (a write); what they saved stays.

    Raises:
        NotFound: this person may change no such set.
        NotAllowed: it is another's.
    """
    its = owned(session, learner_id, public_id)
    found = _named(session, name)
    if found is not None:
        remove_editor(session, its.row, found.learner)


def shared_cards(session: Session, *, learner_id: LearnerId | None) -> tuple[SetCard, ...]:
    """Return a card for every set of the database that somebody may be asked from, by title."""
    found = sets_seen(session, learner_id)
    names = names_of(session, (one.its.owner for one in found))
    return tuple(
        SetCard(
            id=one.its.set_id,
            title=one.title,
            facts=one.facts or 0,
            items=None,
            sources=(),
            author="" if one.its.owner == learner_id else names.get(one.its.owner, ""),
        )
        for one in found
    )


def assignable_cards(session: Session, *, learner_id: LearnerId | None) -> tuple[SetCard, ...]:
    """Return a card for every set of the database that a teacher may assign: published ones."""
    mine = set() if learner_id is None else {one.its.set_id for one in sets_of(session, learner_id)}
    found = shared_cards(session, learner_id=learner_id)
    return tuple(sorted(found, key=lambda one: one.id not in mine))


def _named(session: Session, name: str) -> Account | None:
    key = name_key(name)
    return account_named(session, key) if key else None
