"""The preloaded library of ``sync_shim.c``: compiled, and how a process is started with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")


def missing() -> str:
    """Return why the library cannot be made here; the empty text where it can."""
    if sys.platform != "linux":
        return "only Linux preloads a library as the slow disk needs it"
    return "" if shutil.which("cc") else "there is no C compiler (cc)"


def build(folder: Path) -> Path:
    """Return the library, compiled into a folder.

    Raises:
        subprocess.CalledProcessError: the compiler failed.
    """
    library = folder / "sync_shim.so"
    options = ("-shared", "-fPIC", "-O2", "-Wall", "-Werror")
    subprocess.run(["cc", *options, "-o", str(library), str(SOURCE), "-ldl"], check=True)
    return library


def preloaded(
    library: Path, *, microseconds: int = 0, fails_while: Path | None = None
) -> dict[str, str]:
    """Return the variables with which a process is started so that its disk behaves so.

    Args:
        microseconds: what every fsync and fdatasync takes longer.
        fails_while: while this file exists, every one of them fails with EIO.
    """
    before = os.environ.get("LD_PRELOAD", "")
    return {
        "LD_PRELOAD": f"{library}:{before}" if before else str(library),
        "SYNC_SHIM_MICROSECONDS": str(microseconds),
        "SYNC_SHIM_FAILS_WHILE": "" if fails_while is None else str(fails_while),
    }
