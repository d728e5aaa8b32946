"""Locks that one process holds against all others on this machine."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from quizapp.errors import FolderTaken

#: How often one who may not wait for ever looks, in seconds.
_LOOK_SECONDS: Final = 0.1


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file; wait for it without polling.

    The file is opened anew each time: a descriptor that was inherited by a forked process would
    share its lock with the parent. A process that dies lets go of it.

    Raises:
        OSError: the file cannot be opened or locked.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def taken(path: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock of a file for a server's life; its forked workers hold it as long as they live.

    The file says by whom it is held, for people.

    Args:
        patience: how many seconds to wait for one that may be just about to end.

    Raises:
        FolderTaken: somebody else holds it.
        OSError: the file cannot be opened or locked.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait(descriptor, patience)
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
                raise FolderTaken(holder) from None
            time.sleep(_LOOK_SECONDS)
        else:
            return
