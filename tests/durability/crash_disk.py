"""A disk that loses its power: SQLite's files in memory, and what was never synced kept apart.

At a loss each unsynced write is dropped, kept, or torn into sectors of which some arrive; an
unsynced truncation or deletion happens or does not. As SQLite takes for granted of a disk, a write
harms no byte beside it. Renames are left out: SQLite makes none.
"""

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import apsw

_SECTOR = 512
_NUMBERS = itertools.count()

#: Content of files by name; None for a file that was deleted.
Files = dict[str, bytearray]

#: What one operation does to the files that it finds on the disk.
Effect = Callable[[Files], None]


@dataclass
class Disk:
    """Files as programs see them, and as they would be after a loss of power.

    Attributes:
        lasts: how many more operations it does before the power is lost.
    """

    synced: Files
    rng: random.Random
    lasts: int
    seen: Files = field(init=False)
    pending: list[tuple[str, list[Effect]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.seen = {name: bytearray(content) for name, content in self.synced.items()}

    @property
    def is_lost(self) -> bool:
        return self.lasts <= 0

    def write(self, name: str, data: bytes, offset: int) -> None:
        edges = [0, *range(_SECTOR - offset % _SECTOR, len(data), _SECTOR), len(data)]
        sectors = [
            _writing(name, data[start:end], offset + start)
            for start, end in itertools.pairwise(edges)
        ]
        self._do(name, sectors)

    def truncate(self, name: str, size: int) -> None:
        self._do(name, [_truncating(name, size)])

    def delete(self, name: str, *, at_once: bool) -> None:
        self._do(name, [_deleting(name)])
        if at_once:
            self._settle(name)

    def sync(self, name: str) -> None:
        self._do(name, [])
        self._settle(name)

    def after_the_loss(self) -> Files:
        """Return the files as they are found when the power is back."""
        files = {name: bytearray(content) for name, content in self.synced.items()}
        for _, effects in self.pending:
            share = self.rng.choice((0.0, 0.5, 1.0))  # dropped, torn, kept
            for effect in effects:
                if self.rng.random() < share:
                    effect(files)
        return files

    def _do(self, name: str, effects: list[Effect]) -> None:
        self.lasts -= 1
        self.pending.append((name, effects))
        if self.is_lost:
            lost = apsw.IOError("the power is lost")
            lost.extendedresult = apsw.SQLITE_IOERR
            raise lost
        for effect in effects:
            effect(self.seen)

    def _settle(self, name: str) -> None:
        for _, effects in (one for one in self.pending if one[0] == name):
            for effect in effects:
                effect(self.synced)
        self.pending = [one for one in self.pending if one[0] != name]


def _writing(name: str, data: bytes, offset: int) -> Effect:
    def effect(files: Files) -> None:
        content = files.setdefault(name, bytearray())
        if len(content) < offset:
            content.extend(bytes(offset - len(content)))
        content[offset : offset + len(data)] = data

    return effect


def _truncating(name: str, size: int) -> Effect:
    def effect(files: Files) -> None:
        del files.setdefault(name, bytearray())[size:]

    return effect


def _deleting(name: str) -> Effect:
    return lambda files: files.pop(name, None) and None


class CrashVFS(apsw.VFS):
    """Lets SQLite keep its files on such a disk. It has no shared memory: one connection only."""

    def __init__(self, disk: Disk) -> None:
        self.name = f"crash{next(_NUMBERS)}"
        self.disk = disk
        super().__init__(self.name, base="")

    def xOpen(self, name, flags):
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        flags[1] = flags[0]
        return _File(self.disk, path or f"temporary{next(_NUMBERS)}")

    def xAccess(self, pathname: str, _flags: int) -> bool:
        return pathname in self.disk.seen

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.disk.delete(filename, at_once=syncdir)


class _File:
    def __init__(self, disk: Disk, name: str) -> None:
        self._disk = disk
        self._name = name
        disk.seen.setdefault(name, bytearray())

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._disk.seen[self._name][offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.write(self._name, data, offset)

    def xTruncate(self, size: int) -> None:
        self._disk.truncate(self._name, size)

    def xSync(self, _flags: int) -> None:
        self._disk.sync(self._name)

    def xFileSize(self) -> int:
        return len(self._disk.seen[self._name])

    def xDeviceCharacteristics(self) -> int:
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE

    def xSectorSize(self) -> int:
        return 4096

    def xFileControl(self, _operation: int, _pointer: int) -> bool:
        return False

    def xCheckReservedLock(self) -> bool:
        return False

    def xLock(self, _level: int) -> None:
        pass

    def xUnlock(self, _level: int) -> None:
        pass

    def xClose(self) -> None:
        pass
