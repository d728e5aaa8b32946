"""The library: the sets of a folder, each compiled once and again only when a file changes.

A set with faults is not on the shelves; its faults are kept for whoever asks. What a set yields is
computed when first asked for.
"""

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quizapp.core.facts.bank import Bank
from quizapp.core.items.assemble import Table
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.text.wording import Wording
from quizapp.errors import Fault, FormatError, NotFound
from quizapp.library.files import load_set, set_files
from quizapp.library.kept import KeptPools, Pool
from quizapp.library.sweeping import unswept
from quizapp.library.wording import load_wording

_LOG = logging.getLogger(__name__)

#: What tells whether a file changed: its time in nanoseconds and its size; None where missing.
_Stamp = tuple[tuple[Path, tuple[int, int] | None], ...]


@dataclass(frozen=True, eq=False)
class Shelf:
    """One sound set, ready for quizzes; a shelf is equal to itself only.

    Attributes:
        wording: the language in which its items are worded.
        kept: where its pool may be kept on disk.
    """

    bank: Bank
    wording: Wording
    kept: KeptPools | None = None

    @cached_property
    def pool(self) -> tuple[Item, ...]:
        """Every item the set yields, in a fixed order."""
        if self._found is not None:
            return self._found.items
        with unswept():
            return tuple(items(Context(self.bank, self.wording)))

    @cached_property
    def most(self) -> int:
        """How many items can stand together in one quiz."""
        return self._found.most if self._found is not None else self._with_feedback_at_end.most

    @cached_property
    def _found(self) -> Pool | None:
        """What was kept of the pool."""
        if self.kept is None:
            return None
        with unswept():
            return self.kept.find(self.bank.set_id, self.bank.digest)

    def table(self, *, feedback_each: bool) -> Table:
        """Return who of the pool may stand with whom in one quiz."""
        return self._with_feedback_each if feedback_each else self._with_feedback_at_end

    @cached_property
    def _with_feedback_at_end(self) -> Table:
        return Table(self.pool, self.bank, feedback_each=False)

    @cached_property
    def _with_feedback_each(self) -> Table:
        return Table(self.pool, self.bank, feedback_each=True)

    def warm(self) -> None:
        """Compute now what the first quizzes will need, and keep the pool."""
        with unswept():
            for feedback_each in (False, True):
                self.table(feedback_each=feedback_each)
            pool = Pool(self.pool, self.most)
        if self.kept is not None and self._found is None:
            try:
                self.kept.keep(self.bank.set_id, self.bank.digest, pool)
            except OSError as error:
                _LOG.warning("the items of %s are not kept: %s", self.bank.set_id, error)


@dataclass(frozen=True, slots=True)
class _Read:
    stamp: _Stamp
    shelf: Shelf | None
    faults: tuple[Fault, ...]


class Library:
    """All sets of a folder.

    Args:
        folder: holds one YAML file a set; what they name lies beside the folder.
        wording: the folder of one language's wording.
        pools: the folder in which pools are kept, or None to keep none.
    """

    def __init__(self, folder: Path, wording: Path, pools: Path | None = None) -> None:
        self._folder = folder
        self._kept = KeptPools(pools, wording) if pools is not None else None
        self._wording = load_wording(wording)
        self._read: dict[Path, _Read] = {}
        self._lock = threading.Lock()

    @property
    def wording(self) -> Wording:
        """The wording of its language."""
        return self._wording

    def shelves(self) -> tuple[Shelf, ...]:
        """Return the sound sets, by title."""
        shelves = (read.shelf for read in self._current())
        return tuple(
            sorted(
                (shelf for shelf in shelves if shelf is not None),
                key=lambda shelf: (shelf.bank.title, shelf.bank.set_id),
            )
        )

    def shelf(self, set_id: str) -> Shelf:
        """Return one sound set.

        Raises:
            NotFound: there is none with that id.
        """
        for shelf in self.shelves():
            if shelf.bank.set_id == set_id:
                return shelf
        raise NotFound(f'There is no set "{set_id}".')

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong with the sets that are not on the shelves."""
        return tuple(fault for read in self._current() for fault in read.faults)

    def _current(self) -> Iterator[_Read]:
        """Yield what is known of each file, read again where something changed."""
        with self._lock:
            paths = set_files(self._folder)
            self._read = {path: self._fresh(path) for path in paths}
            yield from self._unique(list(self._read.values()))

    def _fresh(self, path: Path) -> _Read:
        known = self._read.get(path)
        if known is not None and known.stamp == _stamp([one for one, _ in known.stamp]):
            return known
        opened: list[Path] = []
        try:
            bank = load_set(path, opened)
        except FormatError as error:
            _LOG.warning("%s", error)
            return _Read(_stamp(opened), None, error.faults)
        kept = known.shelf if known is not None else None
        same = kept is not None and kept.bank.digest == bank.digest
        return _Read(_stamp(opened), kept if same else Shelf(bank, self._wording, self._kept), ())

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


def _stamp(paths: list[Path]) -> _Stamp:
    return tuple((path, _change(path)) for path in paths)


def _change(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
