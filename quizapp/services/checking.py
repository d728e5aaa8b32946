"""Checking set files: every fault, and what a sound set holds. Needs no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.facts.survey import Survey, survey
from quizapp.errors import Fault, FormatError
from quizapp.library.files import load_set, set_files


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the check of one file found.

    Attributes:
        survey: the set in figures; None where there are faults.
    """

    path: str
    faults: tuple[Fault, ...]
    survey: Survey | None


def check_files(paths: Iterable[Path], folder: Path) -> tuple[CheckReport, ...]:
    """Return a report for each file; without files, for each set of the folder."""
    return tuple(_check(path) for path in (tuple(paths) or set_files(folder)))


def _check(path: Path) -> CheckReport:
    try:
        bank = load_set(path)
    except FormatError as error:
        return CheckReport(str(path), error.faults, None)
    return CheckReport(str(path), (), survey(bank))
