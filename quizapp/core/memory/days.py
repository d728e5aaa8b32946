"""Study days: calendar days of the learner, cut when the night is over.

FSRS counts whole days between reviews. Hours would not do: who studies at nine in the evening and
at eight the next morning has slept in between, and a day with a change of the clock has 23 or 25
hours and is one day.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

#: When a study day begins, by the learner's clock; whoever studies past midnight has not slept.
DAY_BEGINS: Final = time(4)

_DAY: Final = timedelta(days=1)


def study_day(moment: datetime, zone: tzinfo) -> date:
    """Return the study day of a moment; never an earlier one for a later moment.

    Args:
        moment: aware, in any zone.
        zone: the learner's time zone.

    Raises:
        ValueError: the moment is naive, so nobody knows when it is.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"a moment has a time zone: {moment.isoformat()} has none")
    clock = moment.astimezone(zone)
    day = clock.date()
    # Where clocks go back over 04:00 that hour comes twice, and the day begins with the first;
    # where they go forward over it, there is no such hour, and a later one tells as well.
    is_day = clock.time() >= DAY_BEGINS or day_begins(day, zone) <= moment
    return day if is_day else day - _DAY


def day_begins(day: date, zone: tzinfo) -> datetime:
    """Return the moment at which a study day begins, by the clock of the zone."""
    # By way of UTC: a clock that goes forward over that hour does not show it.
    return datetime.combine(day, DAY_BEGINS, zone).astimezone(UTC).astimezone(zone)
