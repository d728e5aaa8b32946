"""Tables: the text of a CSV file becomes rows of cells, each with its place in the file.

What the columns mean is not known here; ``rows`` puts tables into a set. Commas, semicolons or
tabs separate cells, whichever the header uses, so that what a spreadsheet saves is read as it is.
"""

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.core.facts.schema import unknown_field
from quizapp.core.facts.tree import Place

_LONGEST = 20_000_000
_SEPARATORS = ",;\t"


@dataclass(eq=False)
class Table:
    """One CSV file, read.

    Attributes:
        name: how the set names the file.
        text: all of it.
        header: the names of the columns; empty where none could be read.
        rows: the cells of each sound row, in the order of the header.
        starts: the line on which each of these rows begins, from 1.
        faults: what is wrong with the file's form, each with its place.
    """

    name: str
    text: str
    header: tuple[str, ...] = ()
    rows: list[list[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    faults: list[tuple[Place, str]] = field(default_factory=list)
    separator: str = ","

    def place(self, row: int, number: int) -> Place:
        """Return where a cell of a row begins; rows count from 0, below the header."""
        return self.cell(self.starts[row], number)

    def cell(self, line: int, number: int) -> Place:
        """Return where a cell begins; the last one's place where the row has fewer.

        Args:
            line: the line on which its row begins.
            number: its number in the row, from 0.
        """
        found = Place(line, 1, self.name)
        for count, place in enumerate(self._cells_from(line)):
            found = place
            if count == number:
                break
        return found

    def cells(self, line: int) -> tuple[Place, ...]:
        """Return where the cells of a row begin."""
        return tuple(self._cells_from(line))

    def _cells_from(self, line: int) -> Iterator[Place]:
        """Yield where cells begin; only faults ask, so that reading need not count columns."""
        begins, quoted = True, False
        yield Place(line, 1, self.name)
        for number in range(line, len(self._lines) + 1):
            for column, character in enumerate(self._lines[number - 1], 1):
                if character == '"' and (begins or quoted):
                    begins, quoted = False, not quoted
                elif character == self.separator and not quoted:
                    begins = True
                    yield Place(number, column + 1, self.name)
                elif not character.isspace():
                    begins = False
            if not quoted:
                return

    @cached_property
    def _lines(self) -> Sequence[str]:
        return self.text.split("\n")


def read_table(name: str, text: str, known: Collection[str], needed: Collection[str]) -> Table:
    """Return the table that a CSV file holds; faults of form are collected, not raised.

    Rows without any text are passed over: spreadsheets leave them behind.

    Args:
        name: how faults name the file.
        known: the columns that it may have.
        needed: those of them that it must have.
    """
    table = Table(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > _LONGEST:
        table.faults.append((Place(1, 1, name), "the file is too large: split it into several"))
        return table
    table.separator = max(_SEPARATORS, key=table.text.partition("\n")[0].count)
    for line, cells in _records(table):
        if not any(cells):
            continue
        if not table.header:
            table.header = tuple(cells)
            _check_header(table, line, known, needed)
            if table.faults:
                break
        elif len(cells) != len(table.header):
            _note_length(table, line, len(cells))
        else:
            table.rows.append(cells)
            table.starts.append(line)
    if not table.rows and not table.faults:
        reason = f"the table is empty: its first line names the columns ({', '.join(needed)}, …), "
        table.faults.append((Place(1, 1, name), reason + "the lines below hold the rows"))
    return table


def _records(table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row begins, and its cells spaces folded."""
    reader = csv.reader(
        io.StringIO(table.text), delimiter=table.separator, skipinitialspace=True, strict=True
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            place = Place(line, 1, table.name)
            table.faults.append((place, f"this row is no CSV ({error}): look at its quotes"))
            continue
        if cells is None:
            return
        yield line, [" ".join(cell.split()) for cell in cells]


def _check_header(table: Table, line: int, known: Collection[str], needed: Collection[str]) -> None:
    seen: set[str] = set()
    for place, column in zip(table.cells(line), table.header, strict=False):
        if not column:
            reason = "this column has no name: name it or remove it"
        elif column in seen:
            reason = f'the column "{column}" stands here twice: remove or rename one'
        elif column not in known:
            reason = unknown_field(column, "this table", tuple(known)).replace("field", "column")
        else:
            seen.add(column)
            continue
        table.faults.append((place, reason))
    missing = [f'"{column}"' for column in needed if column not in table.header]
    if missing and not table.faults:  # a misspelt one is not missed again
        reason = f"the first line names the columns, and {' and '.join(missing)} is not among them"
        table.faults.append((Place(line, 1, table.name), reason))


def _note_length(table: Table, line: int, length: int) -> None:
    wanted = len(table.header)
    if length > wanted:
        reason = f"the row has {length} cells and the header {wanted}: put quotes around a cell "
        place, reason = table.cell(line, wanted), reason + f'that holds "{table.separator}"'
    else:
        reason = f"the row has {length} cells and the header {wanted}: the last ones are missing"
        place = table.cell(line, length - 1)
    table.faults.append((place, reason))
