"""The responses to all items of a set, with what each item tests: for statistics.

They are found by way of the attempts on each revision of the set, every step by an index; the time
grows with the number of responses to that set. No table says which slots an item tests, so that is
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


def responses_to(session: Session, set_id: str) -> Iterator[Answered]:
    """Yield the response that counts of every showing of a set, in the order of the showings.

    Blanks are left out: whoever sends nothing may not have read the question.
    """
    revisions = _REVISIONS.all(session, set_id=set_id)
    found = (_OF_REVISION.all(session, bundle=digest) for digest in revisions)
    # Put in order here: the database would walk through all showings for the sake of it.
    rows = sorted(chain.from_iterable(found), key=itemgetter(0))
    for _, learner, tests, kind, format_, fraction, outcome in rows:
        if outcome != Outcome.BLANK:
            yield Answered(learner, Form(frozenset(tests), kind, format_), fraction)


_REVISIONS: Final = Query(
    select(BundleRecord.digest).where(BundleRecord.set_id == bindparam("set_id")), only
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
    .where(AttemptRecord.bundle == bindparam("bundle")),
    columns,
)
