"""Dates near another one, at its precision: for statements that are false by a little."""

from datetime import timedelta

from quizapp.core.facts.dates import CoarseDate, Precision, parse_date


def neighbours(text: str, *, within: int = 2) -> tuple[str, ...]:
    """Return the ISO dates at most ``within`` days, months or years away, in their order."""
    date = parse_date(text)
    steps = [step for step in range(-within, within + 1) if step]
    return tuple(moved for step in steps if (moved := _moved(date, step)) is not None)


def _moved(date: CoarseDate, step: int) -> str | None:
    """Return the date so many steps away, or None beyond either end of the calendar."""
    try:
        if date.precision is Precision.DAY:
            return (date.first + timedelta(days=step)).isoformat()
        months = date.first.year * 12 + date.first.month - 1
        if date.precision is Precision.MONTH:
            year, month = divmod(months + step, 12)
            return date.first.replace(year=year, month=month + 1).isoformat()[:7]
        return date.first.replace(year=date.first.year + step).isoformat()[:4]
    except (ValueError, OverflowError):
        return None
