"""Paragraphs that are searched again and again: each folded once, found by the words of a span."""

from collections.abc import Iterable, Sequence

from quizapp.core.text.citing import fold, occurrences_in
from quizapp.core.text.sentences import around, sentence_spans

#: So few paragraphs are rather searched than made fewer, by the words after the rarest.
_FEW, _NARROWED = 100, 4


class Searched:
    """The numbered paragraphs of one text."""

    def __init__(self, paragraphs: Iterable[tuple[int, str]]) -> None:
        self._raw = dict(paragraphs)
        self._folded = {number: fold(text) for number, text in self._raw.items()}
        self._sentences: dict[int, tuple[tuple[int, int], ...]] = {}
        self._with: dict[str, list[int]] = {}
        for number, folded in self._folded.items():
            for word in set(folded.text.split(" ")):
                self._with.setdefault(word, []).append(number)

    def occurrences(self, span: str) -> list[tuple[int, int, int]]:
        """Return paragraph, start and end (raw, half open) of each place where a span stands.

        Quotes, dashes and white space of both are folded; a blank span stands nowhere.
        """
        wanted = fold(span).text.strip()
        return [
            (number, start, end)
            for number in self._candidates(wanted)
            for start, end in occurrences_in(self._folded[number], wanted)
        ]

    def has(self, number: int, span: str) -> bool:
        """Return whether a span stands in a paragraph."""
        wanted = fold(span).text.strip()
        return bool(wanted) and wanted in self._folded[number].text

    def sentences_around(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the span of the whole sentences of a paragraph that a half-open span touches."""
        spans = self._sentences.get(number)
        if spans is None:
            spans = self._sentences[number] = sentence_spans(self._raw[number])
        return around(spans, start, end)

    def _candidates(self, wanted: str) -> Sequence[int]:
        """Return paragraphs, in order, among them all that have what is wanted.

        What stands between two spaces of the span is a whole word of its paragraph too.
        """
        whole = wanted.split(" ")[1:-1]
        if not whole:
            return list(self._folded)
        having = [self._with.get(word, ()) for word in whole]
        fewest = min(having, key=len)
        if len(fewest) <= _FEW:
            return fewest
        having.sort(key=len)
        return sorted(set(fewest).intersection(*having[1:_NARROWED]))
