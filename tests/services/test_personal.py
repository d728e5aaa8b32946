"""Weights of one's own: kept where they forecast better, and what the learner wants."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from quizapp.core.memory.weights import USUAL
from quizapp.services.personal import (
    Verdict,
    choose_weights,
    weights_view,
)
from quizapp.services.run import Store, open_store
from quizapp.store.weights import (
    WeightsRecord,
    last_change,
    last_decision,
    weights_at,
)
from tests.people import guest, holder
from tests.services.deciding import chosen, decided, held, rebuilt, states, tried
from tests.studying import DAYS, FORGETFUL, answer_all, study

SLOT = "small/mayor/holder"
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def store(studied, now) -> Iterator[Store]:
    with closing(open_store(studied.config, now=now)) as store:
        yield store


# --- what comes of a try ---


def test_weights_that_forecast_better_hold_from_then_on(store, studied, later, now):
    person = studied.forgetful

    kept = tried(store, person, later)

    assert kept.verdict is Verdict.KEPT
    assert kept.weights != USUAL
    assert kept.tried.before - kept.tried.after > kept.tried.error
    assert (kept.tried.scored, kept.tried.held) == (415, 83)
    at = [
        store.read(lambda session, moment=moment: weights_at(session, person.id, moment))
        for moment in (now, later, kept.since - MOMENT, kept.since, later + timedelta(400))
    ]
    assert at == [USUAL, USUAL, USUAL, kept.weights, kept.weights]
    assert store.read(lambda session: weights_at(session, studied.unsure.id, kept.since)) == USUAL


def test_a_try_leaves_every_memory_as_it_is(store, studied, later):
    before = states(store, studied.forgetful)

    decided(store, studied.forgetful, later)

    assert states(store, studied.forgetful) == before
    assert rebuilt(store, studied.forgetful) == 0


def test_a_try_comes_to_what_a_fit_to_the_log_does(store, studied, later):
    whole = tried(store, studied.forgetful, later)
    chosen(store, studied.forgetful, Verdict.USUAL, later)

    again_ = decided(store, studied.forgetful, later)

    assert (again_.weights, again_.tried) == (whole.weights, whole.tried)


def test_what_is_not_better_is_remembered_and_changes_nothing(store, studied, later):
    person = studied.unsure

    told = tried(store, person, later)

    assert (told.verdict, told.weights) == (Verdict.NOT_BETTER, USUAL)
    assert store.read(lambda session: last_decision(session, person.id)) == told
    assert store.read(lambda session: last_change(session, person.id)) is None
    # Not before there are more reviews, unless somebody wants to.
    assert tried(store, person, later) is None
    assert tried(store, person, later, forced=True).verdict is Verdict.NOT_BETTER


def test_another_try_comes_with_a_quarter_more_reviews(store, studied, later):
    person = studied.forgetful
    first = decided(store, person, later)
    begun = later - timedelta(days=DAYS)
    assert tried(store, person, later) is None

    for day in range(DAYS, 60, 6):
        store.write(lambda s, d=day: study(s, person, FORGETFUL, begun, range(d, d + 6)))
        if tried(store, person, later + timedelta(days=99)) is not None:
            break

    second = store.read(lambda session: last_decision(session, person.id))
    assert 1.25 * first.reviews <= second.reviews < 1.5 * first.reviews


def test_too_few_reviews_are_not_looked_at(store, studied, later):
    with store.engine.connect() as connection:
        rows = select(func.count()).select_from(WeightsRecord)
        newcomer = store.write(lambda session: _newcomer(session, later))

        assert tried(store, newcomer, later, forced=True) is None
        assert connection.scalar(rows) == 0


def _newcomer(session, moment):
    person = guest(session, moment)
    answer_all(session, person, moment, {SLOT: True})
    return person


# --- what the learner wants ---


def test_one_may_go_back_to_the_usual_ones(store, studied, kept, later):
    person = studied.forgetful

    cookie = chosen(store, person, Verdict.USUAL, later + timedelta(minutes=1))

    assert cookie is None
    assert held(store, person) == [kept.weights, USUAL]
    assert tried(store, person, later + timedelta(minutes=2)) is None  # not at once again
    assert rebuilt(store, person) == 0


def test_who_wants_none_gets_none(store, studied, kept, later):
    person = studied.forgetful

    chosen(store, person, Verdict.OFF, later + timedelta(minutes=1))

    assert held(store, person)[-1] == USUAL
    assert tried(store, person, later + timedelta(minutes=2), forced=True) is None


def test_who_wants_them_again_gets_them_at_the_next_try(store, studied, kept, later):
    person = studied.forgetful
    for minutes, verdict in enumerate((Verdict.OFF, Verdict.ON), 1):
        chosen(store, person, verdict, later + timedelta(minutes=minutes))

    assert tried(store, person, later + timedelta(minutes=3)).weights == kept.weights


def test_what_is_so_already_is_not_stored_again(store, studied, later):
    person = studied.unsure
    for verdict in (Verdict.USUAL, Verdict.ON, Verdict.OFF, Verdict.OFF, Verdict.USUAL):
        chosen(store, person, verdict, later)

    assert len(held(store, person)) == 1


def test_a_newcomer_who_wants_none_becomes_a_guest(session, now):
    cookie = choose_weights(session, learner_id=None, verdict=Verdict.OFF, clock=lambda: now)

    learner_id = holder(session, cookie, now)
    assert weights_view(session, learner_id=learner_id, now=now).is_off
    assert not weights_view(session, learner_id=None, now=now).is_off


def test_what_is_told_of_weights(store, studied, kept, later):
    decided(store, studied.unsure, later)

    hers, his = (
        store.read(lambda session, id_=one.id: weights_view(session, learner_id=id_, now=later))
        for one in (studied.forgetful, studied.unsure)
    )

    assert (hers.own.scored, hers.own.held, hers.failed) == (415, 83, None)
    assert hers.own.gain == pytest.approx(1 - kept.tried.after / kept.tried.before)
    assert hers.own.at == kept.since
    assert (his.own, his.failed.scored) == (None, 426)
