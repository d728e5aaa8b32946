"""The responses to all items of a set, with what each item tests: for statistics.

They are found by way of the newest attempts on each revision of the set, every step by an index;
however many there are, only so many are read. No table says which slots an item tests, so that is
read from its body.
"""

from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.core.grading.score import Outcome
from quizapp.core.stats.difficulty import Answered, Form
from quizapp.store.attempts import AttemptRecord
from quizapp.store.bundles import BundleRecord
from quizapp.store.items import ItemRecord
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord
from quizapp.store.statements import Query, columns, only

#: Of a revision so many attempts are read, the newest; and so many revisions.
MOST_ATTEMPTS: Final = 5_000
_MOST_REVISIONS: Final = 20


def responses_to(session: Session, set_id: str, *, most: int = MOST_ATTEMPTS) -> Iterator[Answered]:
    """Yield the response that counts of showings of a set, in the order of the showings.

    Blanks are left out: whoever sends nothing may not have read the question.

    Args:
        most: of a revision so many attempts are read, the newest.
    """
    revisions = _REVISIONS.all(session, set_id=set_id, most=_MOST_REVISIONS)
    found = (_OF_REVISION.all(session, bundle=digest, most=most) for digest in revisions)
    # Put in order here: the database would walk through all showings for the sake of it.
    rows = sorted(chain.from_iterable(found), key=itemgetter(0))
    for _, learner, tests, kind, format_, fraction, outcome in rows:
        if outcome != Outcome.BLANK:
            yield Answered(learner, Form(frozenset(tests), kind, format_), fraction)


_REVISIONS: Final = Query(
    select(BundleRecord.digest)
    .where(BundleRecord.set_id == bindparam("set_id"))
    .order_by(BundleRecord.created_at.desc())
    .limit(bindparam("most")),
    only,
)
_newest = (
    select(AttemptRecord.id)
    .where(AttemptRecord.bundle == bindparam("bundle"))
    .order_by(AttemptRecord.id.desc())
    .limit(bindparam("most"))
)
_later = aliased(ResponseRecord)
_OF_REVISION: Final[Query[tuple[Any, ...]]] = Query(
    select(
        ShowingRecord.id,
        AttemptRecord.learner_id,
        ItemRecord.body["tests"],
        ItemRecord.body["kind"],
        ItemRecord.body["format"],
        ResponseRecord.fraction,
        ResponseRecord.outcome,
    )
    .select_from(AttemptRecord)
    .join(ShowingRecord, ShowingRecord.attempt_id == AttemptRecord.id)
    .join(ItemRecord, ItemRecord.digest == ShowingRecord.item_digest)
    .join(
        ResponseRecord,
        and_(
            ResponseRecord.showing_id == ShowingRecord.id,
            ResponseRecord.seq
            == select(func.max(_later.seq))
            .where(_later.showing_id == ShowingRecord.id)
            .scalar_subquery(),
        ),
    )
    .where(AttemptRecord.id.in_(_newest)),
    columns,
)
