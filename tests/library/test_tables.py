"""Tables beside a set on disk: found, part of the set, read again when they change."""

import os

import pytest

from quizapp import paths
from quizapp.errors import FormatError
from quizapp.library.files import load_set, origin_of, places_in
from quizapp.library.loader import Library
from tests.tables import BORDERS, CAPITALS, PLACES, YAML


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "questions"
    (folder / "t").mkdir(parents=True)
    for name, text in (("places", PLACES), ("capitals", CAPITALS), ("borders", BORDERS)):
        (folder / "t" / f"{name}.csv").write_text(text)
    (folder / "small.yaml").write_text(YAML)
    return folder


@pytest.fixture
def library(folder):
    return Library(folder, paths.WORDING / "en")


def rewrite(path, content):
    """Write a file and give it another time, whatever the clock's grain."""
    path.write_text(content)
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 2 * 10**9))


def fault_of(folder):
    with pytest.raises(FormatError) as caught:
        load_set(folder / "small.yaml")
    (fault,) = caught.value.faults
    return str(fault).removeprefix(str(folder / ""))


def test_tables_are_found_from_the_folder_of_the_set(folder):
    assert len(load_set(folder / "small.yaml").atoms) == 5


def test_a_changed_table_makes_the_set_another_revision(library, folder):
    first = library.shelf("small").bank.digest
    rewrite(folder / "t" / "capitals.csv", CAPITALS.replace("nordia", "ost"))

    assert library.shelf("small").bank.digest != first
    assert "capitals/nor-town:ost" in {atom.slot for atom in library.shelf("small").bank.atoms}


def test_a_set_with_a_broken_table_leaves_the_shelf_and_comes_back(library, folder):
    rewrite(folder / "t" / "capitals.csv", CAPITALS.replace("nordia", "nowhere"))
    assert library.shelves() == ()
    assert str(library.faults()[0]).startswith('t/capitals.csv:2:10: there is no "nowhere"')
    (folder / "t" / "capitals.csv").write_text(CAPITALS)

    assert len(library.shelves()) == 1


def test_a_table_that_appears_mends_the_set(library, folder):
    (folder / "t" / "borders.csv").unlink()
    assert library.shelves() == ()
    (folder / "t" / "borders.csv").write_text(BORDERS)

    assert len(library.shelves()) == 1


def test_a_table_with_a_byte_order_mark_is_read(folder):
    (folder / "t" / "places.csv").write_text("\ufeff" + PLACES, encoding="utf-8")

    assert "nordia" in load_set(folder / "small.yaml").entities


def test_a_missing_table_says_so_where_the_set_names_it(folder):
    (folder / "t" / "places.csv").unlink()

    assert fault_of(folder).startswith('/small.yaml:5:10: there is no file "t/places.csv"')


def test_a_table_that_is_not_utf8_says_so(folder):
    (folder / "t" / "capitals.csv").write_bytes(b"subject,object\nnor-town,nordi\xe4\n")

    assert fault_of(folder) == "t/capitals.csv:2:1: this is not UTF-8: save it as UTF-8"


@pytest.mark.parametrize(
    "name", ["../outside.csv", "/etc/hosts", "t/../../outside.csv", "t", '"\\0"']
)
def test_a_table_outside_the_folder_of_the_set_is_not_opened(folder, name):
    (folder.parent / "outside.csv").write_text(PLACES)
    (folder / "small.yaml").write_text(YAML.replace("t/places.csv", name))

    assert "there is no file" in fault_of(folder)


def test_a_link_out_of_the_folder_is_not_followed(folder):
    (folder.parent / "outside.csv").write_text(PLACES)
    (folder / "t" / "places.csv").unlink()
    (folder / "t" / "places.csv").symlink_to(folder.parent / "outside.csv")

    assert "there is no file" in fault_of(folder)


def test_remarks_on_things_of_a_table_name_its_cells(folder):
    place = places_in(origin_of(folder / "small.yaml")).of_subject("sudia", ("name",), "a remark")

    assert str(place) == "t/places.csv:3:7: a remark"


def test_a_row_that_another_fact_excludes_names_the_line_of_the_table(folder):
    table = (folder / "t" / "capitals.csv").read_text().splitlines()
    _town, land = table[2].split(",")[:2]
    other = table[1].split(",")[0]
    told = f"  first: {{capital_of: [[{other}, {land}]], as_of: 2024, cite: {{teacher: x}}}}\n"
    (folder / "small.yaml").write_text(YAML.replace("facts:\n", f"facts:\n{told}"))

    with pytest.raises(FormatError) as caught:
        load_set(folder / "small.yaml")

    places = {(fault.path, fault.line) for fault in caught.value.faults}
    assert ("t/capitals.csv", 3) in places
