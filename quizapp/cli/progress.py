"""How far a long command has come: one line that changes, or plain lines in a file or pipe.

It goes where errors go, so that what a command says can be read by another.
"""

import sys
import time
from collections.abc import Callable
from typing import Final

import click

#: Nobody is told more often.
_EVERY_SECONDS: Final = 1.0
#: The terminal's own: back to the beginning of the line, and empty it.
_AGAIN: Final = "\r\x1b[K"


class Progress:
    """Tells how many answers of a learner were replayed.

    Args:
        seconds: reads a clock that only runs forward.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._said_at = seconds()
        self._changes = sys.stderr.isatty()
        self._is_open = False

    def told(self, learner: int, count: int) -> None:
        """Say it, unless something was said less than a second ago."""
        now = self._seconds()
        if now - self._said_at < _EVERY_SECONDS:
            return
        self._said_at = now
        self._is_open = self._changes
        line = f"learner {learner}: {count:,} answers so far"
        click.echo(f"{_AGAIN}{line}" if self._changes else line, err=True, nl=not self._changes)

    def over(self) -> None:
        """Leave the line to what is said next."""
        if self._is_open:
            click.echo(_AGAIN, err=True, nl=False)
            self._is_open = False
