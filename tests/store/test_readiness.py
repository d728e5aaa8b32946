"""Readiness tries a write, and keeps nothing of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from quizapp.errors import StoreUnavailable
from quizapp.services.views import Readiness
from quizapp.store.buckets import BucketRecord
from quizapp.store.learners import add_guest
from tests.conftest import only
from tests.sealing import seal
from tests.store.queueing import commits


def test_a_store_that_can_be_written_is_ready(store, now):
    assert store.readiness(now=now) == Readiness(ready=True, reason="")


def test_the_try_leaves_nothing_behind(store, now):
    store.readiness(now=now)

    assert store.read(lambda session: session.scalars(select(BucketRecord)).all()) == []


def test_whoever_asks_often_does_not_write_often(store, now):
    store.readiness(now=now)
    written = commits(store)

    for tenths in range(10):
        store.readiness(now=now + timedelta(seconds=tenths / 10))
    within_a_second = len(written)
    store.readiness(now=now + timedelta(seconds=1))

    assert (within_a_second, len(written)) == (0, 1)


def test_a_clock_that_is_set_back_does_not_keep_the_last_try_for_ever(store, now):
    store.readiness(now=now)
    written = commits(store)

    store.readiness(now=now - timedelta(days=1))

    assert len(written) == 1


def test_a_try_that_worked_does_not_vouch_after_a_failure(store, now):
    store.readiness(now=now)
    seal(store)
    with pytest.raises(StoreUnavailable):
        store.write(lambda session: add_guest(session, now=now))

    assert store.readiness(now=now) == Readiness(ready=False, reason="not-writable")


@only("sqlite")
def test_the_try_reaches_the_disk(store, tmp_path, now):
    store.settle()

    store.readiness(now=now)

    assert (tmp_path / "instance" / "quizapp.db-wal").stat().st_size > 0


def test_a_store_that_cannot_be_written_says_so(store, now):
    seal(store)

    assert store.readiness(now=now) == Readiness(ready=False, reason="not-writable")


def test_reading_goes_on_when_writing_does_not(store):
    seal(store)

    assert store.read(lambda session: session.scalar(text("SELECT 1"))) == 1
