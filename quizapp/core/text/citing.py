"""Folding for citations: typographic variants made equal, with the way back to raw offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
#: Runs of characters that do not fold to themselves.
_FOLDING = re.compile(rf"\s\s+|[^\S ]|[{''.join(_PLAIN)}]")
#: Those of them that do not fold to one character each.
_RESIZED = re.compile(r"\s\s+|…")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        text: quotes, dashes and white space folded.
        origin: for each of its code points the offset in the raw text it came from; one more at
            the end, the raw text's length.
    """

    text: str
    origin: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw half-open span of a folded, non-empty one."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(raw: str) -> Folded:
    """Return the text with curly quotes, dashes, ellipses and runs of white space made plain."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return Folded(raw, range(len(raw) + 1))
    if not _RESIZED.search(raw):
        return Folded(_FOLDING.sub(_plain, raw), range(len(raw) + 1))
    text: list[str] = []
    origin: list[int] = []
    kept = 0
    for match in _FOLDING.finditer(raw):
        start, end = match.span()
        plain = _plain(match)
        text += raw[kept:start], plain
        origin += range(kept, start)
        origin += [start] * len(plain)
        kept = end
    text.append(raw[kept:])
    origin += range(kept, len(raw) + 1)
    return Folded("".join(text), tuple(origin))


def _plain(match: re.Match[str]) -> str:
    return _PLAIN.get(match[0][0], " ")


def occurrences(span: str, raw: str) -> tuple[tuple[int, int], ...]:
    """Return the raw half-open spans at which ``span`` stands in ``raw``, both folded.

    Overlapping occurrences count each; a blank span occurs nowhere.
    """
    return tuple(occurrences_in(fold(raw), fold(span).text.strip()))


def occurrences_in(folded: Folded, wanted: str) -> list[tuple[int, int]]:
    """Return the raw spans at which folded words stand in a folded text; none where blank."""
    found: list[tuple[int, int]] = []
    if not wanted:
        return found
    at = folded.text.find(wanted)
    while at >= 0:
        found.append(folded.raw_span(at, at + len(wanted)))
        at = folded.text.find(wanted, at + 1)
    return found
