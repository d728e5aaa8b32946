"""A claim as it is published, and the three verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Verdict: TypeAlias = Literal["true", "false", "unknown"]
DATES = ("date", "began", "ended", "dated")


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """``relation(subject, object)``; ``at`` is a date, or ``source:ID`` for the time of writing.

    ``sort`` tells ids from the values ``text``, ``date`` and ``number``.
    """

    relation: str
    subject: str
    object: str
    at: str = ""
    sort: str = "id"
    unit: str = ""


def published(data: Mapping[str, Any]) -> tuple[Claim, bool]:
    """Return a claim of a published item and whether the item says that it holds."""
    thing = data["object"]
    sort, unit = "id", ""
    if not isinstance(thing, str):
        sort = next(key for key in ("text", "date", "number") if key in thing)
        unit = thing.get("unit") or ""
        thing = str(thing[sort])
    at = data["at"] or ""
    return Claim(data["relation"], data["subject"], thing, at, sort, unit), data["holds"]
