"""Everything that is stored of one person: told row by row, and erased."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, delete, func, or_, select, update
from sqlalchemy.orm import Session

from quizapp.store.accounts import AccountRecord, CodeRecord
from quizapp.store.attempts import AttemptRecord
from quizapp.store.audiences import EditorRecord
from quizapp.store.base import Base
from quizapp.store.classes import ClassRecord, JoinCodeRecord
from quizapp.store.factors import FactorRecord, RecoveryRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerId, LearnerRecord, SessionRecord
from quizapp.store.links import LinkRecord
from quizapp.store.members import MemberRecord
from quizapp.store.memories import MemoryRecord
from quizapp.store.notices import NoticeRecord
from quizapp.store.reports import ReportRecord
from quizapp.store.responses import ResponseRecord
from quizapp.store.reviewed import ReviewedRecord
from quizapp.store.settings import ExamRecord, SettingsRecord
from quizapp.store.showings import ShowingRecord
from quizapp.store.tables import METADATA

#: Columns that say whose a row is.
OWNERS: Final = ("learner_id", "owner_id", "author_id", "actor_id", "person_id")
#: What nobody is told, not even whose it is: it opens the account, or is another's.
_SECRET: Final = frozenset({"password", "digest", "name_key", "secret"})
#: Tables whose digests are names of their content, and no secrets.
_CONTENT: Final = frozenset({"items", "bundles", "set_revisions"})
_AT_A_TIME: Final = 500

#: What is deleted of somebody who is erased. Attempts, and what was shown and answered in them,
#: stay with a number that is nobody's: the figures of questions rest on them.
_ERASED: Final[tuple[type[Base], ...]] = (
    SessionRecord,
    CodeRecord,
    SettingsRecord,
    ExamRecord,
    MemoryRecord,
    ReviewedRecord,
    MemberRecord,
    NoticeRecord,
    ReportRecord,
    EditorRecord,
    FactorRecord,
    RecoveryRecord,
    AccountRecord,
)


def tables_of_persons() -> tuple[Table, ...]:
    """Return the tables whose rows are somebody's, and those that hang on attempts."""
    owned = [one for one in METADATA.sorted_tables if any(name in one.c for name in OWNERS)]
    hanging = [record.__table__ for record in (ShowingRecord, ResponseRecord, ItemRecord)]
    return (*owned, *(one for one in hanging if isinstance(one, Table)))


def rows_of(session: Session, table: Table, person: LearnerId) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table that are a person's, without secrets, by their key."""
    hidden = _SECRET if table.name not in _CONTENT else _SECRET - {"digest"}
    columns = [column for column in table.c if column.name not in hidden]
    query = select(*columns).where(_is_of(table, person)).order_by(*table.primary_key.columns)
    found = session.execute(query.execution_options(yield_per=_AT_A_TIME))
    for row in found:
        yield dict(zip((column.name for column in columns), row, strict=True))


def _is_of(table: Table, person: LearnerId) -> ColumnElement[bool]:
    attempts = select(AttemptRecord.id).where(AttemptRecord.learner_id == person)
    showings = select(ShowingRecord.id).where(ShowingRecord.attempt_id.in_(attempts))
    if table.name == ShowingRecord.__tablename__:
        return ShowingRecord.attempt_id.in_(attempts)
    if table.name == ResponseRecord.__tablename__:
        return ResponseRecord.showing_id.in_(showings)
    if table.name == ItemRecord.__tablename__:
        digests = select(ShowingRecord.item_digest).where(ShowingRecord.attempt_id.in_(attempts))
        return ItemRecord.digest.in_(digests)
    return or_(*(table.c[name] == person for name in OWNERS if name in table.c))


def erase_rows(session: Session, person: LearnerId, *, now: Any) -> None:  # noqa: ANN401  # a datetime
    """Delete what is a person's alone; archive their classes and end their links.

    The row of the learner stays, a number without a name, for the attempts that hang on it.
    """
    for record in _ERASED:
        column = record.__table__.c["learner_id"]
        session.execute(delete(record).where(column == person))
    taught = select(ClassRecord.id).where(ClassRecord.owner_id == person)
    session.execute(
        update(JoinCodeRecord)
        .where(JoinCodeRecord.class_id.in_(taught), JoinCodeRecord.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    session.execute(
        update(ClassRecord)
        .where(ClassRecord.owner_id == person, ClassRecord.archived_at.is_(None))
        .values(archived_at=now)
    )
    session.execute(
        update(LinkRecord)
        .where(LinkRecord.owner_id == person, LinkRecord.ended_at.is_(None))
        .values(ended_at=now)
    )


def count_rows(session: Session, record: type[Base]) -> int:
    """Return how many rows a table has."""
    return session.scalar(select(func.count()).select_from(record)) or 0


def figures(session: Session) -> dict[str, int]:
    """Return how many learners, accounts, attempts and responses there are."""
    records = {
        "learners": LearnerRecord,
        "accounts": AccountRecord,
        "classes": ClassRecord,
        "attempts": AttemptRecord,
        "responses": ResponseRecord,
    }
    return {name: count_rows(session, record) for name, record in records.items()}
