"""P8: making items, proof included: what one costs, whatever the size of the set.

Sets of rows of declared relations, of 1,000 to 100,000 facts, a slot each. Items are drawn as for
a quiz: slots by chance, kinds in turn. Sizes that are compared are measured in turn in one process;
what a set takes to compile and to hold, in a fresh process for each. With ``--ci`` the largest set
has 10,000 facts, with ``--long`` a million items are made one after the other.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain, count, islice
from pathlib import Path

from bench.common.goals import Goal, say, say_machine
from bench.common.sides import best_cpu
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import drawn, items
from quizapp.core.items.item import Item
from quizapp.core.items.kinds.forward import Forward
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from tests.row_set import write_row_set

_SMALLEST = 1_000
_ASKS = 60
_LARGER = Goal("P8", "an item at {} facts / at 1k facts, CPU", 1.3)
_NEXT = Goal("P8", "next item at {} facts / at 1k facts, CPU", 1.3)
_STATUS = Goal("P8", "status at {} facts / at 1k facts, CPU", 1.3)
_SIMPLE = Goal("P8", "an item of a simple kind (forward) / 40 us", 1.0)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What compiling one set took.

    Attributes:
        compiled, indexed: CPU seconds to read it, and until the first quiz could be drawn.
        first: CPU seconds of the first item of a draw after that.
        held: MB that the process grew by.
    """

    facts: int
    compiled: float
    indexed: float
    first: float
    held: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ci", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--compile", type=int)
    chosen = parser.parse_args()
    if chosen.compile:
        print(json.dumps(asdict(_compile(chosen.compile))))
        return
    sizes = [_SMALLEST, 10_000] if chosen.ci else [_SMALLEST, 10_000, 100_000]
    _say_compiling(sizes)
    _say_sizes([_SMALLEST, sizes[-1]])
    _say_many([2_000, 6_000] if chosen.ci else [10_000, 1_000_000 if chosen.long else 40_000])
    say_machine()


# --- compiling ---


def _say_compiling(sizes: list[int]) -> None:
    for size in sizes:
        command = [sys.executable, __file__, "--compile", str(size)]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        made = Compiled(**json.loads(said.stdout))
        print(
            f"P8   {made.facts:7,} facts: compiled in {made.compiled:.2f} s "
            f"({made.compiled / made.facts * 1e6:.0f} us a fact), indexed in {made.indexed:.2f} s; "
            f"first item in {made.first * 1e3:.1f} ms; {made.held:.0f} MB "
            f"({made.held / made.facts * 1e3:.1f} kB a fact)",
            flush=True,
        )


def _compile(size: int) -> Compiled:
    wording = load_wording()
    with tempfile.TemporaryDirectory() as folder:
        path = write_row_set(Path(folder), size)
        gc.collect()
        before, begun = _resident(), time.process_time()
        bank = load_set(path)
    read = time.process_time()
    shelf = Shelf(bank, wording)
    shelf.warm()
    ready = time.process_time()
    next(_posed(shelf, draw=1))
    first = time.process_time()
    gc.collect()
    return Compiled(
        len(bank.atoms), read - begun, ready - read, first - ready, _resident() - before
    )


def _resident() -> float:
    """Return the MB that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


# --- items of small and large sets ---


def _posed(shelf: Shelf, *, draw: int) -> Iterator[tuple[Item, ...]]:
    """Yield the items of one ask after the other, where it has any."""
    return (posed for posed in drawn(shelf.context, shelf.asks, draw=draw) if posed)


def _say_sizes(sizes: list[int]) -> None:
    shelves = {size: _shelf(size) for size in sizes}
    gc.collect()
    gc.freeze()  # as a server does once its sets are read: what stays is not swept again
    large = f"{sizes[-1] // 1000}k"
    counts = {
        size: sum(map(len, islice(_posed(one, draw=0), _ASKS))) for size, one in shelves.items()
    }
    best = best_cpu(
        {str(size): _Drawing(shelf) for size, shelf in shelves.items()}, calls=1, rounds=5
    )
    each = {size: best[str(size)] / counts[size] for size in sizes}
    say(_named(_LARGER, large), each[sizes[-1]] / each[sizes[0]], _both(each, "us an item"))
    asks = {size: best[str(size)] / _ASKS for size in sizes}
    say(_named(_NEXT, large), asks[sizes[-1]] / asks[sizes[0]], _both(asks, "us a slot of items"))
    calls = {str(size): _Status(shelf) for size, shelf in shelves.items()}
    best = best_cpu(calls, calls=1, rounds=5)
    status = {size: best[str(size)] / _Status.CALLS for size in sizes}
    detail = f"{_both(status, 'us')}; {1 / status[sizes[-1]]:,.0f} a second at {large}"
    say(_named(_STATUS, large), status[sizes[-1]] / status[sizes[0]], detail)
    simple = _Drawing(shelves[sizes[0]], Asks(shelves[sizes[0]].context, [Forward()]))
    made = simple()
    cpu = best_cpu({"simple": simple}, calls=1, rounds=5)["simple"] / made
    say(_SIMPLE, cpu / 40e-6, f"{cpu * 1e6:.0f} us")


def _shelf(size: int) -> Shelf:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(load_set(write_row_set(Path(folder), size)), load_wording())
    shelf.context, shelf.asks  # noqa: B018 - made now
    for _ in islice(_posed(shelf, draw=0), _ASKS):
        pass
    return shelf


class _Drawing:
    """Makes the items of some asks, each time others."""

    def __init__(self, shelf: Shelf, asks: Asks | None = None) -> None:
        self._context = shelf.context
        self._asks = asks or shelf.asks
        self._draw = 0

    def __call__(self) -> int:
        self._draw += 1
        posed = drawn(self._context, self._asks, draw=self._draw)
        return sum(map(len, islice((one for one in posed if one), _ASKS)))


class _Status:
    """Asks the kernel about rows that are stated, refuted and open."""

    CALLS = 3_000

    def __init__(self, shelf: Shelf) -> None:
        self._kernel = shelf.context.kernel
        people = [one.id for one in shelf.bank.of(Section.PEOPLE)]
        lands = [one.id for one in shelf.bank.of(Section.PLACES) if one.kind == "land"]
        step = max(1, len(lands) // 1_000)
        self._claims = [
            Claim("ruler", land, people[(place * 7 + shift) % len(people)])
            for place, land in enumerate(lands[::step][:300])
            for shift in range(10)
        ]

    def __call__(self) -> None:
        for claim in self._claims:
            self._kernel.status(claim)


def _named(goal: Goal, size: str) -> Goal:
    return Goal(goal.name, goal.what.format(size), goal.limit)


def _both(seconds: dict[int, float], unit: str) -> str:
    small, large = seconds.values()
    return f"{large * 1e6:.1f} / {small * 1e6:.1f} {unit}"


# --- many items one after the other ---


def _say_many(counts: list[int]) -> None:
    few, many = counts
    with tempfile.TemporaryDirectory() as folder:
        bank = load_set(write_row_set(Path(folder), min(many // 3, 100_000)))
    wording = load_wording()
    late = _stream(Shelf(bank, wording))
    _take(late, few)
    held = _resident()
    _take(late, many - few)
    grown = _resident() - held
    early = _stream(Shelf(bank, wording))
    _take(early, few)
    window = few // 10
    best = best_cpu(
        {"early": lambda: _take(early, window), "late": lambda: _take(late, window)},
        calls=1,
        rounds=5,
    )
    each = {name: cpu / window for name, cpu in best.items()}
    later = Goal("P8", f"an item after {many:,} / after {few:,}, CPU", 1.1)
    detail = f"{each['late'] * 1e6:.0f} / {each['early'] * 1e6:.0f} us"
    say(later, each["late"] / each["early"], detail)
    memory = Goal("P8", f"memory grown from {few:,} to {many:,} / 10 MB", 1)
    say(memory, grown / 10, f"{grown:.1f} MB")


def _stream(shelf: Shelf) -> Iterator[Item]:
    """Yield items of a simple kind, with other chances when all were made."""
    made = (items(shelf.context, seed=n, kinds=[Forward()]) for n in count())
    return chain.from_iterable(made)


def _take(stream: Iterator[Item], number: int) -> None:
    for _ in islice(stream, number):
        pass


if __name__ == "__main__":
    main()
