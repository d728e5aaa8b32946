"""Fitting in the background: in turn, once for each who asks, and never in anybody's way."""

import logging
import threading
from contextlib import closing
from datetime import timedelta

import pytest

from quizapp.errors import StoreUnavailable
from quizapp.services.fitting import Fitting
from quizapp.services.learners import LearnerId
from quizapp.services.personal import Verdict
from quizapp.services.run import open_store
from quizapp.store.weights import last_decision
from tests.conftest import only
from tests.studying import DAYS


@only("sqlite")  # what is stored is the same on any database
def test_who_has_studied_enough_gets_weights_fitted(studied, now):
    later = now + timedelta(DAYS)
    with closing(open_store(studied.config, now=now)) as store:
        fitting = Fitting(store.read, store.write, lambda: later)

        for person in (studied.forgetful, studied.forgetful, studied.unsure):
            fitting.soon(person.id)
        fitting.settle()

        decided = [
            store.read(lambda session, id_=one.id: last_decision(session, id_))
            for one in (studied.forgetful, studied.unsure)
        ]
    assert [one.verdict for one in decided] == [Verdict.KEPT, Verdict.NOT_BETTER]


class Reads:
    """A way to the database that can be held up, and notes who asks."""

    def __init__(self, error: Exception | None = None) -> None:
        self.threads: list[int] = []
        self.begun, self.go_on = threading.Event(), threading.Event()
        self._error = error

    def __call__(self, _job: object) -> None:
        self.threads.append(threading.get_ident())
        self.begun.set()
        self.go_on.wait(30)
        if self._error is not None and len(self.threads) == 1:
            raise self._error


def fitting_with(read: Reads, now) -> Fitting:
    return Fitting(read, read, lambda: now)  # type: ignore[arg-type]  # nothing is read


def test_nobody_waits_for_it_and_one_thread_does_all(now):
    read = Reads()
    fitting = fitting_with(read, now)

    fitting.soon(LearnerId(1))  # comes back although nothing is read yet
    assert read.begun.wait(30)
    for _ in range(3):
        fitting.soon(LearnerId(2))
    fitting.soon(None)
    assert len(read.threads) == 1

    read.go_on.set()
    fitting.settle()

    assert len(read.threads) == 2
    assert len(set(read.threads)) == 1
    assert read.threads[0] != threading.get_ident()


@pytest.mark.parametrize(
    ("error", "level"),
    [(StoreUnavailable("the disk is full"), logging.WARNING), (KeyError("x"), logging.ERROR)],
)
def test_what_goes_wrong_is_logged_and_the_next_one_has_a_turn(caplog, now, error, level):
    read = Reads(error)
    read.go_on.set()
    fitting = fitting_with(read, now)

    for number in (1, 2):
        fitting.soon(LearnerId(number))
        fitting.settle()

    assert len(read.threads) == 2
    (record,) = [one for one in caplog.records if one.name == "quizapp.services.fitting"]
    assert (record.levelno, "learner 1" in record.getMessage()) == (level, True)
