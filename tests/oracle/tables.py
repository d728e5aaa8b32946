"""``rows: FILE``: the rows of a CSV in the place of what would be written out, without our code.

Columns of things are the fields of their entries, lists with bars between; columns of rows are
``subject``, ``object``, ``not`` and ``complete``, as in ``{s: {list, not, complete}}``.
"""

import csv
from pathlib import Path

from tests.oracle.knowledge import SECTIONS
from tests.oracle.tree import Tree, mapping

_ONE_TEXT = ("name", "term", "the", "plural", "kind", "of", "review_after")


def unfold(tree: dict[str, Tree], folder: Path) -> None:
    """Put the tables of a set into its tree."""
    for name in SECTIONS:
        things = tree.get(name)
        if isinstance(things, dict) and isinstance(things.get("rows"), str):
            for row in _read(folder / str(things.pop("rows"))):
                things[row.pop("id")] = {
                    column: cell if column in _ONE_TEXT else list(cell.split("|"))
                    for column, cell in row.items()
                }
    for fact in mapping(tree.get("facts")).values():
        for name in mapping(tree.get("relations")):
            lists = mapping(fact).get(name)
            if isinstance(lists, dict) and isinstance(lists.get("rows"), str):
                mapping(fact)[name] = _lists(_read(folder / str(lists["rows"])))


def _lists(rows: list[dict[str, str]]) -> Tree:
    found: dict[str, dict[str, Tree]] = {}
    for row in rows:
        own = found.setdefault(row["subject"], {})
        for column, field in (("object", "list"), ("not", "not")):
            if column in row:
                listed = own.setdefault(field, [])
                assert isinstance(listed, list)
                listed.append(row[column])
        if row.get("complete") == "yes":
            own["complete"] = "yes"
    return dict(found)


def _read(path: Path) -> list[dict[str, str]]:
    """Return the rows with their cells that are not empty, but for notes."""
    text = path.read_text(encoding="utf-8-sig")
    head = text.splitlines()[0]
    between = max(",;\t", key=head.count)
    rows = csv.DictReader(text.splitlines(), delimiter=between, skipinitialspace=True)
    return [
        {column: cell.strip() for column, cell in row.items() if cell.strip() and column != "note"}
        for row in rows
        if any(cell.strip() for cell in row.values())
    ]
