"""A disk of a few megabytes that can be filled, emptied and made read-only; only root has one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


def missing() -> str:
    """Return why no disk can be mounted here; the empty text where one can."""
    if sys.platform != "linux":
        return "only Linux has a tmpfs to mount"
    return "" if os.geteuid() == 0 else "only root may mount a disk"


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A mounted tmpfs."""

    folder: Path

    def fill(self, *, leave: int) -> None:
        """Take all space but that many bytes."""
        free = os.statvfs(self.folder)
        with self._ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_bsize - leave)

    def empty(self) -> None:
        """Give the space back."""
        self._ballast.unlink()

    @contextmanager
    def read_only(self, folder: Path) -> Iterator[None]:
        """Let nobody open a file of a folder for writing. What is open already stays so."""
        _run("mount", "--bind", folder, folder)
        try:
            _run("mount", "-o", "remount,bind,ro", folder)
            yield
        finally:
            _run("umount", "--lazy", folder)

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"


@contextmanager
def mounted(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """A disk of that size, until the end of the block."""
    _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}M,mode=0700", "tmpfs", folder)
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", folder)


def _run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True)
