"""A throw-away PostgreSQL server for the tests, reached by a socket in its own folder.

It is run as somebody without rights, since it refuses root, and dies with the tests.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
import pytest

_PATIENCE = 30.0
_NOBODY = "nobody"


def programs() -> Path:
    """Return the folder of PostgreSQL's programs; skip the test, or fail, where there is none."""
    if named := os.environ.get("POSTGRES_BIN"):
        return Path(named)
    listed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    on_path = shutil.which("initdb")
    found = listed[-1:] or [Path(on_path).parent for on_path in [on_path] if on_path]
    if not found:
        missing = "there is no PostgreSQL here: tools/find-postgres says how to get one"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    return found[0]


class Cluster:
    """A server with databases of its own; may be killed and started again.

    Args:
        more: settings beside those that make it quiet and small.
    """

    def __init__(self, **more: str) -> None:
        self._programs = programs()
        # Not below pytest's own folder, which only its owner may enter.
        self._folder = Path(tempfile.mkdtemp(prefix="quizapp-postgres-"))
        self._settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._folder),
            "log_min_messages": "fatal",
            "max_connections": "100",
            **more,
        }
        self._numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            shutil.chown(self._folder, _NOBODY)
        data = str(self._folder / "data")
        self._run(
            "initdb",
            "-D",
            data,
            "-U",
            "quizapp",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        )

    def url(self, database: str, **more: str) -> str:
        """Return the address of a database, as a setting has it."""
        parts = {"host": str(self._folder), **more}
        query = "&".join(f"{name}={quote(value, safe='/')}" for name, value in parts.items())
        return f"postgresql://quizapp@/{database}?{query}"

    @staticmethod
    def name_of(url: str) -> str:
        """Return the name of the database at an address."""
        return urlsplit(url).path.strip("/")

    def start(self) -> None:
        """Start it, and come back when it answers."""
        settings = [f"--{name}={value}" for name, value in self._settings.items()]
        server = [str(self._programs / "postgres"), "-D", str(self._folder / "data"), *settings]
        # Where that can be had, it dies with this process, however this process dies.
        dying = ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*dying, *server],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self._somebody(),
            )
        started = time.monotonic()
        while not self._answers():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() - started < _PATIENCE, (self._folder / "log").read_text()
            time.sleep(0.01)

    def stop(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """End it: SIGQUIT at once, as a crash does; SIGINT in good order."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(_PATIENCE)
            self._process = None

    def remove(self) -> None:
        """End it and delete all it had."""
        self.stop()
        shutil.rmtree(self._folder)

    def tell(self, command: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a command as the administrator."""
        address = self.url(database)
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            done = connection.execute(command)
            return done.fetchall() if done.description else []

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """A database that is there until the end of the block; give its address."""
        name = f"quizapp_{next(self._numbers)}"
        self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self.url(name)
        self.tell(f"DROP DATABASE {name} WITH (FORCE)")

    def _answers(self) -> bool:
        try:
            self.tell("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            capture_output=True,
            text=True,
            check=False,
            **self._somebody(),
        )
        assert done.returncode == 0, done.stderr

    def _somebody(self) -> dict[str, object]:
        plain = {"PATH": os.environ["PATH"], "TZ": "UTC"}
        common: dict[str, object] = {"cwd": self._folder, "env": plain}
        if os.geteuid() != 0:
            return common
        return {**common, "user": _NOBODY, "extra_groups": []}
