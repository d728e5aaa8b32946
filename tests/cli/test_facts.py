"""The command that checks set files."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.facts import facts
from tests.sets import HEAD, SOURCE, text


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    (tmp_path / "questions").mkdir()
    return tmp_path / "questions"


def check(*files):
    return CliRunner().invoke(facts, ["check", *map(str, files)])


def test_the_bundled_sets_are_sound():
    result = check()

    assert result.exit_code == 0, result.output
    assert "36 facts" in result.output
    assert "0 of 16 sentences carry no fact" in result.output


def test_all_faults_of_all_files_are_printed_and_the_exit_is_one(folder):
    sound, broken = folder / "sound.yaml", folder / "broken.yaml"
    sound.write_text(text())
    broken.write_text(HEAD + "people: {ana: {nam: Ana}}\nfacts: {a: {shout: x}}\n")

    result = check(broken, sound)

    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0].startswith(f"{broken}:6:")
    assert lines[1].startswith(f"{broken}:6:")
    assert lines[2].startswith(f"{broken}:7:")
    assert lines[3] == f"{broken}: 3 faults"
    assert lines[4].startswith(f"{sound}: 0 facts, 0 slots, 0 claims")


def test_sentences_without_a_fact_are_listed(folder):
    path = folder / "sound.yaml"
    path.write_text(text('no_fact: [{report: "The summit ended on 3 May."}]'))

    result = check(path)

    assert "6 of 7 sentences carry no fact" in result.output
    assert "report [p3] The fair came before the summit." in result.output
    assert "[p1] The summit ended" not in result.output


def test_a_missing_file_is_a_fault():
    result = check(Path("nowhere.yaml"))

    assert result.exit_code == 1
    assert "there is no such file" in result.output
