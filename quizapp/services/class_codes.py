"""The code by which one joins a class: one in force at most, for some days."""

import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.teaching.codes import grouped, new_code
from quizapp.core.teaching.windows import Window
from quizapp.services.class_access import own_class, own_taught
from quizapp.services.learners import LearnerId
from quizapp.services.views.classes import CodeView
from quizapp.store.classes import Class, add_code, code_of, revoke_code

#: For how many days a code may be in force; a class joins in a lesson, or in its first weeks.
CODE_DAYS: Final = (1, 7, 30)


def code_digest(code: str, secret: bytes) -> str:
    """Return under which name a code is found.

    Args:
        secret: of the installation.
    """
    return hmac.digest(secret, b"join\n" + code.encode(), "sha256").hex()


def give_code(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    days: int,
    secret: bytes,
    now: datetime,
) -> None:
    """Give a class a new code in place of the one it has (a write).

    Args:
        days: for how many it holds, one of ``CODE_DAYS``.
        secret: of the installation.

    Raises:
        NotFound: this teacher runs no such class.
        NotAllowed: it is archived.
    """
    found = own_taught(session, learner_id, class_id)
    revoke_code(session, found.row, now=now)
    code = new_code(secrets.choice)
    window = Window(None, now + timedelta(days=days))
    digest = code_digest(code, secret)
    add_code(session, found.row, code=code, digest=digest, window=window, now=now)


def withdraw_code(
    session: Session, *, learner_id: LearnerId | None, class_id: str, now: datetime
) -> None:
    """Let nobody join a class any more (a write); who is in it stays.

    Raises:
        NotFound: this teacher runs no such class.
    """
    revoke_code(session, own_class(session, learner_id, class_id).row, now=now)


def code_view(session: Session, found: Class, *, now: datetime) -> CodeView | None:
    """Return how one joins a class now; None where one cannot."""
    held = code_of(session, found.row)
    if held is None:
        return None
    window = held.window
    return CodeView(grouped(held.code), held.code, window.opens, window.closes, window.stage(now))
