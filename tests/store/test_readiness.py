"""Readiness tries a write, and keeps nothing of it."""

from sqlalchemy import select, text

from quizapp.services.views import Readiness
from quizapp.store.buckets import BucketRecord
from tests.conftest import only
from tests.sealing import seal


def test_a_store_that_can_be_written_is_ready(store):
    assert store.readiness() == Readiness(ready=True, reason="")


def test_the_try_leaves_nothing_behind(store):
    store.readiness()

    assert store.read(lambda session: session.scalars(select(BucketRecord)).all()) == []


@only("sqlite")
def test_the_try_reaches_the_disk(store, tmp_path):
    store.settle()

    store.readiness()

    assert (tmp_path / "instance" / "quizapp.db-wal").stat().st_size > 0


def test_a_store_that_cannot_be_written_says_so(store):
    seal(store)

    assert store.readiness() == Readiness(ready=False, reason="not-writable")


def test_reading_goes_on_when_writing_does_not(store):
    seal(store)

    assert store.read(lambda session: session.scalar(text("SELECT 1"))) == 1
