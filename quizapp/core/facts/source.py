"""Sources and citations as values: documents in paragraphs, spans as offsets.

How a span is found in a document stands in ``cites``.
"""

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Document:
    """One source of a set.

    Attributes:
        id: its id in the set.
        label: how items and pages name it ("the report").
        kind: what sort of text it is.
        title: of the text itself; None for a teacher's knowledge.
        published: ISO date at its precision, or None.
        paragraphs: the raw paragraphs by their number, ascending, without the ``[pN] `` mark;
            empty for a teacher's knowledge.
    """

    id: str
    label: str
    kind: str
    title: str | None
    published: str | None
    paragraphs: tuple[tuple[int, str], ...]

    @property
    def is_text(self) -> bool:
        """Whether there is a text to cite from; otherwise the source is a teacher's knowledge."""
        return bool(self.paragraphs)

    def paragraph(self, number: int) -> str:
        """Return the paragraph with that number; KeyError if there is none."""
        at = bisect_left(self.paragraphs, number, key=itemgetter(0))
        if at == len(self.paragraphs) or self.paragraphs[at][0] != number:
            raise KeyError(number)
        return self.paragraphs[at][1]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact comes from: a span of a text, or a teacher's word.

    Attributes:
        source: the source's id.
        paragraph: the paragraph's number; None for a teacher's word.
        start, end: the span, code points, half open, in the raw paragraph; None likewise.
        sentence_start, sentence_end: the whole sentences around the span; None likewise.
        note: what the teacher says; None for a span.
    """

    source: str
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    sentence_start: int | None = None
    sentence_end: int | None = None
    note: str | None = None
