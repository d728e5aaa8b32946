"""The wheel holds all that the app needs, and runs from anywhere."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from zipfile import ZipFile

import pytest

from tests.architecture.project import ROOT, named, project_files
from tests.serving import served

SHIPPED = ("quizapp", "templates", "static", "questions", "seeds")


def test_the_installed_command_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    for target in project["scripts"].values():
        module, function = target.split(":")
        assert callable(getattr(import_module(module), function))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_that_is_shipped(wheel: Path) -> None:
    names = {named(path) for path in project_files() if named(path).split("/")[0] in SHIPPED}
    wanted = {
        name if name.startswith("quizapp/") else f"quizapp/_data/{name}"
        for name in names
        if not name.endswith("/.gitkeep")
    }

    with ZipFile(wheel) as opened:
        assert wanted <= set(opened.namelist())


def test_the_installed_app_finds_its_bundled_sets(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "site")

    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "facts", "check"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "quizapp/_data/questions/" in done.stdout


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The interpreter of an environment that was empty and got the wheel, and what it asks for."""
    environment = tmp_path_factory.mktemp("environment")
    python = environment / "bin" / "python"
    uv = [sys.executable, "-m", "uv", "--quiet"]
    subprocess.run([*uv, "venv", "--python", sys.executable, environment], check=True)
    done = subprocess.run(
        [*uv, "pip", "install", "--python", python, wheel],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"what the wheel asks for cannot be had here: {done.stderr.strip()[:200]}")
    assert done.returncode == 0, done.stderr
    return str(python)


class Browser:
    """Keeps its cookie, follows where it is led, sends forms as pages of the site do."""

    def __init__(self) -> None:
        self._opener = build_opener(HTTPCookieProcessor())

    def read(self, url: str, **form: str) -> str:
        data = urlencode(form).encode() if form else None
        asked = Request(url, data, {"Sec-Fetch-Site": "same-origin"})  # noqa: S310
        with self._opener.open(asked, timeout=20) as answer:
            return str(answer.read().decode())


def test_the_installed_app_serves_pages_styles_and_the_bundled_set(
    installed: str, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    browser = Browser()

    with served(tmp_path / "instance", python=installed, cwd=elsewhere, small=False) as server:
        home = browser.read(server.url)
        set_url = "/sets/india-us-2plus2-2023"
        sets = set(re.findall(r'href="(/sets/[^"]+)"', home))
        (style_url,) = re.findall(r'rel="stylesheet" href="([^"]+)"', home)
        style = browser.read(server.url + style_url)
        set_page = browser.read(server.url + set_url)
        _practice, key = re.findall(r'name="start_key" value="([^"]+)"', set_page)
        first = browser.read(
            f"{server.url}{set_url}/start", start_key=key, length="5", feedback="each"
        )

    assert sets == {set_url, "/sets/countries-of-the-world"}
    assert ":root" in style
    assert "Question 1 of 5" in first
    assert list(elsewhere.iterdir()) == []


def test_the_installed_command_makes_its_folder_where_it_is_started(
    installed: str, tmp_path: Path
) -> None:
    command = Path(installed).parent / "quizapp"

    said = subprocess.run(
        [command, "config"], cwd=tmp_path, env={}, capture_output=True, text=True, check=True
    )

    assert f"QUIZAPP_INSTANCE={tmp_path / 'instance'}\n" in said.stdout
