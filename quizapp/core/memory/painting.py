"""A text in runs: who cites which words, where spans may lie over each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Words that something speaks of.

    Attributes:
        start, end: code points of the text, half open.
        of: what speaks of them.
    """

    start: int
    end: int
    of: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words that the same speak of.

    Attributes:
        of: what speaks of them, each once, in the order given; empty for all other words.
    """

    text: str
    of: tuple[str, ...]


def runs(text: str, spans: Iterable[Span]) -> tuple[Run, ...]:
    """Return a text cut where a span begins or ends; joined, the runs are the text.

    What lies outside of the text is cut off; runs of which the same speak are one.
    """
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for span in spans:
        start, end = max(span.start, 0), min(span.end, len(text))
        if start < end:
            begins.setdefault(start, []).append(span.of)
            ends.setdefault(end, []).append(span.of)
    cuts = sorted({0, len(text), *begins, *ends})
    found: list[Run] = []
    over: dict[str, int] = {}  # how many spans of each lie over the place
    for start, end in pairwise(cuts):
        for of in begins.get(start, ()):
            over[of] = over.get(of, 0) + 1
        for of in ends.get(start, ()):
            over[of] -= 1
            if not over[of]:
                del over[of]
        run = Run(text[start:end], tuple(over))
        if found and found[-1].of == run.of:
            run = Run(found.pop().text + run.text, run.of)
        found.append(run)
    return tuple(found)
