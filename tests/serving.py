"""The real server as a process of its own, on a free port, for tests that need one."""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from quizapp import paths

_PATIENCE = 30.0
#: How the line begins that has the link of the first admin.
ADMIN = "Nobody runs it yet. Become its admin at "


def free_port() -> int:
    """Return a port that nobody has at the moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@cache
def questions() -> Path:
    """Return a folder of the bundled sets but the large ones.

    A server counts the items of a large set behind its first pages, for a minute: it would take the
    time of the tests, which ask for none of them.
    """
    kept = TemporaryDirectory(prefix="questions-")
    atexit.register(kept.cleanup)
    folder = Path(kept.name) / "questions"
    folder.mkdir()
    shutil.copytree(paths.ROOT / "seeds", folder.parent / "seeds")
    for path in paths.QUESTIONS.glob("*.yaml"):
        if "{rows: " not in path.read_text(encoding="utf-8"):
            shutil.copy(path, folder)
    return folder


def environment(instance: Path, port: int, *, small: bool = True, **more: str) -> dict[str, str]:
    """Return the environment of this process with the settings of an installation.

    Args:
        small: whether it has the small sets only, or those that it comes with.
    """
    ours = {"QUIZAPP_INSTANCE": str(instance), "QUIZAPP_PORT": str(port)}
    if small:
        ours["QUIZAPP_QUESTIONS"] = str(questions())
    return {name: v for name, v in os.environ.items() if "QUIZAPP_" not in name} | ours | more


class Server:
    """``quizapp serve`` on an instance folder; may be killed and started again.

    Args:
        python: the interpreter of the environment that serves.
        cwd: the folder that it is started from.
        small: as of ``environment``.
        more: further settings.
    """

    def __init__(
        self,
        instance: Path,
        *,
        python: str = sys.executable,
        cwd: Path = paths.ROOT,
        small: bool = True,
        **more: str,
    ) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = ""
        self.admin = ""
        self._instance = instance
        self._python = python
        self._cwd = cwd
        self._small = small
        self._more = more
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, and come back when it has said that it serves."""
        self._process = subprocess.Popen(
            [self._python, "-m", "quizapp", "serve", "--patterns"],
            cwd=self._cwd,
            env=environment(self._instance, self.port, small=self._small, **self._more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self.said = self._process.stdout.readline()
        assert self.url in self.said, self.said + self._process.stdout.read()
        # Somebody must read on: a server that complains a lot would wait for its full pipe.
        self._rest = ""
        self._listener = threading.Thread(target=self._listen, args=(self._process.stdout,))
        self._listener.start()

    def kill(self) -> None:
        """Pull the plug: every process of it dies at once, unasked."""
        os.killpg(self.pid, signal.SIGKILL)
        self.wait()

    def stop(self) -> tuple[int, str]:
        """Ask it to stop; return its exit status and what it said after its first line."""
        os.kill(self.pid, signal.SIGTERM)
        return self.wait()

    @property
    def pid(self) -> int:
        """Of the process that was started; the workers are its children."""
        return self._running.pid

    def wait(self) -> tuple[int, str]:
        """Wait for its end; return its exit status and what it said after its first line."""
        status = self._running.wait(timeout=_PATIENCE)
        self._listener.join(_PATIENCE)
        assert not self._listener.is_alive(), "somebody outlives the server"
        self._process = None
        return status, self._rest

    def _listen(self, output: TextIO) -> None:
        with output:
            lines = output.readlines()
        #: How the first admin is made is said at every start of the tests: nobody runs them.
        self.admin = "".join(one for one in lines if one.startswith(ADMIN))
        self._rest = "".join(one for one in lines if not one.startswith(ADMIN))

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def _running(self) -> subprocess.Popen[str]:
        assert self._process is not None, "the server does not run"
        return self._process


@contextmanager
def served(
    instance: Path,
    *,
    python: str = sys.executable,
    cwd: Path = paths.ROOT,
    small: bool = True,
    **more: str,
) -> Iterator[Server]:
    """A server that runs until the end of the block."""
    server = Server(instance, python=python, cwd=cwd, small=small, **more)
    server.start()
    try:
        yield server
    finally:
        if server.is_running:
            server.kill()
