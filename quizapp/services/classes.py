"""Classes, as their teacher runs them: made, joined by a code, and who is in them.

For everybody but its teacher a class is not there.
"""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.teaching.terms import MemberState
from quizapp.core.teaching.windows import LEAST_TIME, MOST_TIME
from quizapp.errors import InvalidResponse, NotAllowed, NotFound
from quizapp.services.class_access import own_class
from quizapp.services.class_codes import code_view
from quizapp.services.learners import LearnerId
from quizapp.services.notices import Told, tell
from quizapp.services.tasks import card_of
from quizapp.services.tokens import is_token, new_token
from quizapp.services.views.classes import ClassCard, ClassView, MemberView
from quizapp.store.assignments import assignments_of
from quizapp.store.classes import (
    LONGEST_NAME,
    Class,
    add_class,
    change_class,
    classes_of,
    revoke_code,
)
from quizapp.store.members import (
    Member,
    change_member,
    counts_of,
    member_with,
    members_of,
)

#: How much longer one may be given to take.
TIMES: Final = tuple(
    time
    for time in (*(Fraction(quarters, 4) for quarters in range(4, 9)), Fraction(5, 2), Fraction(3))
    if LEAST_TIME <= time <= MOST_TIME
)


def create_class(
    session: Session,
    *,
    learner_id: LearnerId | None,
    name: str,
    approval: bool,
    pseudonyms: bool,
    now: datetime,
) -> str:
    """Store a new class (a write) and return its public id.

    Raises:
        InvalidResponse: it has no name, or a longer one than fits.
        NotAllowed: nobody is known who would teach it.
    """
    if learner_id is None:
        raise NotAllowed("Sign in to make a class.")
    public_id = new_token()
    add_class(
        session,
        public_id=public_id,
        owner=learner_id,
        name=class_name(name),
        approval=approval,
        pseudonyms=pseudonyms,
        now=now,
    )
    return public_id


def class_name(typed: str) -> str:
    """Return the name of a class as it is stored.

    Raises:
        InvalidResponse: there is none, or it is too long.
    """
    name = " ".join(typed.split())
    if not name:
        raise InvalidResponse("Give the class a name, as “10 B, civics”.")
    if len(name) > LONGEST_NAME:
        raise InvalidResponse(f"A name has at most {LONGEST_NAME} letters.")
    return name


def teacher_classes(session: Session, *, learner_id: LearnerId | None) -> tuple[ClassCard, ...]:
    """Return the classes that a teacher runs."""
    classes = [] if learner_id is None else classes_of(session, learner_id)
    counts = counts_of(session, [one.row for one in classes])
    return tuple(
        ClassCard(one.public_id, one.name, counts.get(one.row, 0), one.archived_at is not None)
        for one in classes
    )


def class_view(
    session: Session, *, learner_id: LearnerId | None, class_id: str, now: datetime
) -> ClassView:
    """Return the page of a class.

    Raises:
        NotFound: this teacher runs no such class.
    """
    found = own_class(session, learner_id, class_id)
    members = members_of(session, found.row)
    assignments = assignments_of(session, [found.row])
    return ClassView(
        id=found.public_id,
        name=found.name,
        approval=found.approval,
        pseudonyms=found.pseudonyms,
        archived=found.archived_at is not None,
        code=code_view(session, found, now=now),
        asking=_views(members, MemberState.ASKED),
        members=_views(members, MemberState.IN),
        removed=_views(members, MemberState.REMOVED),
        assignments=tuple(card_of(one, found, now=now) for one in assignments),
    )


def change_how(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    name: str,
    approval: bool,
    pseudonyms: bool,
) -> None:
    """Change what a class is called and how one joins it (a write).

    Where numbers take the place of names, the names are gone for good.

    Raises:
        NotFound: this teacher runs no such class.
        InvalidResponse: the name cannot be one.
    """
    found = own_class(session, learner_id, class_id)
    wanted = {"name": class_name(name), "approval": approval, "pseudonyms": pseudonyms}
    change_class(session, found.row, **wanted)
    if pseudonyms:
        for member in members_of(session, found.row):
            change_member(session, member.row, name="")


def archive(
    session: Session, *, learner_id: LearnerId | None, class_id: str, archived: bool, now: datetime
) -> None:
    """Put a class away, or take it back (a write). Nobody joins or starts while it is away.

    Raises:
        NotFound: this teacher runs no such class.
    """
    found = own_class(session, learner_id, class_id)
    change_class(session, found.row, archived_at=now if archived else None)
    if archived:
        revoke_code(session, found.row, now=now)


def change_state(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    member_id: str,
    state: MemberState,
    now: datetime,
) -> None:
    """Let a learner in, or remove one (a write); what they answered stays.

    Raises:
        NotFound: this teacher runs no such class, or it has no such member.
    """
    found, member = _member(session, learner_id, class_id, member_id)
    if member.state is state:
        return
    change_member(session, member.row, state=state)
    told = Told.LET_IN if state is MemberState.IN else Told.REMOVED
    about = {"class_id": found.public_id, "class_name": found.name}
    tell(session, [member.learner], told, now=now, **about)


def give_time(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    member_id: str,
    time: Fraction,
    now: datetime,
) -> None:
    """Give a learner more time for what has a limit (a write); it holds at once.

    Args:
        time: times what the others get, 1 to 3.

    Raises:
        NotFound: this teacher runs no such class, or it has no such member.
        InvalidResponse: it is not from 1 to 3.
    """
    if not LEAST_TIME <= time <= MOST_TIME:
        raise InvalidResponse("Choose how much longer from the list.")
    found, member = _member(session, learner_id, class_id, member_id)
    change_member(session, member.row, time=time)
    if time > member.time:
        about = {"class_id": found.public_id, "class_name": found.name, "time": str(time)}
        tell(session, [member.learner], Told.MORE_TIME, now=now, **about)


def _member(
    session: Session, learner_id: LearnerId | None, class_id: str, member_id: str
) -> tuple[Class, Member]:
    found = own_class(session, learner_id, class_id)
    member = member_with(session, found.row, member_id) if is_token(member_id) else None
    if member is None:
        raise NotFound("There is nobody like that in this class.")
    return found, member


def _views(members: Sequence[Member], state: MemberState) -> tuple[MemberView, ...]:
    return tuple(
        MemberView(one.public_id, one.called, one.state.value, one.time, one.joined_at)
        for one in members
        if one.state is state
    )
