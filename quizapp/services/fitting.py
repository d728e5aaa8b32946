"""Fitting weights in the background: one thread of this process, one learner after the other.

It begins when it is first needed and ends with the process. Whoever answers meanwhile does not wait
for it: it gives up its turn all the time.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from queue import Queue
from typing import Final

from quizapp.errors import StoreUnavailable
from quizapp.services.learners import LearnerId
from quizapp.services.personal import Running, try_fit

_LOG = logging.getLogger(__name__)

#: Every millisecond or less of work so many seconds of rest: a request that waits for Python goes
#: on within that time, not after the five milliseconds that a busy thread is allowed.
_REST_SECONDS: Final = 0.001


class Fitting:
    """The thread that fits.

    Args:
        read, write: run a job in a transaction of its own, as a store does.
        clock: the time, aware UTC.
    """

    def __init__(self, read: Running, write: Running, clock: Callable[[], datetime]) -> None:
        self._read, self._write, self._clock = read, write, clock
        self._waiting: Queue[LearnerId] = Queue()
        self._asked: set[LearnerId] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def soon(self, learner_id: LearnerId | None) -> None:
        """Try a fit for a learner in turn, if it is time for one; once, however often asked."""
        with self._lock:
            if learner_id is None or learner_id in self._asked:
                return
            self._asked.add(learner_id)
            self._waiting.put(learner_id)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until all that was asked for is done."""
        self._waiting.join()

    def _work(self) -> None:
        while True:
            learner_id = self._waiting.get()
            with self._lock:
                self._asked.discard(learner_id)
            self._try(learner_id)
            self._waiting.task_done()

    def _try(self, learner_id: LearnerId) -> None:
        rest = partial(time.sleep, _REST_SECONDS)
        try:
            decided = try_fit(self._read, self._write, learner_id, clock=self._clock, pause=rest)
        except StoreUnavailable as error:
            _LOG.warning("no weights were fitted for learner %s: %s", learner_id, error)
        # The last handler of this thread: whatever went wrong, others have their turn.
        except Exception:
            _LOG.exception("no weights could be fitted for learner %s", learner_id)
        else:
            if decided is not None:
                _LOG.info("learner %s: weights %s", learner_id, decided.verdict)
