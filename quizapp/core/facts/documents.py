"""Source files: a header between ``---`` lines, then paragraphs marked ``[p1] `` and so on."""

import re
from collections.abc import Iterator

from quizapp.core.facts.tree import Place, plain_yaml

_HEADER = re.compile(r"---\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"\[p([0-9]{1,6})\] ")


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
            place = Place(text.count("\n", 0, body_at) + 1, 1)
            self.faults.append((place, 'has no paragraphs; begin each with "[p1] ", "[p2] " …'))

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

    def _read_paragraphs(self, text: str, at: int) -> Iterator[tuple[int, str]]:
        last = None
        for place, block in _blocks(text[at:], text.count("\n", 0, at) + 1):
            mark = _MARK.match(block)
            if mark is None:
                reason = 'a paragraph must begin with its mark, like "[p1] "'
                self.faults.append((place, reason))
                continue
            number = int(mark.group(1))
            if last is not None and number <= last:
                reason = f"paragraph [p{number}] is out of order or repeated"
                self.faults.append((place, reason))
                continue
            last = number
            yield number, block[mark.end() :]


def _blocks(text: str, first: int) -> Iterator[tuple[Place, str]]:
    """Yield what stands between empty lines, without white space around it.

    Args:
        first: the number of the text's first line.
    """
    begun: Place | None = None
    lines: list[str] = []
    for number, line in enumerate((*text.split("\n"), ""), first):
        if line.strip():
            begun = begun or Place(number, len(line) - len(line.lstrip()) + 1)
            lines.append(line)
        elif begun is not None:
            yield begun, "\n".join(lines).strip()
            begun, lines = None, []
