"""Several processes write one database, some are killed: nothing acknowledged is lost."""

import subprocess
import sys

import pytest
from sqlalchemy import select, text

from quizapp.services.run import open_store
from quizapp.store.buckets import BucketRecord
from tests import make

#: Stores one bucket after the other from four threads, and says so of each once it is safe.
WRITE = """
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.services.run import open_store
from quizapp.store.buckets import BucketRecord
name, most = sys.argv[1], int(sys.argv[2])
store = open_store(read_config(), now=utc_now())

def insert(digest, session):
    moment = utc_now()
    session.add(BucketRecord(digest=digest, level=1, counted_at=moment, full_at=moment))

def write(thread):
    for number in range(most):
        digest = f"{name}-{thread}-{number}"
        store.write(partial(insert, digest))
        os.write(1, f"{digest}\\n".encode())

with ThreadPoolExecutor(4) as threads:
    list(threads.map(write, range(4)))
"""


def writer(config, name: str, most: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITE, name, str(most)],
        env=make.environ(config),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=1,
    )


def stored(config, now) -> set[str]:
    store = open_store(config, now=now)
    found = store.read(lambda session: set(session.scalars(select(BucketRecord.digest))))
    if store.engine.dialect.name == "sqlite":
        assert store.read(lambda session: session.scalar(text("PRAGMA integrity_check"))) == "ok"
    store.close()
    return found


def test_processes_that_write_together_lose_nothing(config, now):
    writers = [writer(config, name, 25) for name in ("one", "two", "three")]

    said = [one.communicate(timeout=120) for one in writers]

    assert [error for _, error in said if error] == []
    acknowledged = {line for out, _ in said for line in out.split()}
    assert stored(config, now) == acknowledged
    assert len(acknowledged) == 3 * 4 * 25


@pytest.mark.parametrize("after", [1, 60, 200])
def test_what_a_killed_process_acknowledged_is_there(config, now, after):
    killed, other = writer(config, "killed", 100_000), writer(config, "other", 50)
    acknowledged = [killed.stdout.readline().strip() for _ in range(after)]

    killed.kill()

    rest, _ = killed.communicate(timeout=60)
    acknowledged += [line for line in rest.split("\n")[:-1] if line]
    out, error = other.communicate(timeout=120)
    assert error == ""
    assert set(acknowledged) | set(out.split()) <= stored(config, now)
    assert len(out.split()) == 4 * 50
