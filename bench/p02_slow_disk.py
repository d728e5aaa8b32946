"""P2: answers on a slow disk, where each sync takes 2 ms longer, beside one commit an answer."""

import tempfile
from pathlib import Path

from bench.common.answers import ready
from bench.common.goals import Goal, say, say_machine
from bench.common.servers import best_loads, require_wrk, write_answers
from tests.durability.sync_shim import build, missing, preloaded

RATE = Goal("P2", "answers a second, syncs 2 ms slower: ours / floor", 3, least=True)
P99 = Goal("P2", "99th percentile, syncs 2 ms slower: ours / floor", 0.2)
SLOWER = 2_000  # microseconds
ROUNDS = 3
SECONDS = 3


def main() -> None:
    require_wrk()
    if reason := missing():
        raise SystemExit(f"The slow disk cannot be had: {reason}")
    say_machine()
    with tempfile.TemporaryDirectory() as folder:
        folders = {name: Path(folder) / name for name in ("ours", "floor")}
        answers = {name: ready(place) for name, place in folders.items()}
        files = write_answers(answers, Path(folder))
        slow = preloaded(build(Path(folder)), microseconds=SLOWER)
        best = best_loads(folders, files, rounds=ROUNDS, seconds=SECONDS, **slow)
    mine, bare = best["ours"], best["floor"]
    say(RATE, mine.rate / bare.rate, f"{mine.rate:.0f} / {bare.rate:.0f} a second")
    say(P99, mine.p99 / bare.p99, f"{mine.p99 * 1e3:.1f} / {bare.p99 * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
