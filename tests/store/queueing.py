"""What tests of the write queue share: hold it up, count what it did."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import event, func, select

from quizapp.store.learners import LearnerRecord


def guests(store) -> int:
    return store.read(lambda session: session.scalar(select(func.count(LearnerRecord.id))))


@contextmanager
def held_up(store, waiting):
    """Hold the queue up, by a job that is not done, until that many jobs wait behind it."""
    begun, go_on = threading.Event(), threading.Event()

    def hold(_session):
        begun.set()
        go_on.wait(30)

    with ThreadPoolExecutor(waiting + 1) as threads:
        threads.submit(store.write, hold)
        begun.wait(30)
        yield threads
        wait_for(store, waiting)
        go_on.set()


def wait_for(store, waiting):
    """Return when that many jobs wait in the queue."""
    while len(store._writer._waiting) < waiting:
        threading.Event().wait(0.001)


def commits(store):
    """Return a list that grows with each commit."""
    seen = []
    event.listen(store.engine, "commit", seen.append)
    return seen
