"""The command that checks set files."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.facts import facts
from quizapp.core.diagnostics.register import OF_FACTS
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
    assert "40 facts" in result.output
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

    result = check("--explain", path)

    assert "6 of 7 sentences carry no fact" in result.output
    assert 'seeds/small.md:10:39: no fact rests on this sentence: "The fair' in result.output
    assert "The summit ended" not in result.output


def test_a_missing_file_is_a_fault():
    result = check(Path("nowhere.yaml"))

    assert result.exit_code == 1
    assert "there is no such file" in result.output


TALK = 'facts: {talk: {event: summit, covered: {list: [roads]}, cite: {report: "summit ended"}}}\n'


def test_the_plain_check_counts_the_hints_and_tells_none(folder):
    path = folder / "sound.yaml"
    path.write_text(text(TALK))

    lines = check(path).output.splitlines()

    (whole,) = json.loads(check("--json", path).stdout)["sets"]
    alone = [hint for hint in whole["hints"] if hint["code"] in OF_FACTS]
    assert 1 < len(alone) < len(whole["hints"])
    assert len(lines) == 2
    assert re.fullmatch(rf"{path}: {len(alone)} hints from the facts alone: --explain .*", lines[1])


def test_explaining_tells_what_a_fact_yields_and_refuses_and_what_to_do(folder):
    path = folder / "sound.yaml"
    path.write_text(text(TALK))
    line = text(TALK).splitlines().index(TALK.strip()) + 1

    result = check("--explain", path)

    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[1:4] == [
        "talk: 1 item (flashcard 1)",
        "  talk/covered:roads: 1 item (flashcard 1)",
        "    no true_false: nothing of the same sort is provably false in its place",
    ]
    assert "    open-list: if the source names them all, write complete: yes" in result.output
    (at,) = [n for n, one in enumerate(lines) if "[open-list]" in one]
    column = TALK.index("covered") + 1
    assert lines[at].startswith(f"{path}:{line}:{column}: open list (covered): ")
    assert lines[at + 1].startswith("  -> if the source names them all, write complete: yes")


def test_json_holds_the_same_with_places_for_an_editor(folder):
    path = folder / "sound.yaml"
    path.write_text(text(TALK))

    (found,) = json.loads(check("--json", path).stdout)["sets"]

    assert found["figures"] == {"facts": 1, "slots": 1, "claims": 1, "sentences": 7, "bare": 6}
    assert found["faults"] == []
    (hint,) = [one for one in found["hints"] if one["code"] == "open-list"]
    assert set(hint) == {"code", "path", "line", "column", "message", "hint", "subject", "slot"}
    assert (hint["path"], hint["subject"], hint["slot"]) == (str(path), "talk", None)
    assert hint["column"] == TALK.index("covered") + 1
    (fact,) = found["facts"]
    assert (fact["slug"], fact["items"]) == ("talk", {"flashcard": 1})
    assert fact["slots"][0]["slot"] == "talk/covered:roads"
    assert {"kind", "reason"} == set(fact["slots"][0]["refused"][0])


def test_json_holds_the_faults_with_places_and_the_exit_is_one(folder):
    path = folder / "broken.yaml"
    path.write_text(HEAD + "facts: {a: {shout: x}}\n")

    result = check("--json", path)

    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)["sets"]
    assert found["figures"] is None
    (fault,) = found["faults"]
    assert (fault["path"], fault["line"], fault["column"]) == (str(path), 6, 9)
    assert "no known shape of fact" in fault["message"]
    assert found["hints"] == found["facts"] == []
