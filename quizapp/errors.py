"""The errors that quizapp raises on purpose.

Core and services raise them; only ``web/errors.py`` and ``cli`` turn them into a status and words.
Every message says what happened and what to do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter


class QuizError(Exception):
    """Something a person can act on; its text is written for that person."""


class NotFound(QuizError):
    """There is no such thing, or it is not for this person to know."""


class InvalidResponse(QuizError):
    """The response cannot be taken: nothing chosen, an unknown option, too long, too often."""


class AlreadyFinished(QuizError):
    """The attempt was finished; no more responses are taken."""


class TimeIsUp(QuizError):
    """The time of the attempt is over; no more responses are taken."""


class NotYetShown(QuizError):
    """The attempt is finished, but its answers are shown to nobody yet.

    Attributes:
        since: from when they may be shown; None where they may be, but were not asked for.
    """

    def __init__(self, message: str, since: datetime | None) -> None:
        super().__init__(message)
        self.since = since


class NotAllowed(QuizError):
    """Somebody who may see a thing may not do this with it, or not now; the text says why."""


class NotForRole(QuizError):
    """This is not for somebody in this role; the text says for whom it is."""


class NotSignedIn(QuizError):
    """Name and password do not belong together; nobody is told which of them is wrong."""


class NotFinished(QuizError):
    """The attempt is still open; it has no result yet."""


class SubmissionConflict(QuizError):
    """A key made for one use came again for another."""


class EditConflict(QuizError):
    """Somebody else saved in the meantime; nothing of this was saved.

    Attributes:
        number: of the revision that was saved last.
    """

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


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


#: So many faults of a file are told; whoever has corrected these is told of the others.
FAULTS_TOLD = 100


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """How many faults of a file are not told.

    Attributes:
        at_least: whether there may be more: the search for them ended early.
    """

    path: str
    count: int
    at_least: bool = False

    def __str__(self) -> str:
        """Return a line that ends those of the file."""
        least = "at least " if self.at_least else ""
        return f"{self.path}: and {least}{self.count:,} more fault{'s' * (self.count != 1)}"


class FormatError(QuizError):
    """A file cannot be used; carries what is wrong with it, in reading order.

    Args:
        faults: all that were found, in it and in what it names.
        at_least: whether there may be more, since the search for them ended early.

    Attributes:
        faults: the first ``FAULTS_TOLD`` of each file.
        left_out: how many more there are, of each file that has more.
    """

    def __init__(self, faults: Iterable[Fault], *, at_least: bool = False) -> None:
        told: list[Fault] = []
        left_out: list[LeftOut] = []
        for path, found in groupby(sorted(set(faults)), key=attrgetter("path")):
            of_file = list(found)
            told += of_file[:FAULTS_TOLD]
            if len(of_file) > FAULTS_TOLD:
                left_out.append(LeftOut(path, len(of_file) - FAULTS_TOLD, at_least))
        self.faults = tuple(told)
        self.left_out = tuple(left_out)
        super().__init__("\n".join(fault_lines(self.faults, self.left_out)))


def fault_lines(faults: Iterable[Fault], left_out: Iterable[LeftOut]) -> Iterator[str]:
    """Yield a line for each fault, and after those of a file one for what is left out of it.

    Args:
        faults: in reading order.
    """
    others = {one.path: one for one in left_out}
    for path, told in groupby(faults, key=attrgetter("path")):
        yield from map(str, told)
        if path in others:
            yield str(others[path])
