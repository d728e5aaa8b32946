"""Weights hold from a moment on: what is replayed is the same, and of two decisions one counts."""

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError

from quizapp.core.memory.fitting import fit
from quizapp.core.memory.replay import changes
from quizapp.core.memory.weights import USUAL
from quizapp.services.personal import (
    Verdict,
    decide,
    material,
    try_fit,
)
from quizapp.services.plan import given
from quizapp.services.quizzes import finish
from quizapp.services.run import Store, open_store
from quizapp.store.reviewed import all_reviews_of
from quizapp.store.weights import WeightsRecord
from tests import make
from tests.services.acting import see, send
from tests.services.deciding import chosen, decided, held, rebuilt, states
from tests.services.test_again import again, sitting
from tests.studying import DAYS, FORGETFUL, answer_all, study

SLOT = "small/mayor/holder"


@pytest.fixture
def store(studied, now) -> Iterator[Store]:
    with closing(open_store(studied.config, now=now)) as store:
        yield store


# --- from a moment on ---


def test_what_is_answered_from_then_on_goes_by_them_and_is_replayed(store, studied, kept, now):
    person = studied.forgetful

    store.write(lambda s: study(s, person, FORGETFUL, now, range(DAYS + 1, DAYS + 6)))

    assert rebuilt(store, person) == 0
    days = store.read(lambda session: [one.day for one in all_reviews_of(session, person.id)])
    assert max(days) > kept.since.date()


def test_a_replay_takes_for_each_review_the_weights_of_its_time(store, studied, kept, now):
    person = studied.forgetful
    spans = [range(DAYS + 1, DAYS + 4), range(DAYS + 4, DAYS + 8), range(DAYS + 8, DAYS + 12)]
    for number, (span, verdict) in enumerate(
        zip(spans, (Verdict.OFF, Verdict.ON, Verdict.USUAL), strict=True)
    ):
        store.write(lambda s, span=span: study(s, person, FORGETFUL, now, span))
        chosen(store, person, verdict, now + timedelta(span.stop, hours=-9))
        if number == 1:
            decided(store, person, now + timedelta(span.stop, hours=-8))

    assert rebuilt(store, person) == 0
    assert len(held(store, person)) >= 4

    def replayed(session):
        memories = {}
        found = material(session, learner_id=person.id, forced=True)
        for one in found.reviews:
            told = changes(memories, one.review, one.zone, USUAL)
            memories |= {slot: change.after for slot, change in told.items()}
        return memories

    usual = store.read(replayed)
    stored = {one.slot: one.memory for one in states(store, person)[0]}
    assert stored.keys() == usual.keys()
    assert stored != usual


def test_a_decision_comes_after_what_was_answered_at_the_very_moment(store, studied, later):
    person = studied.forgetful
    store.write(lambda session: answer_all(session, person, later, {SLOT: True}))
    answered = later + timedelta(seconds=20)

    after = decided(store, person, answered)

    assert after.verdict is Verdict.KEPT
    assert after.since > answered
    assert rebuilt(store, person) == 0


def test_an_exam_counts_by_the_weights_of_the_day_on_which_it_is_shown(store, studied, later):
    """What was answered before weights changed, and shown after, counts after."""
    person, items = studied.forgetful, make.typed_item(stem="?", tests=(SLOT,))
    attempt = store.write(
        lambda session: make.attempt(session, person, later, items, feedback_each=False)
    )
    view = store.read(lambda session: see(session, person, attempt))
    answered = later + timedelta(seconds=30)
    store.write(lambda session: send(session, person, view, "Nobody", now=answered))
    changed = decided(store, person, later + timedelta(minutes=1))

    end = later + timedelta(minutes=2)
    store.write(lambda session: finish(session, learner_id=person.id, attempt_id=attempt, now=end))

    assert changed.verdict is Verdict.KEPT
    (memory,) = [one.memory for one in states(store, person)[0] if one.slot == SLOT]
    first = 0.05 * 0.15 / (0.05 * 0.15 + 0.85)  # a slip, as far as one can tell
    assert memory.stability == pytest.approx(
        changed.weights.good**first * changed.weights.again ** (1 - first)
    )
    assert rebuilt(store, person) == 0


def test_an_answer_that_is_given_again_goes_by_the_weights_of_now(store, studied, later):
    person = studied.forgetful
    attempt = store.write(lambda session: sitting(session, person, later, make.item()))
    view = store.read(lambda session: see(session, person, attempt))
    first = later + timedelta(minutes=1)
    store.write(lambda session: send(session, person, view, "Ben", now=first))
    changed = decided(store, person, later + timedelta(minutes=2))

    third = later + timedelta(minutes=3)
    store.write(lambda session: again(session, person, attempt, third, "Ana"))

    assert changed.verdict is Verdict.KEPT
    assert rebuilt(store, person) == 0


def test_a_plan_goes_by_them(store, studied, kept):
    of = {"set_id": "small", "now": kept.since}

    plans = [
        store.read(lambda session, id_=id_: given(session, learner_id=id_, **of))
        for id_ in (studied.forgetful.id, studied.unsure.id, None)
    ]

    assert [one.weights for one in plans] == [kept.weights, USUAL, USUAL]


def test_of_a_long_log_the_newest_is_looked_at_from_the_memories_before_it(store, studied):
    person = studied.forgetful

    found, whole = (
        store.read(
            lambda session, most=most: material(
                session, learner_id=person.id, forced=True, most=most
            )
        )
        for most in (100, 10_000)
    )

    assert len(found.reviews) == 100
    assert found.reviews == whole.reviews[-100:]
    memories = dict(found.memories)
    for one in found.reviews:
        told = changes(memories, one.review, one.zone, one.weights)
        memories |= {slot: change.after for slot, change in told.items()}
    assert memories == {one.slot: one.memory for one in states(store, person)[0]}


# --- several at once ---


def test_of_two_fits_at_once_one_is_stored(store, studied, later):
    found = [
        store.read(lambda session: material(session, learner_id=studied.forgetful.id))
        for _ in range(2)
    ]
    made = fit(found[0].memories, found[0].reviews, USUAL)

    told = [
        store.write(
            lambda session, one=one: decide(
                session,
                learner_id=studied.forgetful.id,
                made_from=one,
                fitted=made,
                clock=lambda: later,
            )
        )
        for one in found
    ]

    assert told[0].verdict is Verdict.KEPT
    assert told[1] is None
    assert len(held(store, studied.forgetful)) == 1


def test_processes_that_fit_at_once_store_one(store, studied, later, now):
    """Each has read the log before any of them has stored what came of it."""
    barrier = threading.Barrier(2)
    outcomes = []
    with closing(open_store(studied.config, now=now)) as other:

        def work(mine: Store) -> None:
            def write(job):
                barrier.wait(60)
                return mine.write(job)

            outcomes.append(try_fit(mine.read, write, studied.forgetful.id, clock=lambda: later))

        threads = [threading.Thread(target=work, args=(one,)) for one in (store, other)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(60)

    assert sorted(one is None for one in outcomes) == [False, True]
    assert len(held(store, studied.forgetful)) == 1


def test_what_the_learner_wants_meanwhile_goes_before_a_fit(store, studied, later):
    person = studied.forgetful

    def write(job):
        chosen(store, person, Verdict.OFF, later)
        return store.write(job)

    assert try_fit(store.read, write, person.id, clock=lambda: later) is None
    assert held(store, person) == [USUAL]


def test_decisions_cannot_be_changed(store, kept):
    with pytest.raises(SQLAlchemyError, match="append-only"), store.engine.begin() as connection:
        connection.execute(update(WeightsRecord).values(growth=1.0))
