"""The slow and failing disk of these tests is slow and fails, in SQLite's own syncs too."""

import subprocess
import sys

from tests.durability.sync_shim import preloaded

#: Says how many of three commits, each synced, worked, and how long they took in microseconds.
COMMIT = """
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA synchronous = FULL")
database.execute("CREATE TABLE IF NOT EXISTS t (n)")
begun, worked = time.monotonic_ns(), 0
for number in range(3):
    try:
        database.execute("INSERT INTO t VALUES (?)", (number,))
        worked += 1
    except sqlite3.OperationalError:
        pass
print(worked, (time.monotonic_ns() - begun) // 1000)
"""


def commit(tmp_path, variables) -> tuple[int, int]:
    said = subprocess.run(
        [sys.executable, "-c", COMMIT, str(tmp_path / "file.db")],
        env=variables,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    worked, microseconds = map(int, said.split())
    return worked, microseconds


def test_every_sync_takes_as_much_longer_as_was_asked(sync_shim, tmp_path):
    worked, microseconds = commit(tmp_path, preloaded(sync_shim, microseconds=50_000))

    assert worked == 3
    assert microseconds >= 3 * 50_000  # a sleep never ends early


def test_while_the_file_is_there_every_sync_fails(sync_shim, tmp_path):
    marker = tmp_path / "failing"
    variables = preloaded(sync_shim, fails_while=marker)

    sound, _ = commit(tmp_path, variables)
    marker.touch()
    failing, _ = commit(tmp_path, variables)

    assert (sound, failing) == (3, 0)
