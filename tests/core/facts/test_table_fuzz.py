"""Tables of noise and tables that mean harm: a bank or faults with places, in bounded work."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.facts.reader import read_set
from quizapp.errors import Fault, FormatError
from quizapp.library.files import load_set
from tests.core.facts.bounds import BROAD, assert_bounded, calls, peak
from tests.core.facts.hostile import HEAD, RELATION

SET = (
    f"{HEAD}places: {{a: {{name: A}}, b: {{name: B}}}}\n"
    "topics: {rows: things.csv}\n"
    f"relations: {{near: {{{RELATION.replace('person', 'place')}, symmetric: no}}}}\n"
    "facts: {f: {near: {rows: rows.csv}, cite: {t: x}}}\n"
)
THINGS = "id,name,aliases,part_of\nx,X,an x|one x,\ny,Y,,x\n"
ROWS = "subject,object,not,complete\na,b,,yes\n"


def faults(things: str = THINGS, rows: str = ROWS) -> tuple[Fault, ...]:
    tables = {"things.csv": things, "rows.csv": rows}
    try:
        read_set("s.yaml", SET, {}.get, tables.get)
    except FormatError as error:
        return error.faults
    return ()


FAMILIES = {
    "empty names": lambda n: ("id,name\n" + "".join(f"t{i},\n" for i in range(n)), ROWS),
    "ids twice": lambda n: ("id,name\n" + "t,T\n" * n, ROWS),
    "short rows": lambda n: ("id,name\n" + "t\n" * n, ROWS),
    "long rows": lambda n: ("id,name\n" + "t,a,b\n" * n, ROWS),
    "one long row": lambda n: ("id,name\n" + "t," * n, ROWS),
    "one long cell": lambda n: ("id,name\nt," + "x" * n, ROWS),
    "columns": lambda n: (",".join(f"c{i}" for i in range(n)) + "\n", ROWS),
    "columns of one name": lambda n: ("id,name," * n + "\n", ROWS),
    "open quotes": lambda n: ("id,name\n" + 't,"\n' * n, ROWS),
    "quotes in quotes": lambda n: ("id,name\n" + 't,"""""" x"\n' * n, ROWS),
    "aliases": lambda n: ("id,name,aliases\nt,T," + "a|" * n + "\n", ROWS),
    "empty lines": lambda n: ("id,name\n" + "\n" * n + "t,T\n", ROWS),
    "dangling wholes": lambda n: (
        "id,name,part_of\n" + "".join(f"t{i},T{i},u{i}\n" for i in range(n)),
        ROWS,
    ),
    "dangling ends": lambda n: (
        THINGS,
        "subject,object\n" + "".join(f"u{i},v{i}\n" for i in range(n)),
    ),
    "rows of one subject": lambda n: (
        THINGS,
        "subject,object,complete\n" + "".join(f"a,v{i},\n" for i in range(n)),
    ),
    "rows twice": lambda n: (THINGS, "subject,object\n" + "a,b\n" * n),
    "no ends": lambda n: (THINGS, "subject,object\n" + ",\n" * n + " , x\n" * n),
    "cells of one row": lambda n: (THINGS, "subject,object,not\n" + "a,,u\n" * n),
}


def test_the_tables_have_no_faults_before() -> None:
    assert faults() == ()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("measure", [calls, peak])
def test_work_and_memory_are_bounded_by_the_length_and_grow_with_it(family, measure) -> None:
    few, many = FAMILIES[family](150), FAMILIES[family](600)

    assert_bounded(measure, lambda: faults(*few), lambda: faults(*many), sum(map(len, many)))


@pytest.mark.parametrize("family", FAMILIES)
def test_what_means_harm_has_faults_with_places_of_the_tables(family: str) -> None:
    found = faults(*FAMILIES[family](150))

    assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in found)


CELLS = st.text(alphabet='abxy,;\t"\n\r| é\0', max_size=60)


@BROAD
@given(CELLS, CELLS)
@example("\ufeffid,name\r\nx,X\r\n", "")
@example('id,name\nx,"X\n', ROWS)
@example("id\x00,name\nx,X\n", ROWS)
def test_any_tables_are_read_or_have_faults_with_places(things: str, rows: str) -> None:
    for found in (
        faults(things, rows),
        faults(f"id,name\n{things}", rows),
        faults(THINGS, f"subject,object,not,complete\n{rows}"),
    ):
        assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in found)


@BROAD
@given(st.binary(max_size=120))
@example(b"\xff\xfeid")
@example(b"id,name\n\xed\xa0\x80")
def test_any_bytes_are_a_table_or_have_faults(tmp_path_factory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "tables" / "questions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "set.yaml").write_text(SET)
    (folder / "things.csv").write_bytes(content)
    (folder / "rows.csv").write_bytes(ROWS.encode())
    found: tuple[Fault, ...] = ()
    try:
        load_set(folder / "set.yaml")
    except FormatError as error:
        found = error.faults

    assert all(fault.reason for fault in found)
