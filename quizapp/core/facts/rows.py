"""``rows: FILE`` in a set: the rows of a table take the place of what would be written out there.

A table is another way of writing the same entries: the things of a section, or the rows of a
relation. All that is checked of those is checked of these; only the places are the table's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.naming import MODELS, NamedEntry
from quizapp.core.facts.sources import Attachment
from quizapp.core.facts.tables import Table, read_table
from quizapp.core.facts.tree import Path, Place, Tree
from quizapp.errors import FormatError

_ROWS = "rows"
#: A column for those who keep the table; nothing reads it.
_NOTE = "note"
_BETWEEN = "|"
#: What a cell of a thing may hold: one text, or several with a bar between them. What states a
#: fact stands in the YAML, under its citation.
_TEXTS = ("name", "term", "the", "plural", "kind", "of", "review_after")
_LISTS = (
    *("aliases", "reveals", "part_of", "overlaps", "kind_of"),
    *("same_as", "maybe_same", "apart", "was"),
)
#: The keys of a list, each with the column whose ids it holds.
_LISTED = (("list", "object"), ("not", "not"))


@dataclass(slots=True)
class _Made:
    """What a table became, and the cell of each part of it: row and column, both from 0."""

    table: Table
    tree: dict[str, Tree] | list[Tree]
    cells: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path) -> Place | None:
        """Return where a part stands; None if the table has no such part."""
        cell = self.cells.get(path)
        return self.table.place(*cell) if cell is not None else None

    def fault(self, row: int, column: int, reason: str) -> None:
        """Note what is wrong in a cell."""
        self.table.faults.append((self.table.place(row, column), reason))


def add_tables(desk: Desk, top: dict[str, Tree], attachment: Attachment) -> dict[str, str]:
    """Put the rows of all tables into the tree of a set; return the tables' texts by file.

    What cannot be read is noted, and left out.

    Args:
        attachment: gives the texts of files beside the set.
    """
    texts: dict[str, str] = {}
    for path, holder, name in list(_tabled(top)):
        key = str(path[-1])
        section = Section(key) if len(path) == 1 else None
        text = _text(desk, name, (*path, _ROWS), attachment)
        made = None
        if text is not None:
            texts[name] = text
            made = _things(section, name, text) if section is not None else _rows(name, text)
            for place, reason in made.table.faults:
                desk.fault_at(place, reason)
            holder[key] = _with(desk, path, made, holder[key])
            desk.plain.graft(path, made.place)
        if section is not None and (made is None or made.table.faults):
            desk.unread.add(section)
        if made is None or not made.tree:
            _drop(top, path)
    return texts


def _tabled(top: dict[str, Tree]) -> Iterator[tuple[Path, dict[str, Tree], str]]:
    """Yield where a table stands: the path of what it fills, what holds that, and the file."""
    holders: list[tuple[Path, dict[str, Tree]]] = [((), top)]
    facts, relations = top.get("facts"), top.get("relations")
    if isinstance(facts, dict) and isinstance(relations, dict):
        entries = ((slug, entry) for slug, entry in facts.items() if isinstance(entry, dict))
        holders += [(("facts", slug), entry) for slug, entry in entries]
    sections = {section.value for section in Section}
    for path, holder in holders:
        keys = relations if path and isinstance(relations, dict) else sections
        for key, filled in holder.items():
            name = filled.get(_ROWS) if key in keys and isinstance(filled, dict) else None
            if isinstance(name, str):
                yield (*path, key), holder, name


def _drop(top: dict[str, Tree], path: Path) -> None:
    """Leave out a section, or the whole fact that would have had the rows."""
    facts = top.get("facts")
    if len(path) == 1:
        del top[str(path[0])]
    elif isinstance(facts, dict):
        facts.pop(str(path[1]), None)


def _text(desk: Desk, name: str, path: Path, attachment: Attachment) -> str | None:
    """Return the text of a table; None, noted, where it cannot be read."""
    try:
        text = attachment(name) if name.isprintable() else None
    except FormatError as error:
        desk.faults += error.faults
        return None
    if text is None:
        desk.fault(path, f'there is no file "{name}" in the folder of the set or below it')
    return text


def _with(desk: Desk, path: Path, made: _Made, entries: Tree) -> Tree:
    """Return what a table became, with the entries that stand beside it."""
    others: dict[str, Tree] = {}
    if isinstance(entries, dict):
        others = {key: entry for key, entry in entries.items() if key != _ROWS}
    name = made.table.name
    if len(path) == 1 and isinstance(made.tree, dict):
        for key in others.keys() & made.tree:
            desk.fault((*path, key), f'"{key}" stands in {name} too: remove one of the two')
        return others | made.tree
    for key in others:
        desk.fault((*path, key), f"the rows stand in {name}: write this one there too")
    return made.tree


# --- things ---


def _things(section: Section, name: str, text: str) -> _Made:
    """Return the entries of a section: a row for each thing."""
    fields = {
        info.alias or field for field, info in MODELS.get(section, NamedEntry).model_fields.items()
    }
    named = "term" if section is Section.TERMS else "name"
    known = ["id", *(column for column in (*_TEXTS, *_LISTS) if column in fields), _NOTE]
    table = read_table(name, text, known, ("id", named))
    tree: dict[str, Tree] = {}
    made = _Made(table, tree)
    at = {column: number for number, column in enumerate(table.header)}
    for row, cells in enumerate(table.rows):
        id_ = cells[at["id"]]
        if not id_:
            made.fault(row, at["id"], "this cell is empty: write the id of the thing")
            continue
        if id_ in tree:
            line = table.starts[made.cells[(id_,)][0]]
            made.fault(row, at["id"], f'the id "{id_}" stands in line {line} too: change one')
            continue
        made.cells[(id_,)] = (row, at["id"])
        entry: dict[str, Tree] = {}
        for column, number in at.items():
            cell = cells[number]
            if cell and column not in ("id", _NOTE):
                made.cells[id_, column] = (row, number)
                entry[column] = _parts(cell) if column in _LISTS else cell
        tree[id_] = entry
    return made


def _parts(cell: str) -> list[Tree]:
    return [part.strip() for part in cell.split(_BETWEEN)]


# --- rows of a relation ---


def _rows(name: str, text: str) -> _Made:
    """Return the rows of a relation: pairs, or lists where a column tells more of them."""
    table = read_table(
        name, text, ("subject", "object", "not", "complete", _NOTE), ("subject", "object")
    )
    by_subject = not {"not", "complete"}.isdisjoint(table.header)
    return _lists(table) if by_subject else _pairs(table)


def _pairs(table: Table) -> _Made:
    tree: list[Tree] = []
    made = _Made(table, tree)
    ends = [table.header.index(end) for end in ("subject", "object") if end in table.header]
    for row, cells in enumerate(table.rows):
        empty = [number for number in ends if not cells[number]]
        for number in empty:
            made.fault(row, number, f"the {table.header[number]} is empty: write its id")
        if empty:
            continue
        path: Path = (len(tree),)
        made.cells[path] = (row, ends[0])
        for end, number in enumerate(ends):
            made.cells[*path, end] = (row, number)
        tree.append([cells[number] for number in ends])
    return made


def _lists(table: Table) -> _Made:
    tree: dict[str, Tree] = {}
    listed: dict[str, dict[str, list[Tree]]] = {}
    closed: set[str] = set()
    made = _Made(table, tree)
    at = {column: number for number, column in enumerate(table.header)}
    for row, cells in enumerate(table.rows):
        subject = cells[at["subject"]]
        complete = cells[at["complete"]] if "complete" in at else ""
        named = [(key, at[column]) for key, column in _LISTED if column in at and cells[at[column]]]
        if not subject:
            made.fault(row, at["subject"], "the subject is empty: write its id")
        elif complete not in ("", "yes", "no"):
            made.fault(row, at["complete"], f'write yes or no, not "{complete}"')
        elif not named and complete != "yes":
            made.fault(row, at["object"], "the object is empty: write its id")
        else:
            made.cells.setdefault((subject,), (row, at["subject"]))
            lists = listed.setdefault(subject, {})
            for key, number in named:
                ids = lists.setdefault(key, [])
                made.cells[subject, key, len(ids)] = (row, number)
                ids.append(cells[number])
            if complete == "yes":
                closed.add(subject)
    for subject, lists in listed.items():
        entry: dict[str, Tree] = {**lists}
        tree[subject] = entry | {"complete": "yes"} if subject in closed else entry
    return made
