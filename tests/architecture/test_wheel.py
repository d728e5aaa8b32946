"""The wheel holds all that the app needs, and runs from anywhere."""

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.project import ROOT, named, project_files

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
