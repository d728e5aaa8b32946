"""Joining a class by its code; whoever has no account may join as a guest."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.teaching.codes import read_code
from quizapp.core.teaching.terms import MemberState
from quizapp.core.teaching.windows import Stage
from quizapp.errors import InvalidResponse, NotAllowed
from quizapp.services.class_codes import code_digest
from quizapp.services.learners import LearnerId, known_or_guest
from quizapp.services.limits import Limit, require_left, spend
from quizapp.services.tokens import new_token
from quizapp.store.classes import LONGEST_NAME, Class, class_by_code
from quizapp.store.members import add_member, change_member, member_of

#: Wrong codes from one address; right ones are not counted, so that a school may sit behind it.
WRONG: Final = Limit("join", burst=10, per_hour=600)
#: Wrong codes from anywhere: 44 bits outlast that for ages.
WRONG_ANYWHERE: Final = Limit("join-anywhere", burst=100, per_hour=6_000)
_ANYWHERE: Final = "everybody"


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of joining.

    Attributes:
        class_id: None where no class has this code now.
        waits: whether the teacher has to let them in first.
        cookie: of a guest who was just made, else None.
    """

    class_id: str | None
    waits: bool = False
    cookie: str | None = None


def join(
    session: Session,
    *,
    learner_id: LearnerId | None,
    typed: str,
    name: str,
    address: str,
    secret: bytes,
    now: datetime,
) -> Joined:
    """Let a learner join a class (a write). A wrong code is counted, and says nothing more.

    To join again changes nothing; whoever was removed has to be let in again.

    Args:
        typed: the code, however it was typed.
        name: what the class shall call the learner; not kept where the class has numbers.
        address: whence the request came, as ``limits.line_of`` has it.
        secret: of the installation.

    Raises:
        TooMany: too many wrong codes came from this address, or from everywhere.
        InvalidResponse: the class wants a name, and there is none or too long a one.
        NotAllowed: the learner teaches this class.
    """
    counted = ((WRONG, address), (WRONG_ANYWHERE, _ANYWHERE))
    for limit, who in counted:
        require_left(session, limit=limit, who=who, secret=secret, now=now)
    found = _found(session, typed, secret, now)
    if found is None:
        for limit, who in counted:
            spend(session, limit=limit, who=who, secret=secret, now=now)
        return Joined(None)
    if found.owner == learner_id:
        raise NotAllowed("You teach this class: give its code to your learners.")
    called = "" if found.pseudonyms else _name(name)
    learner = known_or_guest(session, learner_id, now=now)
    state = MemberState.ASKED if found.approval else MemberState.IN
    member = member_of(session, found.row, learner.id)
    if member is None:
        add_member(
            session,
            found.row,
            learner.id,
            public_id=new_token(),
            name=called,
            state=state,
            now=now,
        )
    elif member.state is MemberState.REMOVED:
        state = MemberState.ASKED
        change_member(session, member.row, state=state, name=called)
    else:
        state = member.state
    return Joined(found.public_id, state is MemberState.ASKED, learner.cookie)


def _found(session: Session, typed: str, secret: bytes, now: datetime) -> Class | None:
    code = read_code(typed)
    # What cannot be a code is looked for all the same: to be told that takes as long.
    found = class_by_code(session, code_digest(code or "", secret))
    if found is None:
        return None
    its_class, window = found
    is_open = window.stage(now) is Stage.OPEN and its_class.archived_at is None
    return its_class if is_open else None


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise InvalidResponse("Type your name, as your teacher knows you.")
    if len(name) > LONGEST_NAME:
        raise InvalidResponse(f"A name has at most {LONGEST_NAME} letters.")
    return name
