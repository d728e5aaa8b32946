"""Sets of the database for whoever runs the place: all of them, whosever they are."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import NotFound
from quizapp.services.learners import LearnerId
from quizapp.store.accounts import account_named
from quizapp.store.audiences import every_set, names_of
from quizapp.store.sets import (
    latest_revision,
    publications_of,
    revision_of,
    set_named,
    texts_of,
)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set of the database.

    Attributes:
        owner: the name of whose it is; a dash where the account is gone.
        versions: how many there are.
        published: the number of the one that learners get; None where there is none.
    """

    set_id: str
    title: str
    owner: str
    audience: str
    versions: int
    published: int | None
    archived: bool


def all_sets(session: Session) -> tuple[SetRow, ...]:
    """Return every set of the database, by id."""
    found = every_set(session)
    names = names_of(session, (one.its.owner for one in found))
    rows = []
    for one in found:
        former = publications_of(session, one.its.row)
        rows.append(
            SetRow(
                one.its.set_id,
                one.title,
                names.get(one.its.owner, "–"),
                one.its.audience.value,
                latest_revision(session, one.its.row).number,
                former[0].number if former else None,
                one.its.archived_at is not None,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.set_id))


def texts_of_set(session: Session, *, set_id: str, number: int | None = None) -> SetTexts:
    """Return what a set says in a revision; in the latest where none is named.

    Raises:
        NotFound: there is no such set, or no such revision of it.
    """
    its = set_named(session, set_id)
    if its is None:
        raise NotFound(f'There is no set "{set_id}" in the database; quizapp sets list names all.')
    found = (
        latest_revision(session, its.row)
        if number is None
        else revision_of(session, its.row, number)
    )
    if found is None:
        raise NotFound(f'There is no version {number} of "{set_id}".')
    return texts_of(session, found)


def owner_named(session: Session, *, name: str) -> LearnerId:
    """Return the teacher or admin with a name.

    Raises:
        NotFound: nobody has it, or somebody who is neither.
    """
    found = account_named(session, name_key(name))
    if found is None or found.role not in (Role.TEACHER, Role.ADMIN):
        raise NotFound(f"No teacher here has the name “{name}”.")
    return found.learner
