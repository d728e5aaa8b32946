"""What P12 measures works, and a long log takes no more memory than a short one."""

import tracemalloc
from contextlib import closing
from functools import partial

import pytest

from bench.p12_replay import make_logs, replay
from quizapp.services.memory import rebuild
from quizapp.services.replaying import TOLD_EVERY
from quizapp.services.run import open_store
from quizapp.store.memories import all_memories_of
from quizapp.store.reviewed import all_reviews_of
from tests import make
from tests.conftest import only

SIZES = (500, 2_000, 6_000)
ITEMS = 60


@pytest.fixture
def learners(kind, tmp_path):
    """Make a short and a long log of the same items; return whose they are."""
    return make_logs(tmp_path, SIZES, items=ITEMS)


@only("sqlite")
def test_a_long_log_is_replayed_and_found_as_it_was(learners, tmp_path) -> None:
    short = learners[SIZES[0]]

    first, second = (replay(tmp_path, short) for _ in range(2))

    assert (first.responses, second.responses) == (SIZES[0], SIZES[0])
    assert first.changed == first.memories == second.memories > 0
    assert second.changed == 0


@only("sqlite")
def test_what_a_replay_holds_does_not_grow_with_the_log(learners, tmp_path, now) -> None:
    told, held = [], []
    with closing(open_store(make.config(tmp_path), now=now)) as store:
        for learner in learners.values():  # the first warms up what every replay needs
            tracemalloc.start()
            store.write(partial(rebuild, learner_id=learner, told=told.append))
            held.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        long = learners[SIZES[-1]]
        reviews = store.read(lambda session: sum(1 for _ in all_reviews_of(session, long)))
        memories = store.read(lambda session: all_memories_of(session, long))

    _, few, many = held
    assert reviews > SIZES[-1]
    assert len(memories) < 400
    assert many < few + 1_000_000  # the other reviews in memory would be 2 to 3 MB
    assert told[-2:] == [SIZES[-1] - TOLD_EVERY, SIZES[-1]]
