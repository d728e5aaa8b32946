"""Sets with one fault each: what was changed, and where the reader must say so.

A change is written as the text that stands there and the text that is to stand there; the sign
``¦`` marks each place, line and column, at which a fault must be told. The reader is not asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.core.facts.every_shape import EVERY_SHAPE

MARK = "¦"


@dataclass(frozen=True)
class Injection:
    """A set with faults.

    Attributes:
        text: the set.
        places: line and column of every fault.
        reason: a part of what each of them must say.
    """

    name: str
    text: str
    places: frozenset[tuple[int, int]]
    reason: str


def marked(was: str, now: str, reason: str, base: str = EVERY_SHAPE) -> Injection:
    """Return the base with its first ``was`` changed to ``now``."""
    assert was in base, was
    return injection(f"{was!r} -> {now!r}", base.replace(was, now, 1), reason)


def injection(name: str, text: str, reason: str) -> Injection:
    """Return a text whose faults are marked in it."""
    places = set()
    *pieces, _ = text.split(MARK)
    before = ""
    for piece in pieces:
        before += piece
        places.add((before.count("\n") + 1, len(before) - before.rfind("\n")))
    return Injection(name, text.replace(MARK, ""), frozenset(places), reason)


def at(base: str, start: int, end: int, now: str) -> str:
    """Return the base with a span of it replaced."""
    return base[:start] + now + base[end:]


def everywhere(pattern: str, now: str, reason: str, base: str = EVERY_SHAPE) -> Iterator[Injection]:
    """Yield the base once for each match, with that one match changed."""
    found = list(re.finditer(pattern, base, re.MULTILINE))
    assert found, pattern
    for one in found:
        line = base.count("\n", 0, one.start()) + 1
        text = at(base, one.start(), one.end(), one.expand(now))
        yield injection(f"line {line}, {one.start()}: {pattern} -> {now}", text, reason)
