"""Fresh processes as sides of a measurement: what they and their children cost, what they hold."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


def say_cpu() -> None:
    """Print the CPU seconds of this process until now, children that ended included.

    A side calls it as its last act: how long the interpreter takes to end is nobody's wait.
    """
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(sum(one.ru_utime + one.ru_stime for one in used))


def cpu_of(command: Sequence[str], bytecode: Path) -> float:
    """Return the CPU seconds, user and system, of a process from exec to its ``say_cpu``.

    Args:
        command: what follows ``python``.
        bytecode: the folder of compiled modules; without one every start would compile them anew,
            which an installation does once.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    said = subprocess.run(
        [sys.executable, *command], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return float(said.stdout)


def best_process_cpu(sides: Mapping[str, Sequence[str]], *, rounds: int) -> dict[str, float]:
    """Return the CPU seconds of each command in its best round; the commands take turns."""
    best = dict.fromkeys(sides, float("inf"))
    with tempfile.TemporaryDirectory() as folder:
        for command in sides.values():
            cpu_of(command, Path(folder))
        for _ in range(rounds):
            for name, command in sides.items():
                best[name] = min(best[name], cpu_of(command, Path(folder)))
    return best


def children_of(pid: int) -> list[int]:
    """Return the living children of a process (Linux)."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def memory_of(pid: int) -> dict[str, float]:
    """Return ``Rss`` and ``Pss`` of a process in MB of 1,000,000 bytes (Linux)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    found = (line.split() for line in lines if line.startswith(("Rss:", "Pss:")))
    return {name.rstrip(":"): int(kilobytes) * 1024 / 1e6 for name, kilobytes, _ in found}
