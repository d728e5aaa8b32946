"""P12: a learner's whole log replayed into memories, as ``quizapp memory rebuild`` does it.

Learners with logs of 10,000 to 1,000,000 responses in one database, over the same items of a
generated set, so that what grows is the log alone. There are more items than are kept in memory.
Each replay has a process of its own, whose peak is what is printed. Every log is replayed twice:
first nothing is kept yet and everything is written; then all is there, compared and left alone.
A million responses only with ``--long``; ``--ci`` stays at 20,000.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from bench.common.goals import Goal, say, say_machine
from bench.common.logs import FORMATS_ANSWERED, asked, store_items, store_log
from quizapp.cli.progress import Progress
from quizapp.clock import utc_now
from quizapp.core.items.generate import drawn
from quizapp.core.items.item import Item
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.memory import rebuild
from quizapp.services.run import Store, open_store
from quizapp.store.learners import LearnerId
from tests import make
from tests.row_set import write_row_set

#: Of the time of a response, the longest log beside the shortest: more is not linear.
_LINEAR: Final = 1.3
#: What a process may grow by from a long log to one ten times as long, MB.
_GROWTH: Final = 10
_FACTS: Final = 1_000
_ITEMS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Replayed:
    """What one replay took.

    Attributes:
        cpu, wall: seconds.
        before, peak: what the process held at most before it and at its end, MB.
    """

    responses: int
    memories: int
    changed: int
    cpu: float
    wall: float
    before: float
    peak: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ci", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--replay", nargs=2)
    chosen = parser.parse_args()
    if chosen.replay:
        folder, learner = chosen.replay
        print(json.dumps(asdict(replay(Path(folder), LearnerId(int(learner))))))
        return
    sizes = [2_000, 20_000] if chosen.ci else [10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), [*sizes, 1_000_000] if chosen.long else sizes)
    say_machine()


def measure(folder: Path, sizes: Sequence[int], *, items: int = _ITEMS) -> None:
    """Make logs of these sizes, the shortest first, replay each and print what it took."""
    learners = make_logs(folder, sizes, items=items)
    say_machine()
    for what in ("first time, all written", "again, nothing to change"):
        found = [_say(_in_its_own(folder, learners[size]), what) for size in sizes]
        first, last = found[0], found[-1]
        each = [one.cpu / one.responses * 1e6 for one in (first, last)]
        goal = Goal("P12", f"CPU a response at {sizes[-1]:,} / at {sizes[0]:,}", _LINEAR)
        say(goal, each[1] / each[0], f"{each[1]:.0f} / {each[0]:.0f} us; {what}")
        grown = last.peak - found[-2].peak
        goal = Goal("P12", f"peak grown from {sizes[-2]:,} to {sizes[-1]:,} / {_GROWTH} MB", 1)
        say(goal, grown / _GROWTH, f"{grown:.1f} MB; {what}")


def make_logs(folder: Path, sizes: Sequence[int], *, items: int) -> Mapping[int, LearnerId]:
    """Return by the length of the log the learners of an installation that is made in a folder."""
    shelf = Shelf(load_set(write_row_set(folder, _FACTS)), load_wording())
    pool = _items(shelf, items)
    ways = [asked(item) for item in pool]
    store = open_store(make.config(folder), now=utc_now())
    store.write(lambda session: store_items(session, shelf, pool))
    learners = {}
    for size in sizes:
        job = partial(store_log, shelf=shelf, pool=ways, responses=size)
        learners[size] = store.write(job)
    store.settle()
    store.close()
    return learners


def _items(shelf: Shelf, number: int) -> list[Item]:
    posed = chain.from_iterable(drawn(shelf.context, shelf.asks, draw=1))
    answered = (item for item in posed if item.format in FORMATS_ANSWERED)
    return list(islice(answered, number))


def replay(folder: Path, learner: LearnerId) -> Replayed:
    """Replay a log in this process; how far it has come is said on the way."""
    store = open_store(make.config(folder), now=utc_now())
    progress = Progress()
    held, begun, at = _peak(), time.process_time(), time.perf_counter()
    job = partial(rebuild, learner_id=learner, told=partial(progress.told, learner))
    found = store.write(job)
    cpu, wall = time.process_time() - begun, time.perf_counter() - at
    progress.over()
    _close(store)
    return Replayed(found.reviews, found.memories, found.changed, cpu, wall, held, _peak())


def _close(store: Store) -> None:
    store.settle()
    store.close()


def _in_its_own(folder: Path, learner: LearnerId) -> Replayed:
    command = [sys.executable, __file__, "--replay", str(folder), str(learner)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Replayed(**json.loads(said.stdout))


def _say(one: Replayed, what: str) -> Replayed:
    print(
        f"P12  {one.responses:9,} responses, {one.memories:,} memories, {one.changed:,} changed: "
        f"{one.cpu:.1f} s CPU ({one.cpu / one.responses * 1e6:.0f} us each), {one.wall:.1f} s; "
        f"peak {one.peak:.0f} MB, {one.peak - one.before:.0f} of it here; {what}",
        flush=True,
    )
    return one


def _peak() -> float:
    """Return the most MB that this process has held (Linux).

    Not ``ru_maxrss``: that begins with what the process held that started this one.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main()
