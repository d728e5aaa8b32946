"""Goals and how a figure is said beside its goal.

Only ratios inside one run mean anything: absolute times drift with the machine and its load, so
every figure is ours divided by a floor or a peer that ran beside it.
"""

import os
import platform
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_PROBES = 50


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio is to be.

    Attributes:
        name: as in the table of goals, ``P6``.
        what: ours and the other side, ``question page / Flask hello, CPU``.
        limit: the ratio that is still good.
        least: whether the ratio must be at least the limit; else it must be at most that.
    """

    name: str
    what: str
    limit: float
    least: bool = False

    def is_met_by(self, ratio: float) -> bool:
        """Return whether a ratio is good enough."""
        return ratio >= self.limit if self.least else ratio <= self.limit


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step took, in seconds."""

    cpu: float
    wall: float

    def __add__(self, other: "Cost") -> "Cost":
        """Return the cost of both."""
        return Cost(self.cpu + other.cpu, self.wall + other.wall)


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the medians."""
    return Cost(median(one.cpu for one in costs), median(one.wall for one in costs))


def say(goal: Goal, ratio: float, detail: str) -> None:
    """Print a figure beside its goal; ``detail`` gives both sides in their unit."""
    sign = ">=" if goal.least else "<="
    verdict = "met" if goal.is_met_by(ratio) else "MISSED"
    print(
        f"{goal.name:4} {goal.what:58} {ratio:8.3f}  goal {sign} {goal.limit:<6g} {verdict:7}"
        f" {detail}",
        flush=True,
    )


def say_machine() -> None:
    """Print what the figures depend on: the load, how long the disk takes, the versions."""
    loads = " ".join(f"{load:.2f}" for load in os.getloadavg())
    print(
        f"-- load {loads}, fsync {fsync_seconds() * 1e6:.0f} us, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        flush=True,
    )


def fsync_seconds(folder: str | None = None) -> float:
    """Return the median time of writing and syncing 4 kB, in a folder on the disk measured."""
    times = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(_PROBES):
            file.write(b"x" * 4096)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - begun)
    return median(times)
