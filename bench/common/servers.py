"""Servers under load: ours and the floor behind the same kind of server, and wrk in front."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.common.answers import Ready
from bench.common.floor import DATABASE
from tests.serving import environment, free_port

CLIENTS = 16
_FLOOR = """
from granian.constants import Interfaces
from granian.server import Server
Server("bench.common.floor:app", factory=True, address="127.0.0.1", port={port},
       interface=Interfaces.WSGI, workers=2, blocking_threads=8, log_enabled=False).serve()
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What came of a load.

    Attributes:
        rate: answers a second.
        p99: the time that 99 of 100 answers took at most, in seconds.
    """

    rate: float
    p99: float


@contextmanager
def ours(folder: Path, **more: str) -> Iterator[int]:
    """Run ``quizapp serve`` on the installation of a folder; give its port."""
    port = free_port()
    command = [sys.executable, "-m", "quizapp", "serve"]
    with _running(command, port, environment(folder / "instance", port) | more):
        yield port


@contextmanager
def floor(folder: Path, **more: str) -> Iterator[int]:
    """Run the floor on the database of a folder, with as many workers and threads."""
    port = free_port()
    database = str(folder / "instance" / "quizapp.db")
    command = [sys.executable, "-c", _FLOOR.format(port=port)]
    with _running(command, port, {**os.environ, DATABASE: database} | more):
        yield port


@contextmanager
def _running(command: list[str], port: int, settings: Mapping[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            assert process.poll() is None, f"{command} ended"
            try:
                urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
                break
            except URLError:
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


def write_answers(answers: Mapping[str, list[Ready]], folder: Path) -> dict[str, Path]:
    """Write the answers of each side as wrk reads them; return the files."""
    files = {}
    for name, found in answers.items():
        lines = (f"{one.url} {one.cookie} {one.showing_id} {one.response}\n" for one in found)
        files[name] = folder / f"{name}.txt"
        files[name].write_text("".join(lines), "utf-8")
    return files


def best_loads(
    folders: Mapping[str, Path],
    answers: Mapping[str, Path],
    *,
    rounds: int,
    seconds: float,
    **more: str,
) -> dict[str, Load]:
    """Return the load of ``ours`` and of the ``floor`` in its best round; they take turns.

    Args:
        more: variables of the environment of both servers.
    """
    best: dict[str, Load] = {}
    with ours(folders["ours"], **more) as our_port, floor(folders["floor"], **more) as bare_port:
        ports = {"ours": our_port, "floor": bare_port}
        for name, port in ports.items():
            load(port, answers[name], seconds=1)
        for _ in range(rounds):
            for name, port in ports.items():
                found = load(port, answers[name], seconds=seconds)
                best[name] = max(best.get(name, found), found, key=lambda one: one.rate)
    return best


def load(port: int, answers: Path, *, seconds: float) -> Load:
    """Send answers from 16 clients for some seconds.

    Raises:
        RuntimeError: an answer was not taken.
    """
    script = Path(__file__).with_name("load.lua")
    command = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds:g}s", "--timeout", "30s", "-s", script]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}"],
        env={**os.environ, "ANSWERS": str(answers)},
        capture_output=True,
        text=True,
        check=True,
    )
    line = next(one for one in said.stdout.splitlines() if one.startswith("FIGURES"))
    requests, microseconds, p99, refused = map(float, line.split()[1:])
    if refused or said.stderr:
        raise RuntimeError(f"{refused:.0f} answers were refused: {said.stderr[:200]}")
    return Load(requests / microseconds * 1e6, p99 / 1e6)


def require_wrk() -> None:
    """End the benchmark where wrk is not installed."""
    if shutil.which("wrk") is None:
        raise SystemExit("wrk sends the load and is not here: apt-get install wrk")
