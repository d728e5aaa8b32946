"""The lock files pin what pyproject.toml asks for, by hash, from nowhere in particular."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.architecture.project import ROOT

#: What Anki needs is by itself: it is measured beside us, in an environment of its own.
ANKI = "requirements-anki.txt"
LOCKS = ("requirements.txt", "requirements-dev.txt", ANKI)
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text("utf-8")
    return {canonical(pin["name"]): pin["version"] for pin in PIN.finditer(text)}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(lock: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = project["project"]["dependencies"]
    if lock == ANKI:
        needed = project["dependency-groups"]["anki"]
    if lock == "requirements-dev.txt":
        needed = [*needed, *project["dependency-groups"]["dev"]]
    return [Requirement(one) for one in needed]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_all_that_is_asked_for(lock: str) -> None:
    pinned = pins(lock)

    for needed in asked_for(lock):
        assert needed.specifier.contains(pinned[canonical(needed.name)]), needed


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_file_is_a_pin_with_hashes(lock: str) -> None:
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)

    for entry in text.replace("\\\n", " ").splitlines():
        assert PIN.match(entry), entry
        assert HASH.search(entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_host(lock: str) -> None:
    assert not re.search(r"https?:|file:|--index|--find-links", (ROOT / lock).read_text("utf-8"))


def test_anki_is_in_no_environment_of_ours() -> None:
    assert "anki" in pins(ANKI)
    assert not {"anki"} & (pins("requirements.txt") | pins("requirements-dev.txt")).keys()


def test_tests_run_on_the_very_versions_that_serve() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
