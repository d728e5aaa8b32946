"""The command that looks for cues in questions written by hand."""

import json

import pytest
from click.testing import CliRunner

from quizapp import paths
from quizapp.cli.items import items
from tests.sets import SOURCE, text

QUESTIONS = """
questions:
  sound:
    {format: choice, stem: Why did it rain?, right: the wind rose, wrong: [the sun set, night fell],
      cite: {teacher: x}}
  long:
    {format: choice, stem: Who came first?, right: the mayor of the city by the sea,
      wrong: [the clerk, the judge], cite: {teacher: x}}
  twice:
    {format: choice, stem: "Why, then, did it rain?", right: "The wind rose.",
      wrong: [all of these, the moon set], cite: {teacher: x}}
"""


def lint(*arguments):
    return CliRunner().invoke(items, ["lint", *map(str, arguments)])


@pytest.fixture
def set_file(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    (tmp_path / "questions").mkdir()
    path = tmp_path / "questions" / "small.yaml"
    path.write_text(text(QUESTIONS))
    return path


def line_of(slug):
    return text(QUESTIONS).splitlines().index(f"  {slug}:") + 1


def test_flaws_are_told_with_place_and_rule_and_what_to_do_and_the_exit_is_one(set_file):
    result = lint(set_file)

    assert result.exit_code == 1
    long, twice = line_of("long"), line_of("twice")
    lines = result.output.splitlines()
    assert lines[0].startswith(f"{set_file}:{long}:3: what is right is longer than all other")
    assert lines[0].endswith(" [key_length]")
    assert lines[1].startswith("  -> make a wrong option as long")
    assert [line.rpartition(" ")[2] for line in lines[2:-1:2]] == [
        "[above]", "[absolutes]", "[near_duplicate]",
    ]  # fmt: skip
    assert lines[-2] == "  -> keep one of the two questions, or ask for something else"
    assert all(line.startswith(f"{set_file}:{twice}:3: ") for line in lines[2:-1:2])
    assert 'it asks the same as "sound"' in result.output
    assert lines[-1] == f"{set_file}: 4 flaws in 3 questions written by hand"


def test_json_holds_the_same_for_an_editor(set_file):
    result = lint(set_file, "--json")

    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["version"], report["path"], report["questions"]) == (1, str(set_file), 3)
    flaw = report["flaws"][0]
    assert set(flaw) == {"lint", "path", "line", "column", "message", "hint", "subject"}
    assert (flaw["lint"], flaw["subject"], flaw["line"]) == ("key_length", "long", line_of("long"))


@pytest.mark.parametrize("path", sorted(paths.QUESTIONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_bundled_sets_have_no_flaw(path):
    result = lint(path.stem)

    assert result.exit_code == 0, result.output
    assert ": 0 flaws in " in result.output


def test_an_unknown_set_says_what_to_do():
    result = lint("no-such-set")

    assert result.exit_code == 1
    assert "there is no set no-such-set" in result.output


def test_help_names_both_commands():
    result = CliRunner().invoke(items, ["--help"])

    assert result.exit_code == 0
    assert {"lint", "list"} <= set(result.output.split())


def test_a_rule_that_the_exam_switches_off_is_not_asked(set_file):
    own = set_file.parent.parent / "profiles"
    own.mkdir()
    (own / "mine.yaml").write_text("{profile: mine, name: Mine, lints_off: {key_length: it is so}}")

    result = lint(set_file, "--profile", "mine")

    assert "[key_length]" not in result.output
    assert "[above]" in result.output
