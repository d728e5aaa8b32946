"""The command that prints the items of a set."""

import json

import pytest
from click.testing import CliRunner

from quizapp.cli.items import items
from tests.sets import SOURCE, text

SET = "india-us-2plus2-2023"
FACT = """
facts:
  road:
    says: ana
    in: {on: summit}
    quote: "We will build the long northern road together."
    cite: {report: "We will build the long northern road together."}
"""


def run(*arguments):
    return CliRunner().invoke(items, list(map(str, arguments)))


def published(*arguments):
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


@pytest.fixture
def set_file(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    (tmp_path / "questions").mkdir()
    path = tmp_path / "questions" / "small.yaml"
    path.write_text(text(FACT))
    return path


def test_items_are_published_one_object_a_line():
    found = published(SET)

    assert len(found) >= 150
    for item in found:
        assert item["set"] == SET
        assert item["proof"] == ("author" if item["kind"] == "written" else "kernel")
        assert item["seed"] == 0


def test_items_of_one_kind_can_be_asked_for():
    assert {item["kind"] for item in published(SET, "--kind", "first")} == {"first"}


def test_a_seed_prints_the_same_items_again():
    assert published(SET, "--seed", 3) == published(SET, "--seed", 3)
    assert {item["seed"] for item in published(SET, "--seed", 3)} == {3}


def test_a_set_may_be_a_file(set_file):
    assert {item["set"] for item in published(set_file)} == {"small"}


def test_an_examiner_reads_the_key_and_the_reasons():
    result = run(SET, "--kind", "first")

    assert "* Blinken-Jaishankar bilateral talks" in result.output
    assert "ended before the India-US 2+2 Ministerial Dialogue began" in result.output


def test_a_typed_item_is_read_with_what_it_accepts():
    assert "= Narendra Modi; Modi" in run(SET, "--kind", "office").output


def test_refusals_are_printed_with_their_reasons():
    result = run(SET, "--kind", "who_said", "--refused")

    assert "who_said open-productive/said: the source names no speaker (R9)" in result.output
    assert "To whom" not in result.output


def test_an_unknown_set_says_what_to_do():
    result = run("no-such-set")

    assert result.exit_code == 1
    assert "there is no set no-such-set" in result.output


def test_a_set_with_faults_prints_them(set_file):
    set_file.write_text(text("\nfacts: {road: {shout: x}}\n"))

    result = run(set_file)

    assert result.exit_code == 1
    assert "small.yaml:" in result.output


# --- exam profiles ---


def test_items_are_printed_for_an_exam():
    found = published(SET, "--profile", "ssc")

    assert found
    assert {item["format"] for item in found} == {"choice"}
    assert len(found) < len(published(SET))


def test_the_classroom_is_what_is_printed_without_a_profile():
    assert published(SET, "--profile", "classroom") == published(SET)


def test_a_teachers_own_profile_stands_beside_the_questions(set_file):
    (set_file.parent.parent / "profiles").mkdir()
    own = set_file.parent.parent / "profiles" / "club.yaml"
    own.write_text("profile: club\nname: Quiz club\nformats: [true_false]\n")

    assert {item["format"] for item in published(set_file, "--profile", "club")} <= {"true_false"}


def test_an_unknown_profile_says_which_there_are():
    result = run(SET, "--profile", "upsk")

    assert result.exit_code == 1
    assert 'there is no profile "upsk"; there are: classroom, bank, ' in result.output


def test_a_profile_with_faults_prints_them(set_file):
    (set_file.parent.parent / "profiles").mkdir()
    own = set_file.parent.parent / "profiles" / "club.yaml"
    own.write_text("profile: club\nname: Quiz club\noptions: some\n")

    result = run(set_file, "--profile", "club")

    assert result.exit_code == 1
    assert "club.yaml:3:1: write a whole number in figures" in result.output
