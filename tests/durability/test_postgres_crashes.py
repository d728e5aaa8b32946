"""PostgreSQL crashes again and again under the real server: nothing acknowledged is lost."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from quizapp.services.run import open_store
from tests import make
from tests.cluster import Cluster
from tests.durability import ledger
from tests.durability.browsing import Browser
from tests.durability.learner import Learner
from tests.serving import served

CLIENTS = 8


@pytest.mark.parametrize("crashes", [3, pytest.param(100, marks=pytest.mark.long)])
def test_no_acknowledged_answer_is_lost_or_stored_twice(tmp_path, now, crashes):
    rng, stop = random.Random(crashes), threading.Event()
    cluster = Cluster()
    cluster.start()
    try:
        with cluster.database() as url:
            settings = {"QUIZAPP_DATABASE": url, "QUIZAPP_TRUSTED_PROXIES": "1"}
            with served(tmp_path / "instance", **settings) as server:
                learners = [
                    Learner(Browser(server.port, f"10.0.0.{n}"), random.Random(n), stop)
                    for n in range(CLIENTS)
                ]
                with ThreadPoolExecutor(CLIENTS) as threads:
                    working = [threads.submit(learner.work) for learner in learners]
                    try:
                        for _ in range(crashes):
                            await_answers(learners)
                            time.sleep(rng.uniform(0.0, 0.5))
                            cluster.stop()
                            cluster.start()
                        await_answers(learners)
                    finally:
                        stop.set()
                    for one in working:
                        one.result(timeout=120)
                status, said = server.stop()
            responses = cluster.tell(ledger.RESPONSES, cluster.name_of(url))
            begun = cluster.tell(ledger.STARTS, cluster.name_of(url))
            with closing(open_store(make.config(tmp_path, url), now=now)) as store:
                chains = ledger.broken_chains(store)
    finally:
        cluster.remove()

    told = {
        name: [one for learner in learners for one in getattr(learner, name)]
        for name in ("acknowledged", "sent", "started")
    }
    assert [one for learner in learners for one in learner.surprises] == []
    assert len(told["acknowledged"]) >= CLIENTS * crashes
    assert ledger.differences(responses, begun, **told) == []
    assert chains == []
    assert status == 0, said


def await_answers(learners: list[Learner]) -> None:
    """Wait until every learner had an answer acknowledged once more."""
    before = [len(one.acknowledged) for one in learners]
    until = time.monotonic() + 60
    while any(len(one.acknowledged) <= n for one, n in zip(learners, before, strict=True)):
        assert time.monotonic() < until, "no answers are taken after a crash of the database"
        time.sleep(0.02)
