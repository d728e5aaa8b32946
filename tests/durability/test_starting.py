"""A start on a folder that takes nothing: one line, and no traceback. A stop loses nothing."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.services.run import open_store
from tests import make
from tests.durability import ledger
from tests.durability.sitting import sitting
from tests.durability.sync_shim import preloaded
from tests.serving import environment, free_port, served


def refused(instance: Path) -> str:
    """Return the one line with which a server gives up."""
    ended = subprocess.run(
        [sys.executable, "-m", "quizapp", "serve"],
        cwd=paths.ROOT,
        env=environment(instance, free_port()),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode in (1, 78)
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    return ended.stderr


@pytest.mark.parametrize(
    ("left", "used_before"),
    [(0, False), (20_000, False), (100_000, False), (0, True), (20_000, True)],
)
def test_on_a_full_disk_it_does_not_start(small_disk, tmp_path, now, left, used_before):
    if used_before:
        open_store(make.config(tmp_path), now=now).close()
    small_disk.fill(leave=left)

    assert str(tmp_path / "instance") in refused(tmp_path / "instance")


@pytest.mark.parametrize("used_before", [False, True])
def test_in_a_read_only_folder_it_does_not_start(small_disk, tmp_path, now, used_before):
    instance = tmp_path / "instance"
    instance.mkdir()
    if used_before:
        open_store(make.config(tmp_path), now=now).close()

    with small_disk.read_only(instance):
        assert str(instance) in refused(instance)


def until_it_grows(log: Path, size: int) -> None:
    while log.stat().st_size <= size:
        threading.Event().wait(0.002)


def test_an_answer_under_way_is_stored_before_the_server_stops(sync_shim, tmp_path):
    instance = tmp_path / "instance"
    log = instance / "quizapp.db-wal"
    slow = preloaded(sync_shim, microseconds=500_000)
    with served(instance):
        pass  # what a first start syncs need not be slow
    with (
        served(instance, **slow) as server,
        sitting(server.port) as learner,
        ThreadPoolExecutor() as aside,
    ):
        size = log.stat().st_size
        answering = aside.submit(learner.answer)
        until_it_grows(log, size)  # written, and not yet synced

        os.kill(server.pid, signal.SIGTERM)

        assert answering.result(timeout=30).status == 303
        assert server.wait() == (0, "")
    told = {"acknowledged": learner.acknowledged, "sent": learner.sent, "started": []}
    assert ledger.faults(instance / "quizapp.db", **told) == []
    assert not log.exists()
