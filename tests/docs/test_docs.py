"""What the documents name exists: files, links, commands, registers."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from quizapp.cli.commands import main
from quizapp.config import SETTINGS
from quizapp.core.diagnostics.register import DIAGNOSES
from quizapp.core.facts.shapes import ALL_SHAPES
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints import LINTS
from quizapp.core.responses import FORMATS
from tests.architecture.project import ROOT, named, project_files

PAGES = [path for path in project_files() if path.suffix == ".md" and "seeds" not in path.parts]
DECISIONS = [path for path in PAGES if re.match(r"\d{4}-", path.name)]
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"[\w.-]*(?:/[\w.*-]+)+/?|\w+\.(?:py|toml|md)")
TOP = {path.relative_to(ROOT).parts[0] for path in project_files()} | {
    path.relative_to(ROOT).parts[1]
    for path in project_files()
    if path.is_relative_to(ROOT / "quizapp")
}
CONSOLE = re.compile(r"^\$ (?P<command>[^#\n]+)", re.MULTILINE)
CALLS = sorted(
    {
        call["command"].strip()
        for page in PAGES
        for call in CONSOLE.finditer(page.read_text("utf-8"))
    }
)

every_page = pytest.mark.parametrize("page", PAGES, ids=named)


def places(page: Path) -> list[str]:
    """Return the paths of the project that a page names."""
    codes = CODE.findall(page.read_text("utf-8"))
    return [code for code in codes if PLACE.fullmatch(code) and code.split("/")[0] in TOP]


def exists(place: str) -> bool:
    return any(any(folder.glob(place.rstrip("/"))) for folder in (ROOT, ROOT / "quizapp"))


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    targets = [link["target"] for link in LINK.finditer(page.read_text("utf-8"))]

    assert not [target for target in targets if not (page.parent / target).exists()]


@every_page
def test_files_that_a_page_names_exist(page: Path) -> None:
    made_by_running = {"instance/", ".venv/coverage.txt"}
    examples = {"questions/river-council.yaml", "profiles/school.yaml"}

    assert not [
        place
        for place in places(page)
        if place not in made_by_running | examples and not exists(place)
    ]


def test_the_command_lines_of_the_documents_are_known() -> None:
    assert {call.split()[0] for call in CALLS} <= {"make", "python"}


@pytest.mark.parametrize("call", [call for call in CALLS if call.startswith("make")])
def test_make_knows_what_the_documents_tell_to_type(call: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert call.split()[1] in targets


@pytest.mark.parametrize("call", [call for call in CALLS if call.startswith("python -m quizapp")])
def test_quizapp_knows_what_the_documents_tell_to_type(call: str) -> None:
    arguments = call.split()[3:]

    # "--help" after the arguments parses the command and its options, and does nothing.
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Usage:" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        *sorted(FORMATS),
        *(kind.name for kind in KINDS),
        *(shape.name for shape in ALL_SHAPES),
        *(lint.__name__ for lint in LINTS),
        *DIAGNOSES,
    ],
)
def test_what_is_registered_stands_in_the_recipes(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "adding.md").read_text("utf-8")


@pytest.mark.parametrize("page", ["README.md", "docs/deploying.md"])
def test_every_setting_stands_where_one_looks_for_it(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")

    assert not [setting.name for setting in SETTINGS if f"`{setting.name}`" not in text]


def commands(group: click.Group, path: str) -> list[str]:
    """Return every command that does something, as one types it."""
    found = []
    for name, command in group.commands.items():
        typed = f"{path} {name}"
        found += commands(command, typed) if isinstance(command, click.Group) else [typed]
    return found


@pytest.mark.parametrize("command", commands(main, "python -m quizapp"))
def test_every_command_stands_in_the_readme(command: str) -> None:
    lines = [
        match["command"] for match in CONSOLE.finditer((ROOT / "README.md").read_text("utf-8"))
    ]

    assert [line for line in lines if f"{line} ".startswith(f"{command} ")]


def test_the_make_commands_that_contributors_read_of_are_all_there_are() -> None:
    helped = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert targets is not None
    assert re.findall(r"^make (\w+)", helped.stdout, re.MULTILINE) == targets[1].split()


@pytest.mark.parametrize("decision", DECISIONS, ids=named)
def test_a_decision_is_one_page_in_its_form(decision: Path) -> None:
    lines = decision.read_text("utf-8").splitlines()

    assert lines[0].startswith(f"# {decision.name[:4]} ")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Context",
        "## Decision",
        "## Consequences",
    ]
    assert len(lines) <= 60


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")

    assert DECISIONS
    assert not [named(one) for one in DECISIONS if f"]({one.name})" not in index]
