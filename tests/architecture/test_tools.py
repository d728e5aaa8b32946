"""The scripts of the Makefile say what to type where something is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT


@pytest.fixture
def machine(tmp_path: Path) -> "Machine":
    return Machine(tmp_path)


class Machine:
    """A search path with nothing on it but what a test installs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.install("id", "echo 1000")

    def install(self, name: str, script: str) -> Path:
        """Make a command of that name; returns its path."""
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    def python(self, name: str, version: str, *, venv: bool = True) -> Path:
        """Make an interpreter: of a version, able to make environments or not."""
        old = version in {"2.7", "3.9"}
        return self.install(
            name,
            f'case "$2" in *print*) echo {version};; *exit*) exit {int(old)};; '
            f"*ensurepip*) exit {int(not venv)};; esac",
        )

    def run(self, tool: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a script of ``tools/`` on this machine."""
        return subprocess.run(
            [ROOT / "tools" / tool],
            env={"PATH": str(self.folder), **settings},
            capture_output=True,
            text=True,
            check=False,
        )


def test_the_python_of_the_machine_is_taken(machine: Machine) -> None:
    python = machine.python("python3", "3.11")

    assert machine.run("find-python").stdout == f"{python}\n"


def test_a_newer_python_beside_an_old_python3_is_taken(machine: Machine) -> None:
    machine.python("python3", "3.9")
    newer = machine.python("python3.12", "3.12")

    assert machine.run("find-python").stdout == f"{newer}\n"


def test_a_python_with_venv_is_taken_before_one_without(machine: Machine) -> None:
    machine.python("python3", "3.13", venv=False)
    complete = machine.python("python3.11", "3.11")

    assert machine.run("find-python").stdout == f"{complete}\n"


def test_the_python_that_is_named_is_taken(machine: Machine) -> None:
    machine.python("python3", "3.11")
    named = machine.python("mine", "3.12")

    assert machine.run("find-python", PYTHON=str(named)).stdout == f"{named}\n"


def test_what_is_named_may_have_a_space_in_its_name(machine: Machine) -> None:
    python = machine.python("my python", "3.12")
    browser = machine.install("Google Chrome", "")

    assert machine.run("find-python", PYTHON=str(python)).stdout == f"{python}\n"
    assert machine.run("find-chromium", CHROMIUM=str(browser)).stdout == f"{browser}\n"


def test_where_python_is_too_old_one_reads_what_to_type(machine: Machine) -> None:
    machine.python("python3", "3.9")
    machine.python("python", "2.7")

    asked = machine.run("find-python")

    assert asked.returncode == 1
    assert asked.stdout == ""
    assert "needs Python 3.11 or newer; found: python3 is 3.9; python is 2.7;" in asked.stderr
    assert "apt-get install python3 python3-venv" in asked.stderr
    assert "brew install python3" in asked.stderr


def test_where_there_is_no_python_one_reads_what_to_type(machine: Machine) -> None:
    asked = machine.run("find-python")

    assert asked.returncode == 1
    assert "found: none" in asked.stderr


def test_where_venv_is_missing_one_reads_what_to_type(machine: Machine) -> None:
    machine.python("python3", "3.11", venv=False)

    asked = machine.run("find-python")

    assert asked.returncode == 1
    assert "apt-get install python3.11-venv" in asked.stderr


def test_the_real_python_of_this_run_would_do() -> None:
    found = subprocess.run(
        [ROOT / "tools" / "find-python"],
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stdout.strip() == sys.executable


def test_the_chromium_of_the_machine_is_taken(machine: Machine) -> None:
    browser = machine.install("chromium", "")

    assert machine.run("find-chromium").stdout == f"{browser}\n"


def test_without_chromium_one_reads_how_to_get_it_and_goes_on(machine: Machine) -> None:
    asked = machine.run("find-chromium")

    assert asked.returncode == 0
    assert asked.stdout == ""
    assert "apt-get install chromium" in asked.stderr


def test_without_chromium_an_automatic_run_fails(machine: Machine) -> None:
    assert machine.run("find-chromium", CI="true").returncode == 1


def test_root_on_debian_gets_chromium_installed(machine: Machine) -> None:
    machine.install("id", "echo 0")
    browser = machine.folder / "chromium"
    machine.install(
        "apt-get",
        f'[ "$1" = update ] || {{ : >{browser}; /bin/chmod 755 {browser}; }}; echo working',
    )

    assert machine.run("find-chromium").stdout == f"{browser}\n"


def test_chromium_is_not_installed_by_others(machine: Machine) -> None:
    machine.install("apt-get", "exit 1")

    assert "Installing" not in machine.run("find-chromium").stderr


def test_the_postgresql_that_is_named_is_taken(machine: Machine) -> None:
    for program in ("initdb", "postgres"):
        machine.install(program, "")

    found = machine.run("find-postgres", POSTGRES_BIN=str(machine.folder))

    assert found.stdout == f"{machine.folder}\n"


def test_without_postgresql_one_reads_how_to_get_it_and_goes_on(machine: Machine) -> None:
    asked = machine.run("find-postgres", POSTGRES_BIN="/nowhere")

    assert asked.returncode == 0
    assert asked.stdout == ""
    assert "apt-get install postgresql" in asked.stderr


def test_without_postgresql_an_automatic_run_fails(machine: Machine) -> None:
    assert machine.run("find-postgres", POSTGRES_BIN="/nowhere", CI="true").returncode == 1
