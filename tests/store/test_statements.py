"""Prepared statements give what SQLAlchemy would give, failures too, on either database."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.errors import NotFound, StoreUnavailable
from quizapp.store.attempts import AttemptRecord
from quizapp.store.buckets import BucketRecord
from quizapp.store.learners import SessionRecord
from quizapp.store.responses import ResponseRecord
from quizapp.store.statements import Change, Insertion, Query, columns
from tests import make
from tests.services.acting import see, send

SAVE = Insertion(insert(BucketRecord), "digest", "level", "counted_at", "full_at")
BUCKET = select(BucketRecord.digest, BucketRecord.level, BucketRecord.counted_at)
LOAD = Query(BUCKET.where(BucketRecord.digest == bindparam("digest")), columns)


def save(session, digest, now):
    SAVE.run(session, digest=digest, level=1.5, counted_at=now, full_at=now + timedelta(hours=1))


def test_values_come_back_as_they_were_stored(session, now):
    save(session, "it's 100 %", now)

    assert LOAD.one(session, digest="it's 100 %") == ("it's 100 %", 1.5, now)
    assert LOAD.all(session, digest="another") == []
    assert LOAD.first(session, digest="another") is None


@pytest.mark.parametrize("record", [AttemptRecord, ResponseRecord, SessionRecord])
def test_rows_are_those_of_sqlalchemy(session, ana, now, record):
    attempt = make.attempt(session, ana, now, make.item(key=("Ana", "Ben"), format="choices"))
    send(session, ana, see(session, ana, attempt), "Ana", now=now)
    query = select(*record.__table__.columns)

    rows = [tuple(row) for row in Query(query, columns).all(session)]

    assert rows == [tuple(row) for row in session.execute(query)] != []


def test_many_rows_are_stored_as_each_of_them_would_be(session, now):
    full = now + timedelta(hours=1)
    rows = [
        {"digest": f"{n}", "level": n, "counted_at": now, "full_at": full} for n in range(2_500)
    ]

    SAVE.run_all(session, iter(rows))
    SAVE.run_all(session, [])

    assert LOAD.one(session, digest="2499") == ("2499", 2499.0, now)
    assert len(Query(BUCKET, columns).all(session)) == 2_500
    with pytest.raises(IntegrityError), session.begin_nested():
        SAVE.run_all(session, [{**rows[0], "digest": "new"}, rows[1]])
    assert LOAD.first(session, digest="new") is None


def test_a_change_changes_what_it_names(session, now):
    for digest in "ab":
        save(session, digest, now)
    change = Change(
        update(BucketRecord)
        .where(BucketRecord.digest == bindparam("new_digest"))
        .values(level=bindparam("new_level"))
    )

    change.run(session, new_digest="b", new_level=7.5)

    assert LOAD.one(session, digest="a")[1] == 1.5
    assert LOAD.one(session, digest="b")[1] == 7.5


def test_a_constant_of_the_statement_stands(session, now):
    for digest in "abc":
        save(session, digest, now)
    query = BUCKET.where(BucketRecord.level > 1, BucketRecord.digest > bindparam("digest"))

    rows = Query(query.order_by(BucketRecord.digest).limit(1), columns).all(session, digest="a")

    assert [row[0] for row in rows] == ["b"]


def test_a_value_that_is_missing_is_an_error(session):
    with pytest.raises(KeyError, match="digest"):
        LOAD.all(session)


def test_what_the_schema_refuses_is_refused_as_by_sqlalchemy(session, now):
    save(session, "a", now)

    with pytest.raises(IntegrityError), session.begin_nested():
        save(session, "a", now)

    assert LOAD.first(session, digest="a") is not None


def test_a_savepoint_of_the_session_takes_them_back(session, now):
    nested = session.begin_nested()
    save(session, "a", now)
    nested.rollback()

    assert LOAD.first(session, digest="a") is None


def test_a_job_that_fails_leaves_nothing_of_them(store, now):
    def job(session):
        save(session, "a", now)
        raise NotFound("after it had written")

    with pytest.raises(NotFound):
        store.write(job)

    assert store.read(lambda session: LOAD.all(session, digest="a")) == []


def test_what_a_reader_changes_is_not_kept(store, now):
    with suppress(StoreUnavailable):  # where the database itself refuses it
        store.read(lambda session: save(session, "a", now))

    assert store.read(lambda session: LOAD.all(session, digest="a")) == []
