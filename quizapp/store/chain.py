"""The hash chain of an attempt: each link holds the one before it, so no row changes unseen.

The chain begins with the attempt and what it shows, goes through its responses in the order they
came, and is sealed when the attempt is finished. The names of what is hashed are hashed too:
renaming one breaks every chain there is.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction


def link(previous: str, content: Mapping[str, object]) -> str:
    """Return the sha256 (hex) of the previous link and what is added to it.

    Args:
        content: names to values of JSON, times and fractions.
    """
    text = json.dumps(
        [previous, content],
        default=_plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    raise TypeError(f"{value!r} has no place in a chain")
