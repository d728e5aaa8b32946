"""The desk of an author: their sets, one of them to be changed, and what became of it."""

from sqlalchemy.orm import Session

from quizapp.core.sets.audience import Audience
from quizapp.core.sets.comparing import compare_sets
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import NotFound
from quizapp.services.learners import LearnerId
from quizapp.services.set_access import authored
from quizapp.services.views import OptionView
from quizapp.services.views.sets import (
    AuthoredCard,
    Comparison,
    SetEditView,
    VersionRow,
)
from quizapp.store.audiences import (
    Listed,
    classes_seeing,
    editors_of,
    names_of,
    sets_of,
    sets_seen,
)
from quizapp.store.classes import classes_of
from quizapp.store.sets import (
    Revision,
    StoredSet,
    latest_revision,
    publications_of,
    revision_of,
    revisions_of,
    texts_of,
)

#: A page of versions has so many.
VERSIONS = 50
_LAST = 2**31 - 1


def my_sets(session: Session, *, learner_id: LearnerId | None) -> tuple[AuthoredCard, ...]:
    """Return the sets that somebody may change, by title."""
    if learner_id is None:
        return ()
    found = sets_of(session, learner_id)
    names = names_of(session, (one.its.owner for one in found))
    return tuple(_card(session, one, names, learner_id, mine=True) for one in found)


def others_sets(session: Session, *, learner_id: LearnerId | None) -> tuple[AuthoredCard, ...]:
    """Return what other authors show to all teachers, by title."""
    own = set() if learner_id is None else {one.its.row for one in sets_of(session, learner_id)}
    found = [one for one in _to_copy(session, learner_id) if one.its.row not in own]
    names = names_of(session, (one.its.owner for one in found))
    return tuple(_card(session, one, names, learner_id, mine=False) for one in found)


def edit_view(session: Session, *, learner_id: LearnerId | None, public_id: str) -> SetEditView:
    """Return a set for those who may change it, as it was saved last.

    Raises:
        NotFound: this person may change no such set.
    """
    its = authored(session, learner_id, public_id)
    latest = latest_revision(session, its.row)
    former = publications_of(session, its.row)
    editors = editors_of(session, its.row)
    shown_to = classes_seeing(session, its.row)
    mine = classes_of(session, its.owner) if its.owner == learner_id else []
    return SetEditView(
        id=its.public_id,
        set_id=its.set_id,
        title=latest.title or its.set_id,
        number=latest.number,
        texts=texts_of(session, latest),
        sound=latest.facts is not None,
        saved_by=names_of(session, [latest.author]).get(latest.author, ""),
        saved_at=latest.created_at,
        published=former[0].number if former else None,
        forked=_forked(session, its),
        is_owner=its.owner == learner_id,
        audience=its.audience,
        archived=its.archived_at is not None,
        classes=tuple(
            OptionView(one.public_id, "", one.name, one.row in shown_to)
            for one in mine
            if one.archived_at is None or one.row in shown_to
        ),
        editors=tuple(name for _, name in editors),
    )


def texts_at(
    session: Session, *, learner_id: LearnerId | None, public_id: str, number: int | None = None
) -> tuple[str, SetTexts]:
    """Return the id of a set, and what it says in a revision; in the latest where none is named.

    Raises:
        NotFound: this person may change no such set, or it has no such revision.
    """
    its = authored(session, learner_id, public_id)
    return its.set_id, texts_of(session, _revision(session, its, number))


def versions(
    session: Session, *, learner_id: LearnerId | None, public_id: str, below: int | None = None
) -> tuple[VersionRow, ...]:
    """Return revisions of a set, the latest first, of those before a number, if one is given.

    Raises:
        NotFound: this person may change no such set.
    """
    its = authored(session, learner_id, public_id)
    below = _LAST if below is None else min(below, _LAST)
    found = revisions_of(session, its.row, most=VERSIONS, below=below)
    names = names_of(session, (one.author for one in found))
    former = publications_of(session, its.row)
    current = former[0].number if former else None
    return tuple(
        VersionRow(
            one.number,
            names.get(one.author, ""),
            one.note,
            one.facts,
            one.created_at,
            one.number == current,
        )
        for one in found
    )


def comparison(
    session: Session, *, learner_id: LearnerId | None, public_id: str, old: int, new: int
) -> Comparison:
    """Return what changed between two revisions.

    Raises:
        NotFound: this person may change no such set, or it has not both of them.
    """
    its = authored(session, learner_id, public_id)
    before, after = _revision(session, its, old), _revision(session, its, new)
    files = compare_sets(texts_of(session, before), texts_of(session, after))
    return Comparison(its.public_id, after.title or its.set_id, old, new, files)


def _to_copy(session: Session, learner_id: LearnerId | None) -> list[Listed]:
    """Return what teachers may copy: a teacher who learns in a class is a learner of its sets."""
    mine = set() if learner_id is None else {one.its.row for one in sets_of(session, learner_id)}
    open_to = (Audience.TEACHERS, Audience.PUBLIC)
    return [
        one
        for one in sets_seen(session, learner_id)
        if one.its.audience in open_to or one.its.row in mine
    ]


def _revision(session: Session, its: StoredSet, number: int | None) -> Revision:
    if number is None:
        return latest_revision(session, its.row)
    found = revision_of(session, its.row, number) if 0 < number < _LAST else None
    if found is None:
        raise NotFound(f"There is no version {number} of this set.")
    return found


def _card(
    session: Session,
    listed: Listed,
    names: dict[LearnerId, str],
    learner: LearnerId | None,
    *,
    mine: bool,
) -> AuthoredCard:
    its = listed.its
    ahead = mine and listed.published_at is not None
    ahead = ahead and latest_revision(session, its.row).number != listed.number
    return AuthoredCard(
        id=its.public_id if mine else "",
        set_id=its.set_id,
        title=listed.title or its.set_id,
        facts=listed.facts,
        audience=its.audience if mine else Audience.TEACHERS,
        author="" if its.owner == learner else names.get(its.owner, "somebody who left"),
        published_at=listed.published_at,
        ahead=ahead,
        archived=its.archived_at is not None,
    )


def _forked(session: Session, its: StoredSet) -> str:
    if its.forked is None:
        return ""
    title, person = its.forked["title"], its.forked["author"]
    # By number: whoever is erased has no name here either.
    author = "" if person is None else names_of(session, [person]).get(person, "")
    by = f" by {author}" if author else ""
    version = f", version {its.forked['number']}" if its.forked["number"] else ""
    return f"“{title}”{by}{version}"


def fork_of(
    session: Session, *, learner_id: LearnerId | None, set_id: str
) -> tuple[SetTexts, dict[str, object]]:
    """Return what is published of a set of another author, and whose it is, for a copy.

    Raises:
        NotFound: there is none that teachers may see.
    """
    found = next(
        (one for one in _to_copy(session, learner_id) if one.its.set_id == set_id),
        None,
    )
    if found is None:
        raise NotFound(f'There is no set "{set_id}".')
    revision = _revision(session, found.its, found.number)
    origin = {
        "set_id": set_id,
        "title": found.title,
        "number": found.number,
        "author": found.its.owner,
    }
    return texts_of(session, revision), origin
