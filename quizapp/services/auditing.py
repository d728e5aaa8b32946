"""The audit log: what was done is told in the transaction that does it, or neither happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.deeds import Deed
from quizapp.services.learners import LearnerId
from quizapp.store.audiences import names_of
from quizapp.store.entries import Entry, add_entry, entries, has_entry

#: A page of the log has so many lines.
LINES: Final = 100
#: Looking at the same thing again is told again after so long.
_ONCE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log, for whoever reads it.

    Attributes:
        actor, person: names; ``person 12`` for somebody without an account, empty for nobody.
    """

    row: int
    at: datetime
    actor: str
    deed: str
    person: str
    thing: str
    detail: str


def told(
    session: Session,
    *,
    deed: Deed,
    by: LearnerId | None,
    now: datetime,
    person: LearnerId | None = None,
    thing: str = "",
    detail: str = "",
) -> None:
    """Write what is being done into the log (a write).

    Args:
        by: who does it; None for the command line, and for somebody who is not known.
        detail: no name, no password, no answer.
    """
    add_entry(session, at=now, actor=by, deed=deed.value, person=person, thing=thing, detail=detail)


def looks(
    session: Session,
    *,
    learner_id: LearnerId | None,
    deed: Deed,
    now: datetime,
    person: LearnerId | None = None,
    thing: str = "",
) -> None:
    """Write into the log who looks at what of others (a write)."""
    told(session, deed=deed, by=learner_id, now=now, person=person, thing=thing)


def has_looked(
    session: Session,
    *,
    learner_id: LearnerId | None,
    deed: Deed,
    now: datetime,
    person: LearnerId | None = None,
    thing: str = "",
) -> bool:
    """Return whether the same was told within the hour; looking is told no more often."""
    return has_entry(
        session, since=now - _ONCE, actor=learner_id, deed=deed.value, person=person, thing=thing
    )


def log(
    session: Session,
    *,
    below: int | None = None,
    since: datetime | None = None,
    about: LearnerId | None = None,
    deed: Deed | None = None,
    most: int = LINES,
) -> tuple[LogLine, ...]:
    """Return lines of the log, the latest first, with the names that people have now.

    Args:
        below: only those with a smaller key, for the next page.
        about: only those that this person did, or that were done to them.
    """
    found = entries(
        session,
        most=most,
        below=below,
        since=since,
        about=about,
        deed=None if deed is None else deed.value,
    )
    people = {one.actor for one in found} | {one.person for one in found}
    names = names_of(session, (one for one in people if one is not None))
    return tuple(_line(one, names) for one in found)


def _line(entry: Entry, names: Mapping[LearnerId, str]) -> LogLine:
    return LogLine(
        entry.row,
        entry.at,
        _name(entry.actor, names),
        entry.deed,
        _name(entry.person, names),
        entry.thing,
        entry.detail,
    )


def _name(person: LearnerId | None, names: Mapping[LearnerId, str]) -> str:
    return "" if person is None else names.get(person, f"person {person}")
