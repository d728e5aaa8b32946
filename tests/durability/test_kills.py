"""The server is killed again and again under load: nothing acknowledged is lost or there twice."""

import random
import sqlite3
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.services.run import open_store
from tests import make
from tests.durability import ledger
from tests.durability.browsing import Browser
from tests.durability.learner import Learner, Sent
from tests.serving import Server

CLIENTS = 16

#: Without triggers, keys and uniqueness, so that the tables take what they otherwise refuse.
BARE = """
    CREATE TABLE bare_responses AS SELECT * FROM responses;
    CREATE TABLE bare_attempts AS SELECT * FROM attempts;
    DROP TABLE responses;
    DROP TABLE attempts;
    ALTER TABLE bare_responses RENAME TO responses;
    ALTER TABLE bare_attempts RENAME TO attempts;
"""


@dataclass(frozen=True, slots=True)
class Season:
    """What came of many kills.

    Attributes:
        database: as the last kill left it, and one more start.
    """

    database: Path
    learners: tuple[Learner, ...]

    @property
    def told(self) -> dict[str, list[Sent] | list[str]]:
        return {
            name: [one for learner in self.learners for one in getattr(learner, name)]
            for name in ("acknowledged", "sent", "started")
        }


def endure(folder: Path, kills: int, seed: int) -> Season:
    """Kill a server that many times under its learners, each time after some random answers."""
    rng, stop = random.Random(seed), threading.Event()
    server = Server(folder / "instance", QUIZAPP_TRUSTED_PROXIES="1", QUIZAPP_WORKERS="2")
    server.start()
    learners = tuple(
        Learner(Browser(server.port, f"10.0.0.{number}"), random.Random(rng.random()), stop)
        for number in range(CLIENTS)
    )
    with ThreadPoolExecutor(CLIENTS) as threads:
        working = [threads.submit(learner.work) for learner in learners]
        try:
            for _ in range(kills):
                _wait_for(learners, each=0, together=rng.randint(0, 60))
                time.sleep(rng.uniform(0, 0.05))  # anywhere in what it does just then
                server.kill()
                server.start()
            _wait_for(learners, each=1, together=0)
        finally:
            stop.set()
            _end(working)
            server.kill()
    return Season(folder / "instance" / "quizapp.db", learners)


def _wait_for(learners: tuple[Learner, ...], *, each: int, together: int) -> None:
    """Return when so many more answers were acknowledged."""
    before = [len(one.acknowledged) for one in learners]
    until = time.monotonic() + 120
    while True:
        more = [len(one.acknowledged) - had for one, had in zip(learners, before, strict=True)]
        if min(more) >= each and sum(more) >= together:
            return
        assert time.monotonic() < until, "the server takes no answers"
        time.sleep(0.01)


def _end(working: list[Future[None]]) -> None:
    for one in working:
        one.result(timeout=120)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    """A few kills, for the tests of the check itself."""
    return endure(tmp_path_factory.mktemp("season"), kills=1, seed=1)


@pytest.mark.parametrize("kills", [15, pytest.param(200, marks=pytest.mark.long)])
def test_no_acknowledged_answer_is_lost_or_stored_twice(tmp_path, now, kills):
    seed = random.SystemRandom().getrandbits(32)
    print(f"seed {seed}")

    season = endure(tmp_path, kills, seed)

    assert [one for learner in season.learners for one in learner.surprises] == []
    assert len(season.told["acknowledged"]) > 10 * kills
    assert ledger.faults(season.database, **season.told) == []
    store = open_store(make.config(tmp_path), now=now)
    assert ledger.broken_chains(store) == []
    store.close()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM responses WHERE submission_key = :key", "was acknowledged"),
        ("INSERT INTO responses SELECT * FROM responses WHERE submission_key = :key", "2 times"),
        ("UPDATE responses SET response = '[\"no\"]' WHERE submission_key = :key", "acknowledged"),
        ("UPDATE responses SET submission_key = 'x' WHERE submission_key = :key", "never sent"),
        ("DELETE FROM attempts WHERE start_key = :start", "stored 0 times"),
    ],
)
def test_the_check_sees_what_a_server_could_do_wrong(season, tmp_path, damage, said):
    database, told = tmp_path / "copy.db", season.told
    with closing(sqlite3.connect(season.database)) as whole:
        whole.execute("VACUUM INTO ?", (str(database),))
    with closing(sqlite3.connect(database)) as copy:
        copy.executescript(BARE)
        before = ledger.faults(database, **told)
        one, start = told["acknowledged"][7], told["started"][0]
        copy.execute(damage, {"key": one.submission_key, "start": start})
        copy.commit()

    assert before == []
    assert any(said in fault for fault in ledger.faults(database, **told))
