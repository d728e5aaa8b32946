"""Dates near another one, at its precision: for statements that are false by a little."""

from datetime import timedelta

from quizapp.core.facts.dates import CoarseDate, Precision, parse_date


def neighbours(text: str, *, within: int = 2) -> tuple[str, ...]:
    """Return the ISO dates at most ``within`` days, months or years away, in their order."""
    date = parse_date(text)
    steps = [step for step in range(-within, within + 1) if step]
    return tuple(_moved(date, step) for step in steps)


def _moved(date: CoarseDate, step: int) -> str:
    if date.precision is Precision.DAY:
        return (date.first + timedelta(days=step)).isoformat()
    if date.precision is Precision.MONTH:
        months = date.first.year * 12 + date.first.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{date.first.year + step:04}"
