"""Counting what sets yield, off the requests: one thread, one set after the other.

Only who else has a set keeps it: of one that changes before its turn the former is let go. A set
that cannot be counted is told of in the log, and costs no other its count.
"""

import logging
import threading
from queue import SimpleQueue
from weakref import WeakSet, ref

from quizapp.errors import SetReplaced
from quizapp.library.shelf import Shelf

_LOG = logging.getLogger(__name__)


class Counting:
    """The thread that counts; it begins when it is first needed and ends with the process."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[ref[Shelf]] = SimpleQueue()
        self._asked: WeakSet[Shelf] = WeakSet()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def soon(self, shelf: Shelf) -> None:
        """Have a set counted when its turn comes; once, however often it is asked for."""
        with self._lock:
            if shelf in self._asked:
                return
            self._asked.add(shelf)
            self._waiting.put(ref(shelf))
            if self._thread is None:
                self._thread = threading.Thread(target=self._count, daemon=True)
                self._thread.start()

    def _count(self) -> None:
        while True:
            _count_kept(self._waiting.get())


def _count_kept(waiting: ref[Shelf]) -> None:
    """Count a set that somebody still has, and hold it no longer than that."""
    shelf = waiting()
    if shelf is not None:
        try:
            shelf.count()
        except SetReplaced as error:
            _LOG.info("%s", error)
        # The last handler of this thread: whatever went wrong, the sets behind it have their turn.
        except Exception:
            _LOG.exception("a set could not be counted")
