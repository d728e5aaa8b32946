"""Many learners at once, double clicks included: every answer is stored, none of them twice."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import func, select

from quizapp.errors import NotFound, StoreUnavailable, SubmissionConflict
from quizapp.services.answering import answer
from quizapp.services.history import attempts, results
from quizapp.services.quizzes import finish, question, start_quiz
from quizapp.services.run import open_store
from quizapp.services.tokens import new_token
from quizapp.store.attempts import AttemptRecord
from quizapp.store.audit import first_fault
from quizapp.store.learners import LearnerRecord
from quizapp.store.responses import ResponseRecord
from tests import make
from tests.conftest import only
from tests.people import Person, guest

THREADS = 16
QUESTIONS = 6


@pytest.fixture
def people(store, now) -> list[Person]:
    return [store.write(lambda session: guest(session, now)) for _ in range(THREADS)]


def count(store, record) -> int:
    return store.read(lambda session: session.scalar(select(func.count(record.id))))


def started(store, person, now, **changes):
    paper = make.paper(*make.items(QUESTIONS), **changes)
    start = partial(start_quiz, learner_id=person.id, paper=paper, start_key=new_token(), now=now)
    return store.write(start).attempt_id


def in_threads(work, arguments):
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(work, arguments))


def take_quiz(store, now, person) -> tuple[str, list[str]]:
    """Answer all questions, each form sent twice; return the attempt and the keys sent."""
    attempt_id = started(store, person, now)
    keys = []
    for position in range(1, QUESTIONS + 1):
        see = partial(question, learner_id=person.id, attempt_id=attempt_id, position=position)
        view = store.read(see)
        send = partial(
            answer,
            learner_id=person.id,
            showing_id=view.showing_id,
            raw=[view.options[0].token],
            submission_key=view.submission_key,
            now=now,
        )
        assert store.write(send) == store.write(send)
        keys.append(view.submission_key)
    store.write(partial(finish, learner_id=person.id, attempt_id=attempt_id, now=now))
    return attempt_id, keys


def test_sixteen_learners_at_once_lose_no_answer_and_store_none_twice(store, people, now):
    taken = in_threads(partial(take_quiz, store, now), people)

    sent = Counter(key for _, keys in taken for key in keys)
    stored = store.read(
        lambda session: Counter(session.scalars(select(ResponseRecord.submission_key)))
    )
    assert stored == sent
    assert len(stored) == THREADS * QUESTIONS
    for person, (attempt_id, _) in zip(people, taken, strict=True):
        view = store.read(partial(results, learner_id=person.id, attempt_id=attempt_id))
        assert view.earned == QUESTIONS
        assert store.read(partial(first_fault, attempt_id=attempt_id)) is None


def test_sixteen_clicks_on_start_begin_one_quiz(store, now):
    start = partial(start_quiz, learner_id=None, paper=make.paper(), start_key=new_token(), now=now)

    begun = in_threads(store.write, [start] * THREADS)

    assert len({one.attempt_id for one in begun}) == 1
    assert len({one.cookie for one in begun}) == THREADS
    assert (count(store, AttemptRecord), count(store, LearnerRecord)) == (1, 1)


@pytest.mark.parametrize("feedback_each", [True, False])
def test_sixteen_tabs_that_answer_at_once_agree_on_what_counts(store, people, now, feedback_each):
    ana = people[0]
    attempt_id = started(store, ana, now, feedback_each=feedback_each)
    see = partial(question, learner_id=ana.id, attempt_id=attempt_id, position=1)

    def answer_in_a_tab(number):
        view = store.read(see)
        return store.write(
            partial(
                answer,
                learner_id=ana.id,
                showing_id=view.showing_id,
                raw=[view.options[number % 4].token],
                submission_key=view.submission_key,
                now=now,
            )
        )

    counted = in_threads(answer_in_a_tab, range(THREADS))

    seqs = store.read(lambda session: session.scalars(select(ResponseRecord.seq)).all())
    kept = 1 if feedback_each else THREADS
    assert sorted(seqs) == list(range(1, kept + 1))
    assert sum(one.counted for one in counted) == kept
    assert store.read(partial(first_fault, attempt_id=attempt_id)) is None


def test_one_key_for_sixteen_answers_stores_one_of_them(store, people, now):
    ana = people[0]
    attempt_id = started(store, ana, now, feedback_each=False)
    see = partial(question, learner_id=ana.id, attempt_id=attempt_id, position=1)
    view = store.read(see)

    def send(number):
        job = partial(
            answer,
            learner_id=ana.id,
            showing_id=view.showing_id,
            raw=[view.options[number % 2].token],
            submission_key=view.submission_key,
            now=now,
        )
        try:
            return store.write(job).counted
        except SubmissionConflict:
            return False

    accepted = in_threads(send, range(THREADS))

    assert count(store, ResponseRecord) == 1
    assert sum(accepted) == THREADS // 2


def test_a_strangers_job_beside_mine_does_not_touch_it(store, people, now):
    ana, ben = people[:2]
    hers = started(store, ana, now)

    def see(person):
        try:
            store.read(partial(question, learner_id=person.id, attempt_id=hers, position=1))
        except NotFound:
            return False
        return True

    assert in_threads(see, [ana, ben] * 8) == [True, False] * 8


def test_a_quiz_goes_on_after_a_restart(store, people, now, config):
    ana = people[0]
    attempt_id = started(store, ana, now)
    store.close()

    again = open_store(config, now=now)

    (row,) = again.read(partial(attempts, learner_id=ana.id))
    assert (row.attempt_id, row.finished_at) == (attempt_id, None)
    again.close()


@only("sqlite")
def test_a_database_that_cannot_be_read_is_unavailable(store, tmp_path):
    store.close()
    database = tmp_path / "instance" / "quizapp.db"
    for beside in tmp_path.glob("instance/quizapp.db-*"):
        beside.unlink()
    database.write_bytes(b"x" * 8192)

    with pytest.raises(StoreUnavailable):
        store.read(partial(attempts, learner_id=1))
