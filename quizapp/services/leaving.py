"""What is stored of a person: handed to them, or erased."""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from typing import IO, Any, Final

from sqlalchemy.orm import Session

from quizapp.core.people.roles import Role
from quizapp.errors import InvalidResponse, NotFound
from quizapp.services.administering import require_another_admin
from quizapp.services.learners import LearnerId
from quizapp.store.accounts import account_of
from quizapp.store.persons import erase_rows, rows_of, tables_of_persons

#: So much is held in memory; more goes to a file.
_IN_MEMORY: Final = 4_000_000

#: What each file of an export is, for whoever opens it; every table with rows of persons is here.
MEANINGS: Final = {
    "accounts": "Your account: name, role, since when. Of the password nothing is told.",
    "sessions": "The browsers in which you are known or signed in.",
    "second_factors": "Since when you are asked for a second factor; not its secret.",
    "recovery_codes": "That recovery codes of yours are left, a line each; not the codes.",
    "one_time_codes": "Codes that were made for you and not used yet; not the codes themselves.",
    "settings": "How you want to practise.",
    "exams": "The days of your exams.",
    "attempts": "Your quizzes and sittings: when, of which set, what you earned.",
    "showings": "What was shown to you in them, in which order.",
    "items": "The questions that were shown to you.",
    "responses": "What you answered, when, and how it was marked.",
    "memories": "What is foretold of what you remember, one line for each thing to know.",
    "reviews": "Which answers counted for it.",
    "weights": "Weights by which your memory is foretold, where they were fitted to your answers.",
    "reports": "What you said is wrong with questions.",
    "members": "The classes you are in, by the name that you gave them.",
    "assigned_attempts": "Which of your quizzes were assigned to you.",
    "notices": "What you were told.",
    "classes": "The classes you teach.",
    "sets": "The sets you own.",
    "set_revisions": "The versions of sets that you saved; what they say stands in their zip.",
    "set_publications": "What you published.",
    "set_editors": "Sets of others that you may change.",
    "quiz_links": "The links to quizzes that you made.",
    "audit_entries": "What the log tells of you: what you did, and what was done to you.",
}


def export(session: Session, *, person: LearnerId) -> IO[bytes]:
    """Return a zip with everything that is stored of a person, read in one look.

    One JSON file for each table that has rows of theirs, and a text that says what each is.
    """
    whole = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller's
    told: list[str] = []
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables_of_persons():
            rows = rows_of(session, table, person)
            first = next(rows, None)
            if first is not None:
                with archive.open(f"{table.name}.json", "w") as file:
                    for chunk in _json(first, rows):
                        file.write(chunk.encode())
                told.append(f"{table.name}.json\n    {MEANINGS[table.name]}\n")
        archive.writestr("README.txt", "What quizapp has stored of you.\n\n" + "\n".join(told))
    whole.seek(0)
    return whole


def _json(first: dict[str, Any], rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield "[\n" + json.dumps(first, default=_plain, ensure_ascii=False)
    for row in rows:
        yield ",\n" + json.dumps(row, default=_plain, ensure_ascii=False)
    yield "\n]\n"


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(type(value))


def erase(session: Session, *, person: LearnerId, now: datetime) -> str:
    """Erase an account and all that is a person's alone (a write); return the name it had.

    Quizzes stay, of nobody: the figures of questions rest on them. Sets stay, works of somebody
    who left; classes are archived.

    Raises:
        NotFound: they have no account.
        InvalidResponse: nobody would be left to run the place.
    """
    account = account_of(session, person)
    if account is None:
        raise NotFound("There is no such account.")
    if account.role is Role.ADMIN:
        require_another_admin(session, account)
    erase_rows(session, person, now=now)
    return account.name


def require_name(session: Session, *, person: LearnerId, typed: str) -> None:
    """Make sure that whoever erases somebody has typed the name.

    Raises:
        NotFound: they have no account.
        InvalidResponse: it is another name.
    """
    account = account_of(session, person)
    if account is None:
        raise NotFound("There is no such account.")
    if " ".join(typed.split()) != account.name:
        raise InvalidResponse(f"Type the name as it stands here: {account.name}")
