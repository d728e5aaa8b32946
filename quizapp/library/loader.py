"""The library: the sets of a folder, compiled again when a file changes, and sets handed in.

A set with faults is not on the shelves; its faults are kept for whoever asks. With the sets come
the exam profiles under which they may be asked.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.core.facts.bank import Bank
from quizapp.core.sets.texts import SetTexts
from quizapp.core.text.wording import Wording
from quizapp.errors import Fault, FormatError, NotFound
from quizapp.library.counting import Counting
from quizapp.library.files import gathered, load_set, set_files
from quizapp.library.handed import HandedSets, Handing
from quizapp.library.kept import KeptPools
from quizapp.library.profiles import Profiles, own_profiles, read_profiles
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording

_LOG = logging.getLogger(__name__)

#: For how many seconds a server's look at the files holds: at every page it cost a third of that.
REST_SECONDS: Final = 1.0

#: What tells whether a file changed: its time in nanoseconds and its size; None where missing.
_Change = tuple[int, int] | None
_Stamp = tuple[tuple[Path, _Change], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    stamp: _Stamp
    shelf: Shelf | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Looked:
    """What the files held when they were looked at.

    Attributes:
        until: by the clock; from then on one looks again.
    """

    until: float
    shelves: tuple[Shelf, ...]
    by_id: Mapping[str, Shelf]
    profiles: Profiles
    faults: tuple[Fault, ...]


class Library:
    """All sets of a folder.

    Args:
        folder: holds one YAML file a set; what they name lies beside the folder.
        wording: the folder of one language's wording.
        pools: the folder in which what sets yield is kept, or None to keep nothing.
        rest: for so many seconds a look at the files holds; what changes shows after it.
        clock: seconds from some moment on.
        handing: who hands in sets that lie in no folder; None for nobody.
    """

    def __init__(
        self,
        folder: Path,
        wording: Path,
        pools: Path | None = None,
        rest: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
        handing: Handing | None = None,
    ) -> None:
        self._folder = folder
        self._kept = KeptPools(pools, wording) if pools is not None else None
        self._wording = load_wording(wording)
        self._counting = Counting()
        self._read: dict[Path, _Read] = {}
        self._lock = threading.Lock()
        self._own = own_profiles(folder)
        self._profiles: tuple[_Stamp, Profiles] | None = None
        self._rest = rest
        self._clock = clock
        self._looked: _Looked | None = None
        self._handed = HandedSets(handing, self._shelf) if handing is not None else None

    @property
    def wording(self) -> Wording:
        """The wording of its language."""
        return self._wording

    def shelves(self) -> tuple[Shelf, ...]:
        """Return the sound sets of the folder, by title."""
        return self._look().shelves

    def has(self, set_id: str) -> bool:
        """Return whether a sound set of the folder has that id: these are there for everybody."""
        return set_id in self._look().by_id

    def shelf(self, set_id: str) -> Shelf:
        """Return one sound set, of the folder or handed in; whoever asks looks who may see it.

        Raises:
            NotFound: there is none with that id.
        """
        found = self._look().by_id.get(set_id)
        if found is None and self._handed is not None:
            return self._handed.shelf(set_id)
        if found is None:
            raise NotFound(f'There is no set "{set_id}".')
        return found

    def texts(self, set_id: str) -> SetTexts:
        """Return the texts of a set of the folder.

        Raises:
            NotFound: there is none with that id.
            FormatError: a file cannot be read any more.
        """
        with self._lock:
            reads = [one for one in self._read.values() if one.shelf is not None]
        for read in reads:
            if read.shelf is not None and read.shelf.bank.set_id == set_id:
                return gathered([path for path, _ in read.stamp])
        raise NotFound(f'There is no set "{set_id}".')

    def profiles(self) -> Profiles:
        """Return the profiles that ship and those beside the folder, as their files are now."""
        return self._look().profiles

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong with the sets that are not on the shelves."""
        return self._look().faults

    def _look(self) -> "_Looked":
        """Return what the files hold, as of now or of a moment ago."""
        now = self._clock()
        known = self._looked
        if known is None or now >= known.until:
            reads = tuple(self._current())
            faults = tuple(fault for read in reads for fault in read.faults)
            found = (read.shelf for read in reads)
            shelves = _by_title(shelf for shelf in found if shelf is not None)
            by_id = {shelf.bank.set_id: shelf for shelf in shelves}
            known = _Looked(now + self._rest, shelves, by_id, self._read_profiles(), faults)
            self._looked = known
        return known

    def _read_profiles(self) -> Profiles:
        with self._lock:
            stamp = _stamp([self._own, *set_files(self._own)])
            if self._profiles is None or self._profiles[0] != stamp:
                found, faults = read_profiles(self._own)
                for fault in faults:
                    _LOG.warning("%s", fault)
                self._profiles = stamp, found
            return self._profiles[1]

    def _current(self) -> Iterator[_Read]:
        """Yield what is known of each file, read again where something changed."""
        with self._lock:
            paths = set_files(self._folder)
            former = self._read
            self._read = {path: self._fresh(path) for path in paths}
            for path, read in former.items():
                now = self._read.get(path)
                if read.shelf is not None and (now is None or now.shelf is not read.shelf):
                    read.shelf.replaced()
            yield from self._unique(list(self._read.values()))

    def _fresh(self, path: Path) -> _Read:
        known = self._read.get(path)
        if known is not None and known.stamp == _stamp([one for one, _ in known.stamp]):
            return known
        # As each file was before it was read: it may change while the others are.
        stamps: list[tuple[Path, _Change]] = []
        try:
            bank = load_set(path, lambda one: stamps.append((one, _change(one))))
        except FormatError as error:
            _LOG.warning("%s", error)
            return _Read(tuple(stamps), None, error.faults)
        kept = known.shelf if known is not None else None
        same = kept is not None and kept.bank.digest == bank.digest
        return _Read(tuple(stamps), kept if same else self._shelf(bank), ())

    def _shelf(self, bank: Bank) -> Shelf:
        return Shelf(bank, self._wording, self._kept, self._counting.soon)

    def _unique(self, reads: list[_Read]) -> list[_Read]:
        """Refuse a set whose id an earlier file has."""
        taken: dict[str, Path] = {}
        checked: list[_Read] = []
        for read in reads:
            path = read.stamp[0][0]
            if read.shelf is not None:
                set_id = read.shelf.bank.set_id
                first = taken.setdefault(set_id, path)
                if first != path:
                    reason = f'the set id "{set_id}" is taken by {first.name}: choose another'
                    read = _Read(read.stamp, None, (Fault(str(path), 1, 1, reason),))
            checked.append(read)
        return checked


def _by_title(shelves: Iterable[Shelf]) -> tuple[Shelf, ...]:
    return tuple(sorted(shelves, key=lambda shelf: (shelf.bank.title, shelf.bank.set_id)))


def _stamp(paths: list[Path]) -> _Stamp:
    return tuple((path, _change(path)) for path in paths)


def _change(path: Path) -> _Change:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
