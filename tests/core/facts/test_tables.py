"""Tables: things and rows of relations from CSV files, as if they were written out."""

import pytest

from quizapp.core.facts.fact import RelationFact
from tests.tables import BORDERS, CAPITALS, PLACES, YAML, faults, read


def test_things_from_a_table_are_those_of_entries_written_out():
    written = """
places:
  nordia: {name: Nordia, kind: country, aliases: [Norland, The North]}
  sudia: {name: Sudia, the: yes, kind: country}
  ost: {name: Ostia, kind: country}
  isla: {name: Isla, kind: country}
  nor-town: {name: Nortown, kind: capital}
  sud-town: {name: Sudtown, kind: capital}
"""

    entities = read().entities

    plain = YAML.replace("places: {rows: t/places.csv}", written)
    assert read(yaml=plain).entities == entities
    assert entities["nordia"].aliases == ("Norland", "The North")


def test_rows_from_a_table_are_those_of_pairs_written_out():
    written = YAML.replace("{rows: t/capitals.csv}", "[[nor-town, nordia], [sud-town, sudia]]")

    assert read(yaml=written).atoms == read().atoms


def test_lists_from_a_table_are_those_of_lists_written_out():
    lists = """{
      nordia: {list: [sudia, ost], complete: yes},
      sudia: {list: [nordia], not: [isla]},
      ost: {list: [nordia]},
      isla: {complete: yes}}"""
    written = YAML.replace("{rows: t/borders.csv}", lists)

    assert read(yaml=written).atoms == read().atoms
    assert read(yaml=written).closures == read().closures


def test_the_slot_of_a_row_is_named_by_its_ends():
    slots = [atom.slot for atom in read().atoms]

    assert "capitals/nor-town:nordia" in slots
    assert "borders/nordia:sudia" in slots


def test_a_row_given_from_both_sides_is_one_row():
    fact = read().facts["borders"]

    assert isinstance(fact, RelationFact)
    assert fact.rows == (("nordia", "sudia"), ("nordia", "ost"))
    assert fact.denied == (("isla", "sudia", ()),)


def test_entries_may_stand_beside_a_table():
    more = YAML.replace(
        "places: {rows: t/places.csv}", "places: {rows: t/places.csv, x: {name: X}}"
    )

    assert set(read(yaml=more).entities) == {*read().entities, "x"}


@pytest.mark.parametrize(
    "saved",
    [
        PLACES.replace(",", ";"),
        PLACES.replace(",", "\t"),
        PLACES.replace("\n", "\r\n"),
        PLACES.replace("\n", "\r"),
        PLACES.replace(",", ", "),
        PLACES.replace("Sudia", '"Sudia"'),
        PLACES.rstrip("\n"),
        PLACES + "\n\n,,,,\n",
        "\n" + PLACES,
    ],
    ids=["semicolons", "tabs", "CRLF", "CR", "spaces", "quotes", "no end", "blank", "blank first"],
)
def test_what_a_spreadsheet_saves_is_read_as_it_is(saved):
    assert read(places=saved).entities == read().entities


def test_a_quoted_cell_may_hold_separators_quotes_and_lines():
    odd = PLACES.replace("Sudia,", '"Sudia, ""the\nwarm""",')

    assert read(places=odd).entities["sudia"].name == 'Sudia, "the warm"'


def test_notes_are_for_those_who_keep_the_table():
    noted = "subject,object,note\nnor-town,nordia,since 1900\nsud-town,sudia,\n"

    assert read(capitals=noted).atoms == read().atoms


def test_a_table_belongs_to_the_bundle():
    digests = {
        read().digest,
        read(capitals=CAPITALS + "\n").digest,
        read(places=PLACES.replace("Nortown", "Norton")).digest,
        read(borders=BORDERS.replace("isla,,,yes\n", "")).digest,
    }

    assert len(digests) == 4


#: A broken table each: which it is, what it holds, and its faults without the reasons' ends.
_BROKEN = [
    ("places", "", ["t/places.csv:1:1: the table is empty"]),
    ("places", "id,name\n", ["t/places.csv:1:1: the table is empty"]),
    ("places", "name,the\nX,\n", ['t/places.csv:1:1: the first line names the columns, and "id"']),
    ("places", "id,nam\nx,X\n", ['t/places.csv:1:4: this table has no column "nam"; did you mean']),
    ("places", "id,name,members\nx,X,\n", ['t/places.csv:1:9: this table has no column "members"']),
    ("places", "id,name,id\nx,X,y\n", ['t/places.csv:1:9: the column "id" stands here twice']),
    ("places", "id,name,\nx,X,\n", ["t/places.csv:1:9: this column has no name"]),
    ("places", "id,name\n,X\n", ["t/places.csv:2:1: this cell is empty: write the id"]),
    ("places", "id,name\nx,\n", ['t/places.csv:2:1: an entry of places needs the field "name"']),
    ("places", "id,name\nx,X\nx,Y\n", ['t/places.csv:3:1: the id "x" stands in line 2 too']),
    ("places", "id,name\nx,X\ny,X\n", ['t/places.csv:3:3: "X" is the name of "x" too']),
    ("places", "id,name\nthe X,X\n", ['t/places.csv:2:1: "the X" cannot be an id']),
    ("places", "id,name\nann,X\n", ['t/places.csv:2:1: the id "ann" is taken by one of people']),
    ("places", "id,name,the\nx,X,true\n", ["t/places.csv:2:5: write yes or no"]),
    ("places", "id,name,part_of\nx,X,y\n", ['t/places.csv:2:5: there is no "y"']),
    ("places", "id,name,aliases\nx,X,A||B\n", ["t/places.csv:2:5: this is empty"]),
    (
        "places",
        "id,name,reveals\nx,X,colour\n",
        ['t/places.csv:2:5: a name cannot reveal "colour"'],
    ),
    ("places", 'id,name\nx,"X\n', ["t/places.csv:2:1: this row is no CSV"]),
    (
        "places",
        'id,name\nx,"X"Y\ny,Y,Z\n',
        ["t/places.csv:2:1: ", "t/places.csv:3:5: the row has 3"],
    ),
    ("places", 'id,"na\nme"\nx,X\n', ['t/places.csv:1:4: this table has no column "na me"; did']),
    (
        "capitals",
        "subject\nnor-town\n",
        ["t/capitals.csv:1:1: the first line names the columns, and"],
    ),
    (
        "capitals",
        "subject,objekt\n",
        ['t/capitals.csv:1:9: this table has no column "objekt"; did you mean "object"?'],
    ),
    ("capitals", "subject,object\nnor-town\n", ["t/capitals.csv:2:1: the row has 1 cells"]),
    (
        "capitals",
        "subject,object\nnor-town,nordia,\n",
        ["t/capitals.csv:2:17: the row has 3 cells"],
    ),
    ("capitals", "subject,object\nnor-town,\n", ["t/capitals.csv:2:10: the object is empty"]),
    ("capitals", "subject,object\n,nordia\n", ["t/capitals.csv:2:1: the subject is empty"]),
    (
        "capitals",
        "subject,object\nnor-twon,nordia\n",
        ['t/capitals.csv:2:1: there is no "nor-twon"; did you mean "nor-town"?'],
    ),
    (
        "capitals",
        "subject,object\nnor-town,ann\n",
        ['t/capitals.csv:2:10: "ann" stands under people'],
    ),
    (
        "capitals",
        "subject,object\nnor-town,nordia\n\nnor-town,nordia\n",
        ['t/capitals.csv:4:1: the row "nor-town, nordia" stands here twice'],
    ),
    (
        "capitals",
        "subject,object\nnor-town,nordia\nnor-town,sudia\n",
        ['t/capitals.csv:3:10: "nor-town" stands with "nordia" already, and one_object'],
    ),
    (
        "capitals",
        "subject,object\nnor-town,nordia\nsud-town,nordia\n",
        ['t/capitals.csv:3:10: "nordia" stands with "nor-town" already, and one_subject'],
    ),
    ("borders", "subject,object,not\nnordia,,\n", ["t/borders.csv:2:8: the object is empty"]),
    (
        "borders",
        "subject,object,complete\nnordia,ost,si\n",
        ["t/borders.csv:2:12: write yes or no"],
    ),
    ("borders", "subject,object,not\nnordia,,osst\n", ['t/borders.csv:2:9: there is no "osst"']),
    (
        "borders",
        "subject,object,complete\nnordia,ost,\nnordia,ost,\n",
        ['t/borders.csv:3:8: "ost" is listed twice'],
    ),
    (
        "borders",
        "subject,object,complete\nost,isla,yes\nnordia,ost,\n",
        ['t/borders.csv:3:8: the list of "ost" is complete without "nordia"'],
    ),
    (
        "borders",
        'subject,object,complete\n"nor\ndia","ost", yes\nx y,  osst,yes\n',
        [
            't/borders.csv:2:1: there is no "nor dia"',
            't/borders.csv:4:1: there is no "x y"',
        ],
    ),
]


@pytest.mark.parametrize(("table", "text", "wanted"), _BROKEN)
def test_a_fault_names_the_line_and_the_cell(table, text, wanted):
    found = faults(**{table: text})

    assert len(found) == len(wanted)
    assert all(fault.startswith(start) for fault, start in zip(found, wanted, strict=True)), found


def test_a_thing_with_a_fault_of_its_own_is_not_missed_by_the_rows():
    found = faults(places=PLACES.replace("Sudia,yes", "Sudia,perhaps"), yaml=YAML)

    assert found == ['t/places.csv:3:13: write yes or no, not "perhaps"']


def test_things_lost_with_a_broken_row_are_not_missed_by_other_tables():
    found = faults(places=PLACES.replace("Sudia,yes,,country", "Sudia"), yaml=YAML)

    assert found == [
        "t/places.csv:3:7: the row has 2 cells and the header 5: the last ones are missing"
    ]
