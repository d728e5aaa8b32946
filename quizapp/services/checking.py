"""Checking set files: every fault, what a sound set holds, and what is left to do in it.

Needs no database. How the answers are printed is for the commands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.places import Places
from quizapp.core.diagnostics.register import DIAGNOSES, OF_FACTS, Diagnosis, diagnose
from quizapp.core.diagnostics.yielding import FactYield, yields
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.survey import Survey, survey
from quizapp.core.items.context import Context
from quizapp.core.text.wording import Wording
from quizapp.errors import Fault, FormatError, LeftOut
from quizapp.library.files import Origin, compiled, origin_of, places_in, set_files
from quizapp.library.sweeping import unswept
from quizapp.library.wording import load_wording


@dataclass(frozen=True, slots=True)
class Remark:
    """What a sound set leaves to do.

    Attributes:
        code: the stable id of the diagnosis.
        at: its place, and what is so.
        hint: what to do.
        subject: the slug, id, relation or source that it is about.
        slot: ``slug/part``, or None.
        field: the field of the subject's entry in which it stands, or None.
    """

    code: str
    at: Fault
    hint: str
    subject: str
    slot: str | None
    field: str | None = None

    def is_of(self, slot: str) -> bool:
        """Return whether it tells why less is asked of a slot: of that one, or of its field."""
        slug, _, part = slot.partition("/")
        return self.slot == slot or (self.subject, self.field) == (slug, part.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Explained:
    """One fact: where it stands and what it yields."""

    at: Fault
    fact: FactYield


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the check of one file found.

    Attributes:
        faults: the first of each file in reading order.
        left_out: how many more each file has, where it has more.
        survey: the set in figures; None where there are faults.
        remarks: in reading order; those of the facts alone, unless it was to be explained.
        facts: what each fact yields; None unless it was to be explained.
    """

    path: str
    faults: tuple[Fault, ...]
    survey: Survey | None
    remarks: tuple[Remark, ...] = ()
    facts: tuple[Explained, ...] | None = None
    left_out: tuple[LeftOut, ...] = ()


def check_files(
    paths: Iterable[Path], folder: Path, *, now: datetime, explain: bool = False
) -> tuple[CheckReport, ...]:
    """Return a report for each file; without files, for each set of the folder.

    Args:
        now: decides what is past its review.
        explain: whether the items are made too, to tell what each fact yields.
    """
    wording = load_wording()
    return tuple(
        _check(path, wording, now, explain=explain) for path in (tuple(paths) or set_files(folder))
    )


def _check(path: Path, wording: Wording, now: datetime, *, explain: bool) -> CheckReport:
    try:
        origin = origin_of(path)
    except FormatError as error:
        return CheckReport(str(path), error.faults, None, left_out=error.left_out)
    return check_set(origin, wording, now=now, explain=explain)


def check_set(
    origin: Origin, wording: Wording, *, now: datetime, explain: bool = False
) -> CheckReport:
    """Return the report on one set, wherever its texts lie; as ``check_files`` does."""
    try:
        bank = compiled(origin)
    except FormatError as error:
        return CheckReport(origin.name, error.faults, None, left_out=error.left_out)
    places = places_in(origin)
    with unswept():
        examined = Examined(Context(bank, wording), now.date())
        remarks = _remarks(examined, DIAGNOSES if explain else OF_FACTS, places)
        facts = tuple(_explained(examined, bank, places)) if explain else None
    return CheckReport(origin.name, (), survey(bank), tuple(remarks), facts)


def _remarks(
    examined: Examined, diagnoses: Mapping[str, Diagnosis], places: Places
) -> list[Remark]:
    found = [
        Remark(
            diagnostic.code,
            places.of(diagnostic.finding),
            diagnostic.finding.hint,
            diagnostic.finding.subject,
            diagnostic.finding.slot,
            next((step for step in diagnostic.finding.inside if isinstance(step, str)), None),
        )
        for diagnostic in diagnose(examined, diagnoses)
    ]
    return sorted(found, key=lambda remark: (remark.at, remark.code))


def _explained(examined: Examined, bank: Bank, places: Places) -> Iterator[Explained]:
    for fact in yields(examined):
        yield Explained(places.of_subject(fact.slug, (), ""), fact)
