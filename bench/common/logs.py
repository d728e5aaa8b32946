"""Long logs of learners, stored in bulk: what answering would have left, without the answering.

Attempts, showings, items and responses are rows as the app writes them, through SQLAlchemy's Core,
but for what no replay reads: the links of the chains are numbers, and tokens of options are short.
Attempts stay open. Answers are right in 85 of 100 cases, one comes 20 seconds after the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count, islice
from random import Random
from typing import Any, Final

from sqlalchemy import Connection, Table, insert
from sqlalchemy.orm import Session

from quizapp.core.grading.grade import grade
from quizapp.core.grading.score import Score
from quizapp.core.items.item import Item
from quizapp.core.responses import FORMATS
from quizapp.library.shelf import Shelf
from quizapp.services.papers import bundle_of
from quizapp.store.attempts import AttemptRecord
from quizapp.store.bundles import save_bundle
from quizapp.store.items import ItemRecord, StoredItem
from quizapp.store.learners import LearnerId, add_guest
from quizapp.store.responses import ResponseRecord
from quizapp.store.showings import ShowingRecord

#: Formats that are answered in bulk: one option, one text, one button.
FORMATS_ANSWERED: Final = ("choice", "true_false", "typed", "card", "statements")
BEGUN: Final = datetime(2024, 1, 1, 6, tzinfo=UTC)
_RIGHT: Final = 0.85
_AN_ATTEMPT: Final = 50
_A_DAY: Final = 1_000
_AT_ONCE: Final = 10_000
_PACE: Final = timedelta(seconds=20)
_NUMBERS: Final = count(1)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer an item, as it is stored."""

    response: list[str]
    score: Score


@dataclass(frozen=True, slots=True)
class Asked:
    """An item with the answers that it gets."""

    digest: str
    right: Answer
    wrong: Answer


def asked(item: Item) -> Asked:
    """Return an item as a log has it; its format is one of ``FORMATS_ANSWERED``."""
    right, wrong = _said(item)
    return Asked(StoredItem.of(item).digest, _answer(item, right), _answer(item, wrong))


def _said(item: Item) -> tuple[list[str], list[str]]:
    if item.format == "card":
        return ["good"], ["again"]
    if not item.options:
        return [str(item.key[0])], ["something else"]
    open_ = [""] * FORMATS[item.format].fields(item)
    key = item.key[0]
    other = next(place for place in range(len(item.options)) if place != key)
    return [str(key), *open_], [str(other), *open_]


def _answer(item: Item, response: list[str]) -> Answer:
    return Answer(response, grade(item, tuple(response)))


def store_items(session: Session, shelf: Shelf, items: Sequence[Item]) -> None:
    """Store a set and items of it."""
    save_bundle(session, bundle_of(shelf.bank), now=BEGUN)
    rows = {}
    for item in items:
        stored = StoredItem.of(item)
        rows[stored.digest] = {
            "digest": stored.digest,
            "item_id": stored.item_id,
            "body": stored.body,
        }
    _store(session.connection(), ItemRecord.__table__, iter(rows.values()))


def store_log(
    session: Session, shelf: Shelf, pool: Sequence[Asked], *, responses: int, seed: int = 1
) -> LearnerId:
    """Store a new learner with so many responses to items of a pool, drawn by chance."""
    learner, rng = add_guest(session, now=BEGUN), Random(seed)
    first = next(_NUMBERS) * 10_000_000
    drawn = [rng.randrange(len(pool)) for _ in range(responses)]
    attempts = (
        _attempt(first + start, learner, shelf.bank.digest, _moment(start))
        for start in range(0, responses, _AN_ATTEMPT)
    )
    showings = (_showing(first + n, first, n, pool[one]) for n, one in enumerate(drawn))
    taken = (
        _response(first + n, _moment(n) + _PACE, pool[one], right=rng.random() < _RIGHT)
        for n, one in enumerate(drawn)
    )
    connection = session.connection()
    _store(connection, AttemptRecord.__table__, attempts)
    _store(connection, ShowingRecord.__table__, showings)
    _store(connection, ResponseRecord.__table__, taken)
    return learner


def _moment(place: int) -> datetime:
    """Return when the response before the one at a place was given."""
    return BEGUN + timedelta(days=place // _A_DAY) + _PACE * (place % _A_DAY)


def _attempt(row: int, learner: LearnerId, bundle: str, started_at: datetime) -> Row:
    return {
        "id": row,
        "public_id": f"attempt-{row}",
        "learner_id": learner,
        "bundle": bundle,
        "size": _AN_ATTEMPT,
        "feedback_each": True,
        "seed": row,
        "settings": {"practice": True},
        "start_key": f"start-{row}",
        "started_at": started_at,
        "origin": f"{row:064x}",
    }


def _showing(row: int, first: int, place: int, one: Asked) -> Row:
    return {
        "id": row,
        "public_id": f"showing-{row}",
        "attempt_id": first + place - place % _AN_ATTEMPT,
        "position": place % _AN_ATTEMPT + 1,
        "item_digest": one.digest,
        "options": [{"token": str(n), "index": n} for n in range(4)],
        "themes": ["Rows"],
        "kind_label": "A question",
        "how": "Choose one.",
    }


def _response(showing: int, received_at: datetime, one: Asked, *, right: bool) -> Row:
    answer = one.right if right else one.wrong
    return {
        "showing_id": showing,
        "seq": 1,
        "submission_key": f"key-{showing}",
        "response": answer.response,
        "fraction": Fraction(answer.score.fraction),
        "outcome": answer.score.outcome.value,
        "received_at": received_at,
        "link": f"{showing:064x}",
    }


def _store(connection: Connection, table: Any, rows: Iterator[Row]) -> None:  # noqa: ANN401
    assert isinstance(table, Table)
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(insert(table), some)
