"""Set files and what they name."""

import pytest

from quizapp.errors import FormatError
from quizapp.library.files import load_set, set_files
from tests.sets import SOURCE, text


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    return tmp_path / "questions"


def test_sets_are_found_by_name(folder):
    for name in ("b.yaml", "a.yaml", "notes.txt"):
        (folder / name).write_text(text())

    assert [path.name for path in set_files(folder)] == ["a.yaml", "b.yaml"]


def test_a_clash_names_both_facts_at_the_line_of_the_later(folder):
    path = folder / "small.yaml"
    body = """
    facts:
      one: {office: mayor, holder: ana, on: report, cite: {report: The mayor}}
      two: {office: mayor, holder: ben, on: report, cite: {report: The mayor}}
    """
    path.write_text(text(body))

    with pytest.raises(FormatError) as caught:
        load_set(path)

    (fault,) = caught.value.faults
    assert '"one"' in fault.reason
    assert '"two"' in fault.reason
    line = next(n for n, row in enumerate(path.read_text().splitlines(), 1) if "two:" in row)
    assert (fault.line, fault.column) == (line, 3)


def test_a_file_outside_the_bundle_is_not_opened(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text(SOURCE)
    path = folder / "small.yaml"
    path.write_text(text().replace("seeds/small.md", f"../{outside.parent.name}/secret.md"))

    with pytest.raises(FormatError, match="there is no file"):
        load_set(path)


def test_a_file_that_is_not_utf8_says_so(folder):
    path = folder / "small.yaml"
    path.write_bytes(b"set: small\ntitle: caf\xe9\n")

    with pytest.raises(FormatError, match=r"small\.yaml:2:1: this is not UTF-8"):
        load_set(path)


def test_a_missing_file_says_so(folder):
    with pytest.raises(FormatError, match="there is no such file"):
        load_set(folder / "absent.yaml")


@pytest.mark.parametrize(
    ("body", "own", "what"),
    [
        ("apart: [[roads, schools]]", "", "[roads, schools]"),
        ("", ", apart: [roads]", "apart: [roads]"),
    ],
)
def test_things_declared_apart_that_have_a_part_in_common_are_told_there(folder, body, own, what):
    path = folder / "small.yaml"
    works, schools = "{name: public works, plural: yes", "{name: schools, plural: yes"
    whole = text(body).replace(works, f"{works}, part_of: [schools]")
    path.write_text(whole.replace(schools, f"{schools}{own}"))

    with pytest.raises(FormatError, match="declared apart") as caught:
        load_set(path)

    (fault,) = caught.value.faults
    rows = path.read_text().splitlines()
    assert rows[fault.line - 1][fault.column - 1 :].startswith(what)
