"""Sentences of a paragraph, as spans. English and other full-stop languages."""

import re
from collections.abc import Sequence

# A stop, what may close behind it, then space and what may open a sentence.
# Each run of stops is tried once: nothing in it can end a sentence but its end.
_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+"
    r"(?=\s+[\"'“‘(\[]?[^\W\d_a-zß-öø-ÿ]|\s+[\"'“‘(\[]?\d|\s*\Z)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Capt|Sgt|Rep|Sen|Gov|No|vs|cf|etc|e\.g|i\.e)"
    r"|\b[^\W\d_])\.\Z"
)
_LONGEST_ABBREVIATION = 8


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans of the sentences, in order; they hold all but white space."""
    spans: list[tuple[int, int]] = []
    start = _skip_space(paragraph, 0)
    for end in _END.finditer(paragraph):
        tail = max(start, end.end() - _LONGEST_ABBREVIATION)
        if end.end() <= start or _ABBREVIATION.search(paragraph, tail, end.end()):
            continue
        spans.append((start, end.end()))
        start = _skip_space(paragraph, end.end())
    if start < len(paragraph.rstrip()):
        spans.append((start, len(paragraph.rstrip())))
    return tuple(spans)


def sentences_around(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole sentences that a half-open span touches."""
    return around(sentence_spans(paragraph), start, end)


def around(sentences: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the span from the first to the last of the sentences that a half-open span touches."""
    touched = [span for span in sentences if span[0] < end and start < span[1]]
    if not touched:
        return start, end
    return min(start, touched[0][0]), max(end, touched[-1][1])


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
