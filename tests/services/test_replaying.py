"""Memories follow from the log of responses alone: a replay gives them to the last bit."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from quizapp.services.answering import answer
from quizapp.services.memory import rebuild, rebuild_all
from quizapp.services.quizzes import finish
from quizapp.store.memories import MemoryRecord
from quizapp.store.reviewed import ReviewedRecord, all_reviews_of
from tests import make
from tests.core.items import bundled
from tests.durability.filling import filled
from tests.services.acting import see
from tests.services.memories import live_in, memories

SLOT = "small/mayor/holder"
SECOND = timedelta(seconds=1)


def answers_of_weeks(session, person, now, count, seed=1):
    """Let somebody answer items of every kind at random, over some weeks."""
    rng = random.Random(seed)
    pool = [one for one in bundled.pool() if one.proof == "kernel"]
    moment = now
    while count > 0:
        drawn = rng.sample(pool, 6)
        each = rng.random() < 0.6
        attempt = make.attempt(session, person, moment, *drawn, feedback_each=each)
        for position in range(1, 7):
            for _again in range(1 if each or rng.random() < 0.7 else 2):
                moment += timedelta(seconds=rng.choice((0.5, 4, 30)))
                view = see(session, person, attempt, position)
                tokens = [one.token for one in view.options]
                parts = len(view.parts) if view.has_fields else 0
                said = filled(view.format, tokens, parts, len(view.targets), rng)
                answer(
                    session,
                    learner_id=person.id,
                    showing_id=view.showing_id,
                    raw=said.chosen,
                    parts=said.parts,
                    submission_key=view.submission_key,
                    now=moment,
                )
                count -= 1
        if rng.random() < 0.9:
            finish(session, learner_id=person.id, attempt_id=attempt, now=moment)
        if rng.random() < 0.1:
            live_in(session, person, rng.choice(("Asia/Kolkata", "America/Lima")), moment + SECOND)
        moment += timedelta(hours=rng.choice((1, 9, 30)))


@pytest.mark.parametrize("count", [250, pytest.param(10_000, marks=pytest.mark.long)])
def test_replaying_the_log_gives_every_memory_exactly(session, ana, ben, now, count):
    answers_of_weeks(session, ana, now, count)
    answers_of_weeks(session, ben, now, 20, seed=2)
    hers, his = memories(session, ana), memories(session, ben)

    rebuilt = rebuild(session, ana.id)

    assert len(hers) > 20
    assert rebuilt.changed == 0
    assert memories(session, ana) == hers
    assert rebuilt.memories == len(hers)
    assert memories(session, ben) == his
    assert [who for who, _ in rebuild_all(lambda job: job(session), lambda job: job(session))] == [
        ana.id,
        ben.id,
    ]


def test_what_was_spoilt_is_made_again(session, ana, now):
    answers_of_weeks(session, ana, now, 60)
    whole = memories(session, ana)
    first, second, *_ = whole
    for slot, spoilt in ((first, {"stability": 99.0}), (second, {"slot": "india/no/such"})):
        session.execute(update(MemoryRecord).where(MemoryRecord.slot == slot).values(spoilt))

    rebuilt = rebuild(session, ana.id)

    assert rebuilt.changed == 3  # one is wrong, one is missing, one is too many
    assert memories(session, ana) == whole
    assert rebuild(session, ana.id) == replace(rebuilt, changed=0)


def test_a_history_that_was_spoilt_is_made_again(session, ana, now):
    answers_of_weeks(session, ana, now, 60)
    whole = list(all_reviews_of(session, ana.id))
    first, second, *_ = {one.slot for one in whole}
    spoilt = (ReviewedRecord.slot == first, {"lapses": 7}), (ReviewedRecord.slot == second, {})
    for which, values in spoilt:
        query = update(ReviewedRecord).values(values) if values else delete(ReviewedRecord)
        session.execute(query.where(which))

    rebuilt = rebuild(session, ana.id)

    assert rebuilt.changed == 2
    assert list(all_reviews_of(session, ana.id)) == whole
