"""How values look in templates: filters for numbers, marks and times. Knows Jinja, not Flask.

Templates get exact values; rounding happens here and nowhere else. All times are UTC.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, tzinfo
from fractions import Fraction
from typing import Final

from jinja2 import Environment, StrictUndefined

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_VULGAR = {
    Fraction(1, 2): "½",
    Fraction(1, 3): "⅓",
    Fraction(2, 3): "⅔",
    Fraction(1, 4): "¼",
    Fraction(3, 4): "¾",
    Fraction(1, 5): "⅕",
    Fraction(2, 5): "⅖",
    Fraction(3, 5): "⅗",
    Fraction(4, 5): "⅘",
    Fraction(1, 6): "⅙",
    Fraction(5, 6): "⅚",
    Fraction(1, 8): "⅛",
    Fraction(3, 8): "⅜",
    Fraction(5, 8): "⅝",
    Fraction(7, 8): "⅞",
}


def marks(earned: Fraction) -> str:
    """Return marks as people write them: ``7``, ``⅔``, ``7⅓``; else with two decimals."""
    whole, rest = divmod(earned, 1)
    if not rest:
        return str(whole)
    if rest in _VULGAR:
        return f"{whole or ''}{_VULGAR[rest]}"
    return f"{float(earned):.2f}"


def signed(mark: Fraction) -> str:
    """Return a mark that may be lost: as ``marks``, with a minus where it is."""
    return f"−{marks(-mark)}" if mark < 0 else marks(mark)


def share(part: Fraction | float, most: float) -> int:
    """Return a part as whole per cent, 0..100, for the length of a bar; nothing of nothing is 0."""
    return round(100 * part / most) if most else 0


def percent(part: float) -> str:
    """Return a share as ``87 %``; with a minus where it is below nothing.

    What is not quite certain is 99 % at most, and only nothing is 0 %.
    """
    rounded = round(100 * part)
    if 0 < part < 1:
        rounded = min(max(rounded, 1), 99)
    return f"−{-rounded} %" if rounded < 0 else f"{rounded} %"


def about(mean: float) -> str:
    """Return a mean of counts: ``0``, ``0.4``, ``7``, ``12``; one decimal below ten."""
    text = f"{mean:.1f}" if mean < 9.95 else f"{mean:,.0f}"
    return text.removesuffix(".0")


def polyline(points: Iterable[tuple[float, float]]) -> str:
    """Return points, of 0 to 1 from the left and from below, for an SVG of 100 by 100."""
    return " ".join(f"{100 * right:.2f},{100 - 100 * up:.2f}" for right, up in points)


def times(factor: Fraction) -> str:
    """Return how many times as much: ``1.5``, ``2``; by decimals, as a clock has no thirds."""
    return f"{float(factor):g}"


def in_zone(at: datetime, zone: tzinfo) -> datetime:
    """Return a moment by the clocks of a zone."""
    return at.astimezone(zone)


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 question``, ``5 questions``, ``1,204 facts``, ``2 quizzes``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """Return the text with its first letter raised; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def day(at: date | str) -> str:
    """Return ``10 Nov 2023``; an ISO text at its own precision (``Nov 2023``, ``2023``)."""
    if isinstance(at, datetime):
        at = at.date()
    text = at if isinstance(at, str) else at.isoformat()
    year, *rest = text.split("-")
    parts = [str(int(number)) for number in rest[1:]] + [_MONTHS[int(n) - 1] for n in rest[:1]]
    return " ".join([*parts, year])


def clock(at: datetime) -> str:
    """Return ``14:05``."""
    return f"{at:%H:%M}"


def iso(at: date) -> str:
    """Return a moment for programs, to the second; a day as it is."""
    return at.isoformat(timespec="seconds") if isinstance(at, datetime) else at.isoformat()


def duration(seconds: int) -> str:
    """Return ``45 s``, ``4 min 12 s``, ``1 h 3 min`` or ``2 d 5 h``: the two largest units."""
    minutes, rest = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    units = [(days, "d"), (hour, "h"), (minute, "min"), (rest, "s")]
    first = next((place for place, (number, _) in enumerate(units) if number), 3)
    return (
        " ".join(f"{number} {unit}" for number, unit in units[first : first + 2] if number) or "0 s"
    )


FILTERS: Final[Mapping[str, Callable[..., str | int | datetime]]] = {
    "marks": marks,
    "signed": signed,
    "share": share,
    "percent": percent,
    "about": about,
    "polyline": polyline,
    "counted": counted,
    "capital": capital,
    "day": day,
    "clock": clock,
    "iso": iso,
    "duration": duration,
    "in_zone": in_zone,
    "times": times,
}


def prepare(environment: Environment) -> None:
    """Give an environment our filters, and make every unknown name in a template an error."""
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.filters.update(FILTERS)
