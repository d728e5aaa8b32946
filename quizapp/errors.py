"""The errors that quizapp raises on purpose.

Core and services raise them; only ``web/errors.py`` and ``cli`` turn them into a status and words.
Every message says what happened and what to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass


class QuizError(Exception):
    """Something a person can act on; its text is written for that person."""


class NotFound(QuizError):
    """There is no such thing, or it is not for this person to know."""


class InvalidResponse(QuizError):
    """The response cannot be taken: nothing chosen, an unknown option, too long, too often."""


class AlreadyFinished(QuizError):
    """The attempt was finished; no more responses are taken."""


class NotFinished(QuizError):
    """The attempt is still open; it has no result yet."""


class SubmissionConflict(QuizError):
    """A key made for one use came again for another."""


class NothingToAsk(QuizError):
    """The set yields no item that may be asked."""


class TooMany(QuizError):
    """A limit on how often something may be done was reached.

    Attributes:
        retry_after: seconds until the next try may succeed, at least 1.
    """

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class StoreUnavailable(QuizError):
    """The database could not be written; nothing was saved.

    Attributes:
        reason: why, in a word, as ``/readyz`` says it; ``store/failures.py`` lists them.
    """

    def __init__(self, message: str, reason: str = "not-writable") -> None:
        super().__init__(message)
        self.reason = reason


class DatabaseRefused(QuizError):
    """The database is not ours, newer than the code, damaged, or cannot be brought up to date."""


class FolderTaken(QuizError):
    """Another server has the instance folder."""


class SetReplaced(QuizError):
    """Another revision of the set has its place; what was being counted of it is wanted no more."""


class ConfigError(QuizError):
    """A setting is unknown or has a value that cannot be used."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one place of a file.

    Attributes:
        line: counted from 1; 0 where the fault has no place in the file.
        column: counted from 1; 0 as above.
        reason: what is wrong and what to do.
    """

    path: str
    line: int
    column: int
    reason: str

    def __str__(self) -> str:
        """Return ``file:line:column: reason``."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.reason}"


class FormatError(QuizError):
    """A file cannot be used; carries every fault found in it, in reading order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
