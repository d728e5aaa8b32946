"""The section ``sources``: the documents that a set cites, read with their attachments."""

from collections.abc import Callable

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.documents import SourceText
from quizapp.core.facts.naming import check_id
from quizapp.core.facts.schema import DateText, Entry, Text
from quizapp.core.facts.source import Document
from quizapp.core.facts.tree import Path, Tree
from quizapp.errors import FormatError

#: Gives the text of a file beside the set, or None where there is none.
Attachment = Callable[[str], str | None]


class SourceEntry(Entry):
    """``{file: …, kind: …, published: …, label: …}``; without a file a teacher's knowledge."""

    file: Text | None = None
    kind: Text
    label: Text
    published: DateText | None = None


def add_sources(desk: Desk, entries: Tree, attachment: Attachment) -> dict[str, str]:
    """Fill the desk's documents; return the texts of the attachments by file."""
    texts: dict[str, str] = {}
    if not isinstance(entries, dict) or not entries:
        desk.fault(("sources",), "a set needs sources: {report: {file: …, kind: …, label: …}}")
        return texts
    for id_, entry in entries.items():
        path: Path = ("sources", id_)
        check_id(desk, id_, path)
        read = desk.read(SourceEntry, entry, "a source", path)
        if read is None:
            continue
        title: str | None = None
        paragraphs: tuple[tuple[int, str], ...] = ()
        if read.file is not None:
            try:
                text = attachment(read.file)
            except FormatError as error:
                desk.faults += error.faults
                continue
            if text is None:
                desk.fault((*path, "file"), f'there is no file "{read.file}" beside the set')
                continue
            texts[read.file] = text
            source = SourceText(text)
            for place, reason in source.faults:
                desk.fault_at(place, reason, read.file)
            title, paragraphs = source.header.get("title"), source.paragraphs
        desk.documents[id_] = Document(
            id_, read.label, read.kind, title, read.published, paragraphs
        )
    return texts
