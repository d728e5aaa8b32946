"""What was read and can never change: kept in memory, the longest unused forgotten first.

Only for rows of append-only tables, and only by a key that is a digest of the content.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by the digest of their content.

    Args:
        most: how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str, load: Callable[[], T]) -> T:
        """Return the value; ``load`` gives it where it is not kept."""
        with self._lock:
            if digest in self._values:
                self._values.move_to_end(digest)
                return self._values[digest]
        value = load()
        with self._lock:
            self._values[digest] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
