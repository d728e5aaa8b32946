"""Pools on disk: what a set yields, so that a process that starts need not prove it all again.

Of a large set only its counts are kept. A pool is kept under a hash of all that made it: the set
and its sources, the exam profile, the wording, the code of the core and Python's version. Whatever
of these changes, the pool is made anew. A file says its own hash first; one that is damaged counts
as missing. Several processes may write at once: a file is put in place whole.
"""

import fcntl
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quizapp import paths
from quizapp.core.items.codec import from_json, to_stored
from quizapp.core.items.item import Item


@dataclass(frozen=True, slots=True)
class Pool:
    """What a set yields.

    Attributes:
        kinds: how many items of each kind.
        items: every item, in a fixed order; None where there are too many to hold.
        most: how many of them can stand together in one quiz; None where there are too many.
    """

    kinds: Mapping[str, int]
    items: tuple[Item, ...] | None
    most: int | None

    @property
    def count(self) -> int:
        """How many items there are."""
        return sum(self.kinds.values())


class KeptPools:
    """The pools of one folder, one file for each set and exam profile.

    Args:
        folder: made when something is kept.
        wording: the folder of the wording in which items are made.
        code: the folder of the code that makes and proves them.
    """

    def __init__(self, folder: Path, wording: Path, code: Path = paths.PACKAGE / "core") -> None:
        self._folder = folder
        self._made_by = _digest_of((code, wording))

    def find(self, name: str, digest: str) -> Pool | None:
        """Return the pool of that name made of what has that digest, or None where none is kept."""
        try:
            whole = self._path(name).read_bytes()
        except OSError:
            return None
        head, _, body = whole.partition(b"\n")
        if head != self._head(digest, body):
            return None
        data = json.loads(body)
        items = None if data["items"] is None else tuple(map(from_json, data["items"]))
        return Pool(data["kinds"], items, data["most"])

    @contextmanager
    def sole(self, name: str) -> Iterator[None]:
        """Hold the right to make a pool against other processes; wait for it.

        A process that dies lets go of it.

        Raises:
            OSError: the folder cannot be written.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with (self._folder / f"{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def keep(self, name: str, digest: str, pool: Pool) -> None:
        """Keep a pool instead of the one kept under that name before.

        Raises:
            OSError: it cannot be written.
        """
        items = None if pool.items is None else [to_stored(item) for item in pool.items]
        data = {"kinds": dict(pool.kinds), "most": pool.most, "items": items}
        body = json.dumps(data, ensure_ascii=False).encode()
        self._folder.mkdir(mode=0o700, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self._head(digest, body) + b"\n" + body)
            Path(made).replace(self._path(name))
        except OSError:
            Path(made).unlink(missing_ok=True)
            raise

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _head(self, digest: str, body: bytes) -> bytes:
        """Return the hash over what made the pool and the pool itself."""
        made_of = hashlib.sha256("\n".join((self._made_by, digest, sys.version, "")).encode())
        made_of.update(body)
        return made_of.hexdigest().encode()


def _digest_of(folders: Iterable[Path]) -> str:
    """Return a hash over the code and the words in the folders, by name and content."""
    whole = hashlib.sha256()
    for folder in folders:
        found = [path for path in folder.rglob("*") if path.suffix in (".py", ".yaml")]
        for path in sorted(found):
            for part in (str(path.relative_to(folder)).encode(), path.read_bytes()):
                whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
