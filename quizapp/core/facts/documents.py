"""Source files: a header between ``---`` lines, then paragraphs marked ``[p1] `` and so on."""

import re

from quizapp.core.facts.tree import Place, plain_yaml

_HEADER = re.compile(r"---\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"\[p(\d+)\] ")


class SourceText:
    """A source file, read.

    Attributes:
        header: the fields of its header that are plain text.
        paragraphs: number and raw text of each, in order.
        faults: what is wrong with it, each with its place in the source file.
    """

    def __init__(self, text: str) -> None:
        self.faults: list[tuple[Place, str]] = []
        self.header: dict[str, str] = {}
        body_at = self._read_header(text)
        self.paragraphs = tuple(self._read_paragraphs(text, body_at))
        if not self.paragraphs and not self.faults:
            self._fault(text, body_at, 'has no paragraphs; begin each with "[p1] ", "[p2] " …')

    def _read_header(self, text: str) -> int:
        match = _HEADER.match(text)
        if match is None:
            return 0
        plain = plain_yaml(match.group(1))
        self.faults += [(Place(p.line + 1, p.column), reason) for p, reason in plain.faults]
        if isinstance(plain.data, dict):
            self.header = {
                key: value for key, value in plain.data.items() if isinstance(value, str)
            }
        return match.end()

    def _read_paragraphs(self, text: str, at: int) -> list[tuple[int, str]]:
        paragraphs: list[tuple[int, str]] = []
        for block in re.finditer(r"\S(?:.*?)(?=\r?\n[ \t]*\r?\n|\s*\Z)", text[at:], re.DOTALL):
            start = at + block.start()
            mark = _MARK.match(block.group())
            if mark is None:
                self._fault(text, start, 'a paragraph must begin with its mark, like "[p1] "')
                continue
            number = int(mark.group(1))
            if paragraphs and number <= paragraphs[-1][0]:
                self._fault(text, start, f"paragraph [p{number}] is out of order or repeated")
                continue
            paragraphs.append((number, block.group()[mark.end() :].rstrip()))
        return paragraphs

    def _fault(self, text: str, at: int, reason: str) -> None:
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        self.faults.append((Place(line, column), reason))
