"""Where the project is and which files belong to it."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def project_files() -> tuple[Path, ...]:
    """Return every file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


def files_in(*folders: str, suffix: str) -> list[Path]:
    """Return the project's files under these folders whose name ends so."""
    return [
        path
        for path in project_files()
        if path.suffix == suffix and path.relative_to(ROOT).parts[0] in folders
    ]


def named(path: Path) -> str:
    """Return the path as the project names it; also the id of a parametrised test."""
    return str(path.relative_to(ROOT))
