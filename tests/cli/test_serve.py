"""``quizapp serve``: one line, one port, a clean end."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from urllib.request import urlopen

import pytest

from quizapp import paths
from quizapp.clock import utc_now
from quizapp.core.people.roles import Role
from quizapp.services.run import open_store
from quizapp.store.learners import add_guest
from tests import make
from tests.people import account
from tests.serving import ADMIN, Server, environment, free_port, served


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


def test_it_says_how_the_first_admin_is_made_until_there_is_one(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        server.stop()
        first = server.admin
        with closing(open_store(make.config(tmp_path), now=utc_now())) as store:
            person = store.write(lambda session: account(session, utc_now(), role=Role.ADMIN))
        server.start()
        server.stop()

    assert first.startswith(f"{ADMIN}{server.url}/first-admin/")
    assert len(first.splitlines()) == 1
    assert person.id is not None
    assert server.admin == ""


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
        second = run_serve(**environment(tmp_path / "another", first.port))

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


def test_a_second_server_on_the_same_folder_is_refused_and_the_first_is_named(
    tmp_path: Path,
) -> None:
    with served(tmp_path / "instance") as first:
        second = run_serve(**environment(tmp_path / "instance", free_port()))
        holder = first.pid

    assert second.returncode == 1
    assert second.stdout == ""
    assert len(second.stderr.splitlines()) == 1
    assert f"process {holder}" in second.stderr
    assert "QUIZAPP_INSTANCE" in second.stderr


def test_a_server_waits_for_the_last_worker_of_one_that_was_killed(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as first:
        os.kill(first.pid, signal.SIGKILL)

        with served(tmp_path / "instance") as second:
            assert second.stop() == (0, "")


def test_the_folder_of_a_server_can_be_opened_and_written_beside_it(
    tmp_path: Path, now: datetime
) -> None:
    with served(tmp_path / "instance"):
        store = open_store(make.config(tmp_path), now=now)

        assert store.write(lambda session: add_guest(session, now=now)) == 1

        store.close()


def test_commands_that_need_no_database_run_beside_a_server(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        checked = subprocess.run(
            [sys.executable, "-m", "quizapp", "facts", "check"],
            cwd=paths.ROOT,
            env=environment(tmp_path / "instance", server.port),
            check=False,
            capture_output=True,
        )

    assert checked.returncode == 0


def test_when_it_is_told_to_stop_it_leaves_one_file_without_a_log(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        with urlopen(f"{server.url}/readyz", timeout=5):  # noqa: S310  # which writes
            pass
        status, _ = server.stop()

    assert status == 0
    assert [path.name for path in (tmp_path / "instance").glob("quizapp.db*")] == ["quizapp.db"]


def test_a_database_of_a_newer_quizapp_is_refused_in_one_line(
    tmp_path: Path, now: datetime
) -> None:
    open_store(make.config(tmp_path), now=now).close()
    with closing(sqlite3.connect(tmp_path / "instance" / "quizapp.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    refused = run_serve(**environment(tmp_path / "instance", free_port()))

    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "9999 of a newer quizapp" in refused.stderr


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


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_workers_that_die_are_replaced_while_the_server_goes_on(tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        first = _workers(server)
        for worker in first:
            os.kill(worker, signal.SIGKILL)
            _wait_until(lambda gone=worker: gone not in (now := _workers(server)) and len(now) == 2)
        _wait_until(lambda: _is_ready(server))

        status, said = server.stop()

    assert len(first) == 2
    assert (status, said.count("Unexpected exit")) == (0, 2)


def _workers(server: Server) -> list[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=", "-o", "ppid=", "-o", "stat="],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [
        int(pid) for pid, parent, state in rows if int(parent) == server.pid and state[0] != "Z"
    ]


def _is_ready(server: Server) -> bool:
    try:
        with urlopen(f"{server.url}/readyz", timeout=5) as answer:  # noqa: S310  # our own server
            return answer.status == 200
    except OSError:
        return False


def _wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.1)
