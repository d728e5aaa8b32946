"""Sets of the database, as their authors make them: begun, saved, published, taken back.

Every save is a revision of its own, and none is ever changed. Whoever saves says which revision
they began from; where another is there by now, nothing is saved and both are shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from quizapp.core.sets.audience import Audience
from quizapp.core.sets.heading import id_from, next_id, with_head
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import EditConflict, InvalidResponse, NotAllowed, NotFound
from quizapp.services.drafts import Draft, short_note
from quizapp.services.learners import LearnerId
from quizapp.services.set_access import authored, owned
from quizapp.services.tokens import new_token
from quizapp.store.sets import (
    StoredSet,
    add_revision,
    add_set,
    change_set,
    latest_revision,
    publications_of,
    publish,
    revision_of,
    set_named,
    texts_of,
)

#: Whether the folder of the library has a set with an id.
Taken = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Begun:
    """A set that was begun.

    Attributes:
        public_id: its name in the addresses of its author's pages.
    """

    public_id: str
    set_id: str


def free_id(session: Session, wanted: str, taken: Taken) -> str:
    """Return an id that no set has: the one that is wanted, or one like it.

    Args:
        wanted: may be empty, or no id at all.
    """
    plain = id_from(wanted) or "set"
    if not taken(plain) and set_named(session, plain) is None:
        return plain
    return next(
        found
        for number in count(2)
        if not taken(found := next_id(plain, number)) and set_named(session, found) is None
    )


def begin_set(
    session: Session,
    *,
    learner_id: LearnerId | None,
    draft: Draft,
    wanted_id: str,
    taken: Taken,
    note: str,
    now: datetime,
    forked: dict[str, Any] | None = None,
) -> Begun:
    """Store a new set with its first revision (a write).

    Args:
        draft: what it says; its id is put in the YAML.
        wanted_id: where it is taken the set gets one like it.
        forked: what it is a copy of.

    Raises:
        NotFound: nobody is signed in.
    """
    if learner_id is None:
        raise NotFound("Sign in first.")
    set_id = free_id(session, wanted_id, taken)
    public_id = new_token()
    row = add_set(
        session,
        public_id=public_id,
        set_id=set_id,
        owner_id=learner_id,
        audience=Audience.OWN.value,
        forked=forked,
        created_at=now,
    )
    texts = SetTexts(with_head(draft.texts.yaml, set_id), draft.texts.files)
    add_revision(
        session,
        row,
        texts,
        number=1,
        author=learner_id,
        note=short_note(note),
        title=draft.title,
        facts=draft.facts,
        now=now,
    )
    return Begun(public_id, set_id)


def save(
    session: Session,
    *,
    learner_id: LearnerId | None,
    public_id: str,
    base: int,
    draft: Draft,
    note: str,
    now: datetime,
) -> int:
    """Store what a set says now, as a new revision (a write); return its number.

    What is saved already, as after a double click, is not saved again.

    Args:
        base: the number of the revision that was changed.

    Raises:
        NotFound: this person may change no such set.
        NotAllowed: it is archived.
        EditConflict: somebody saved another revision since; nothing was saved.
    """
    its, author = _open(session, learner_id, public_id)
    latest = latest_revision(session, its.row)
    if latest.digest == draft.texts.digest:
        return latest.number
    if latest.number != base:
        raise EditConflict("Somebody saved another version in the meantime.", latest.number)
    add_revision(
        session,
        its.row,
        draft.texts,
        number=latest.number + 1,
        author=author,
        note=short_note(note),
        title=draft.title or latest.title,
        facts=draft.facts,
        now=now,
    )
    return latest.number + 1


def publish_revision(
    session: Session,
    *,
    learner_id: LearnerId | None,
    public_id: str,
    number: int,
    draft: Draft,
    now: datetime,
) -> None:
    """Let learners get a revision from now on (a write); what they began stays as it was.

    Args:
        draft: the same revision, just read.

    Raises:
        NotFound: this person may change no such set, or it has no such revision.
        NotAllowed: it is archived.
        InvalidResponse: it has faults.
    """
    its, author = _open(session, learner_id, public_id)
    found = revision_of(session, its.row, number)
    if found is None or found.digest != draft.texts.digest:
        raise NotFound("There is no such version.")
    if draft.facts is None or draft.set_id != its.set_id:
        raise InvalidResponse("This version has faults: mend them, then publish it.")
    former = publications_of(session, its.row)
    if former and former[0].number == number:
        return
    publish(session, its.row, found, author=author, now=now)


def restore(
    session: Session, *, learner_id: LearnerId | None, public_id: str, number: int, now: datetime
) -> int:
    """Let a set say again what it said in an earlier revision, as a new one (a write).

    Returns:
        The number of the revision that says it.

    Raises:
        NotFound: this person may change no such set, or it has no such revision.
        NotAllowed: it is archived.
    """
    its, author = _open(session, learner_id, public_id)
    found = revision_of(session, its.row, number)
    if found is None:
        raise NotFound("There is no such version.")
    latest = latest_revision(session, its.row)
    if latest.digest == found.digest:
        return latest.number
    add_revision(
        session,
        its.row,
        texts_of(session, found),
        number=latest.number + 1,
        author=author,
        note=f"As in version {number}",
        title=found.title,
        facts=found.facts,
        now=now,
    )
    return latest.number + 1


def archive_set(
    session: Session,
    *,
    learner_id: LearnerId | None,
    public_id: str,
    archived: bool,
    now: datetime,
) -> None:
    """Put a set away, so that nobody gets it any more, or take it back (a write).

    Raises:
        NotFound: this person may change no such set.
        NotAllowed: it is another's.
    """
    its = owned(session, learner_id, public_id)
    if archived != (its.archived_at is not None):
        change_set(session, its.row, archived_at=now if archived else None)


def _open(
    session: Session, learner_id: LearnerId | None, public_id: str
) -> tuple[StoredSet, LearnerId]:
    """Return a set that is not archived, and who changes it."""
    its = authored(session, learner_id, public_id)
    if its.archived_at is not None or learner_id is None:
        raise NotAllowed("This set is archived. Take it back from the archive first.")
    return its, learner_id
