"""A file has one job, says which, and is short."""

import ast
import re
from pathlib import Path

from tests.architecture.project import ROOT, files_in, named

PYTHON = files_in("quizapp", "tests", "bench", suffix=".py")
PACKAGES = [path for path in files_in("quizapp", suffix=".py") if path.name == "__init__.py"]
TEMPLATES = files_in("templates", suffix=".html")
SCRIPTS = files_in("static", suffix=".js")
MACRO = re.compile(r"{%-?\s*macro\s+(\w+).*?{%-?\s*endmacro\s*-?%}", re.DOTALL)


def text(path: Path) -> str:
    return path.read_text("utf-8")


def over(most: int, paths: list[Path]) -> dict[str, int]:
    """Return the files with more lines than that, with their lengths."""
    lengths = {named(path): len(text(path).splitlines()) for path in paths}
    return {name: lines for name, lines in lengths.items() if lines > most}


def test_a_module_has_at_most_300_lines() -> None:
    assert not over(300, PYTHON)


def test_a_page_is_under_120_lines() -> None:
    assert not over(119, TEMPLATES)


def test_a_script_is_under_100_lines() -> None:
    assert not over(99, SCRIPTS)


def test_a_macro_is_under_40_lines() -> None:
    macros = [macro for path in TEMPLATES for macro in MACRO.finditer(text(path))]

    assert not [macro[1] for macro in macros if len(macro[0].splitlines()) >= 40]


def test_a_module_says_what_it_is_for() -> None:
    modules = files_in("quizapp", "bench", suffix=".py")

    assert not [named(path) for path in modules if not ast.get_docstring(ast.parse(text(path)))]


def test_a_package_file_holds_no_logic() -> None:
    # Imports re-export, assignments register; whatever else runs or decides has its own file.
    plain = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)

    for path in PACKAGES:
        _docstring, *body = ast.parse(text(path)).body
        assert all(isinstance(one, plain) for one in body), named(path)


def test_every_folder_of_python_is_a_package() -> None:
    scripts_of_alembic = ROOT / "quizapp" / "store" / "migrations"
    folders = {path.parent for path in files_in("quizapp", suffix=".py")}

    assert {folder for folder in folders if not folder.is_relative_to(scripts_of_alembic)} == {
        path.parent for path in PACKAGES if not path.is_relative_to(scripts_of_alembic)
    }


def test_every_package_has_its_place_in_the_described_layout() -> None:
    layout = text(ROOT / "docs" / "architecture.md")
    packages = [named(path.parent) for path in PACKAGES]

    assert not [package for package in packages if f"`{package}/`" not in layout]


def test_there_are_no_drawers_for_odds_and_ends() -> None:
    odd = {"utils", "util", "helpers", "misc", "common", "manager"}

    assert not [named(path) for path in PYTHON if path.stem in odd]
