"""Where a remark stands: line and column of a set file, or of a source or table beside it."""

from quizapp.core.diagnostics.diagnostic import Finding, Passage
from quizapp.core.facts.entity import Section
from quizapp.core.facts.sources import Attachment
from quizapp.core.facts.tree import Path, Plain, Tree
from quizapp.errors import Fault

_SECTIONS = ("facts", "questions", "relations", "sources", *(section.value for section in Section))


class Places:
    """The places of one set.

    Args:
        path: how the set is named.
        plain: the set as data with places, its tables put in.
        attachment: gives the text of a source file by the name that the set gives it.
    """

    def __init__(self, path: str, plain: Plain, attachment: Attachment) -> None:
        self._path = path
        self._plain = plain
        self._attachment = attachment
        self._texts: dict[str, str] = {}
        self._bases: dict[str, Path] = {}
        self._rows: dict[str, dict[tuple[str, ...], tuple[int, Path]]] = {}
        top = plain.data if isinstance(plain.data, dict) else {}
        for section in _SECTIONS:
            entries = top.get(section)
            for id_ in entries if isinstance(entries, dict) else ():
                self._bases.setdefault(id_, (section, id_))
        sequence = top.get("sequence")
        for index, entry in enumerate(sequence if isinstance(sequence, list) else ()):
            if isinstance(entry, dict):
                self._bases.setdefault(str(entry.get("id")), ("sequence", index))

    def of(self, finding: Finding) -> Fault:
        """Return the finding's message at its place."""
        if finding.passage is not None:
            return self._in_source(finding.passage, finding.message)
        return self.of_subject(finding.subject, finding.inside, finding.message)

    def of_subject(self, subject: str, inside: Path, message: str) -> Fault:
        """Return a message at a part of the entry of a slug or id, or at the entry."""
        place = self._plain.place((*self._bases.get(subject, ()), *inside))
        return Fault(place.file or self._path, place.line, place.column, message)

    def of_row(self, slug: str, row: tuple[str, str], message: str) -> Fault:
        """Return a message at a row of a fact, which may stand in a table; else at the fact."""
        if slug not in self._rows:
            self._rows[slug] = self._rows_of(slug)
        within = self._rows[slug]
        found = [within[key] for key in (tuple(sorted(row)), row[:1]) if key in within]
        return self.of_subject(slug, min(found)[1] if found else (), message)

    def _rows_of(self, slug: str) -> dict[tuple[str, ...], tuple[int, Path]]:
        """Return where the rows of a fact stand, by their ends; lists by their subject alone.

        Each comes with a number: where a row stands in two places the first one is meant.
        """
        entry: Tree | None = self._plain.data
        for step in self._bases.get(slug, ()):
            entry = entry.get(str(step)) if isinstance(entry, dict) else None
        found: dict[tuple[str, ...], tuple[int, Path]] = {}
        for relation, rows in entry.items() if isinstance(entry, dict) else ():
            for index, told in enumerate(rows if isinstance(rows, list) else ()):
                if isinstance(told, list):
                    ends = tuple(sorted(map(str, told)))
                    found.setdefault(ends, (len(found), (relation, index)))
            for subject in rows if isinstance(rows, dict) else ():
                found.setdefault((subject,), (len(found), (relation, subject)))
        return found

    def _in_source(self, passage: Passage, message: str) -> Fault:
        name = self._file_of(passage.source)
        if name not in self._texts:
            self._texts[name] = self._attachment(name) or ""
        text = self._texts[name]
        mark = f"[p{passage.paragraph}] "
        at = 0 if text.startswith(mark) else text.find(f"\n{mark}") + 1
        at += len(mark) + passage.start
        line = text.count("\n", 0, at) + 1
        return Fault(name, line, at - text.rfind("\n", 0, at), message)

    def _file_of(self, source: str) -> str:
        entry: Tree | None = self._plain.data
        for step in ("sources", source, "file"):
            entry = entry.get(step) if isinstance(entry, dict) else None
        return entry if isinstance(entry, str) else self._path
