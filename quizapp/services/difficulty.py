"""How hard the items of a set are by what was answered so far. Reads only, of all learners.

Reading takes as long as a set has responses: it is done beside the requests, and what was read
serves for a while.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol, TypeVar

from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.items.wanted import Difficulty, prior
from quizapp.core.stats.difficulty import Form, Tally, shrunken, tallies
from quizapp.errors import StoreUnavailable
from quizapp.store.observed import responses_to

_LOG = logging.getLogger(__name__)
T = TypeVar("T")

#: What was read of a set serves for so long. One response more moves no item far.
_FRESH_SECONDS: Final = 300.0


def observed(session: Session, *, set_id: str) -> Mapping[Form, Tally]:
    """Return what was observed of each form in which a set was asked.

    It reads the newest responses to the set once: for work in the background, not for a page.
    """
    return tallies(responses_to(session, set_id))


def difficulty_of(item: Item, known: Mapping[Form, Tally]) -> float:
    """Return the chance of a wrong response that is to be expected of an item, 0..1."""
    form = Form(frozenset(item.tests), item.kind, item.format)
    return shrunken(item.difficulty, known.get(form, Tally()))


class Reading(Protocol):
    """The way to the database, as a store has it."""

    def __call__(self, job: Callable[[Session], T], /) -> T:
        """Return what the job returns."""


@dataclass(frozen=True, slots=True)
class _Seen:
    at: float
    difficulty: Difficulty


class Observations:
    """What was observed of each set, as this process last read it.

    Args:
        read: runs a job on the database.
        clock: seconds that never go back.
    """

    def __init__(self, read: Reading, clock: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self._lock = threading.Lock()
        self._busy: set[str] = set()

    def of(self, set_id: str) -> Difficulty:
        """Return how hard the items of a set are, at no cost: what was read last.

        Until somebody read, that is the prior. What is not fresh is read again, off the request.
        """
        seen = self._seen.get(set_id)
        if seen is None or self._clock() - seen.at >= _FRESH_SECONDS:
            self._refresh_soon(set_id)
        return prior if seen is None else seen.difficulty

    def read_at(self, set_id: str) -> float | None:
        """Return when a set was read last, by the clock; None where nobody did."""
        seen = self._seen.get(set_id)
        return None if seen is None else seen.at

    def refresh(self, set_id: str) -> None:
        """Read now what was observed of a set.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        known = self._read(partial(observed, set_id=set_id))
        # With a new mapping comes a new function: tables that were made by the old one go.
        self._seen[set_id] = _Seen(self._clock(), partial(difficulty_of, known=known))

    def _refresh_soon(self, set_id: str) -> None:
        with self._lock:
            if set_id in self._busy:
                return
            self._busy.add(set_id)
        threading.Thread(target=self._refresh, args=(set_id,), daemon=True).start()

    def _refresh(self, set_id: str) -> None:
        try:
            self.refresh(set_id)
        except StoreUnavailable as error:
            _LOG.warning("what was observed of %s could not be read: %s", set_id, error)
        finally:
            with self._lock:
                self._busy.discard(set_id)
