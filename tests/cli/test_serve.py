"""``quizapp serve``: one line, one port, a clean end."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from quizapp import paths
from tests.serving import Server, environment, free_port, served


def run_serve(**settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", "serve"],
        cwd=paths.ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_it_prints_the_address_once_it_serves_and_stops_when_told(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        with urlopen(f"{server.url}/healthz", timeout=5) as answer:  # noqa: S310
            body = answer.read()
        status, more = server.stop()

    assert body == b"ok\n"
    assert server.said == f"quizapp serves on {server.url}/ (Ctrl+C stops it)\n"
    assert (status, more) == (0, "")


def test_it_makes_a_folder_that_only_the_owner_may_open(tmp_path: Path) -> None:
    with served(tmp_path / "instance"):
        mode = (tmp_path / "instance").stat().st_mode & 0o777

    assert mode == 0o700


def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = run_serve(**environment(tmp_path / "instance", port))

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.startswith(f"Port {port} of 127.0.0.1 is taken.")
    assert len(refused.stderr.splitlines()) == 1


def test_a_second_server_does_not_share_the_port(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as first:
        second = run_serve(**environment(tmp_path / "instance", first.port))

    assert second.returncode == 1
    assert "is taken" in second.stderr


def test_a_wrong_setting_is_one_line_and_a_status_of_its_own(tmp_path: Path) -> None:
    refused = run_serve(**environment(tmp_path / "instance", free_port(), QUIZAPP_WORKERS="many"))

    assert refused.returncode == 78
    assert len(refused.stderr.splitlines()) == 1
    assert "QUIZAPP_WORKERS" in refused.stderr


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_that_is_not_here_is_named(tmp_path: Path, host: str) -> None:
    refused = run_serve(**environment(tmp_path / "instance", free_port(), QUIZAPP_HOST=host))

    assert refused.returncode == 78
    assert len(refused.stderr.splitlines()) == 1
    assert host in refused.stderr


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_no_worker_outlives_a_server_that_was_killed(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        os.kill(server.pid, signal.SIGKILL)
        server.wait()  # comes back only when the last worker has closed its output

        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", server.port), timeout=1)


def test_a_server_that_was_killed_starts_again(tmp_path: Path) -> None:
    server = Server(tmp_path / "instance")
    server.start()
    server.kill()

    server.start()

    assert server.stop() == (0, "")
