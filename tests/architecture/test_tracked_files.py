"""What is kept under version control fits every machine and holds no waste."""

import re

from tests.architecture.project import named, project_files

# Each pattern has a bracket in it, so that this file does not match itself.
MACHINE = re.compile(r"(?<![\w.*~])/(?:[w]ork|[h]ome|[r]oot|[U]sers|[o]pt|[m]nt)/\w")
REGISTRY = re.compile(r"pypi\.[o]rg|python[h]osted|npmjs\.[o]rg|/[s]imple/")
WASTE = re.compile(
    r"\.(pyc|db|sqlite3?|db-wal|db-shm|log|whl|zip|orig|rej|swp)$|(^|/)(instance/|uv\.lock$|pylock\.toml$)"
)
BINARY = {".png", ".ico", ".woff2"}


def files_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        named(path)
        for path in project_files()
        if path.suffix not in BINARY and pattern.search(path.read_text("utf-8"))
    ]


def test_no_file_names_a_place_of_one_machine() -> None:
    assert not files_with(MACHINE)


def test_no_file_names_a_package_registry() -> None:
    assert not files_with(REGISTRY)


def test_nothing_that_is_made_by_running_is_kept() -> None:
    assert not [named(path) for path in project_files() if WASTE.search(named(path))]
