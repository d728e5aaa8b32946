"""Days of the week in cited words that do not fit the date of the fact."""

import re
from collections.abc import Iterator
from datetime import date

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.claim import Instant, Period, Value
from quizapp.core.facts.dates import Precision, parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.facts.tree import Path

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MENTION = re.compile(
    rf"\b(?P<weekday>{'|'.join(_DAYS)}),?\s+(?:the\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[^\W\d_]+)"
    r"|(?P<month_first>[^\W\d_]+)\s+(?P<day_last>\d{1,2})\b)"
)


def weekday_misfit(examined: Examined) -> Iterator[Finding]:
    """Yield the dates of facts whose cited words name that day with another weekday."""
    months = examined.context.wording.language.months
    for atom in examined.bank.atoms:
        for day, inside in _days_of(atom):
            for weekday in _named_for(day, atom.fact, examined, months):
                if weekday != _DAYS[day.weekday()]:
                    yield Finding(
                        atom.fact,
                        f"the cited words call the day a {weekday}, but {day.isoformat()} was a "
                        f"{_DAYS[day.weekday()]}",
                        "correct the date (the year, most often), or cite the teacher for it",
                        inside,
                        slot=atom.slot,
                    )


def _named_for(day: date, slug: str, examined: Examined, months: tuple[str, ...]) -> Iterator[str]:
    """Yield the weekdays under which the words that a fact cites name a day of its month."""
    for _, text in examined.cited_texts(examined.bank.facts[slug]):
        for found in _MENTION.finditer(text):
            number = int(found["day"] or found["day_last"])
            month = found["month"] or found["month_first"]
            if number == day.day and month == months[day.month - 1]:
                yield found["weekday"]


def _days_of(atom: Atom) -> Iterator[tuple[date, Path]]:
    """Yield the exact days that an atom states, with the keys that lead to each."""
    claim = atom.claim
    texts: list[tuple[str, Path]] = []
    if isinstance(claim.object, Value) and claim.object.kind == "date":
        texts.append((claim.object.text, _WHERE.get(claim.relation, (claim.relation,))))
    if isinstance(claim.at, Period):
        texts += [(claim.at.start, ("from",)), (claim.at.until, ("until",))]
    elif isinstance(claim.at, Instant) and claim.at.source is None:
        texts.append((claim.at.date, ("on",) if claim.relation == "holder" else ("as_of",)))
    for text, inside in texts:
        known = parse_date(text)
        if known.precision is Precision.DAY:
            yield known.first, inside


_WHERE: dict[str, Path] = {"dated": ("in", "date")}
