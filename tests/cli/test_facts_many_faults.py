"""The command that checks set files tells of a great many faults only the first."""

import json

import pytest
from click.testing import CliRunner

from quizapp.cli.facts import facts
from quizapp.core.proof.clash import MOST
from quizapp.errors import FAULTS_TOLD
from tests import growth


@pytest.fixture
def clashing(tmp_path):
    """Return what writes a set of so many facts that all contradict each other."""

    def write(count):
        path = tmp_path / "many.yaml"
        path.write_text(growth.of_one_office_at_once(count), "utf-8")
        return path

    return write


def check(*arguments):
    return CliRunner().invoke(facts, ["check", *map(str, arguments)])


def test_the_first_faults_by_line_are_printed_and_the_others_counted(clashing):
    path, pairs = clashing(20), 20 * 19 // 2

    result = check(path)

    assert result.exit_code == 1
    *told, more, total = result.output.splitlines()
    lines = [int(line.removeprefix(f"{path}:").partition(":")[0]) for line in told]
    assert len(lines) == FAULTS_TOLD
    assert lines == sorted(lines)
    assert more == f"{path}: and {pairs - FAULTS_TOLD} more faults"
    assert total == f"{path}: {pairs} faults"


def test_json_says_how_many_are_left_out(clashing):
    (found,) = json.loads(check("--json", clashing(20)).stdout)["sets"]

    assert len(found["faults"]) == FAULTS_TOLD
    assert found["left_out"] == {"faults": 190 - FAULTS_TOLD, "counted": True}


def test_json_says_that_nothing_is_left_out(clashing):
    (found,) = json.loads(check("--json", clashing(3)).stdout)["sets"]

    assert len(found["faults"]) == 3
    assert found["left_out"] == {"faults": 0, "counted": True}


def test_where_the_search_ended_early_there_may_be_more(clashing):
    path = clashing(120)  # 7,140 pairs

    result = check(path)

    *_, more, total = result.output.splitlines()
    assert more == f"{path}: and at least {MOST - FAULTS_TOLD:,} more faults"
    assert total == f"{path}: at least {MOST:,} faults"
    (found,) = json.loads(check("--json", path).stdout)["sets"]
    assert found["left_out"] == {"faults": MOST - FAULTS_TOLD, "counted": False}


def test_faults_of_the_form_are_counted_as_well(tmp_path):
    path = tmp_path / "many.yaml"
    things = "".join(f"  p{n}: {{nam: x}}\n" for n in range(150))
    path.write_text(f"set: s\ntitle: S\npeople:\n{things}", "utf-8")

    (found,) = json.loads(check("--json", path).stdout)["sets"]

    assert len(found["faults"]) == FAULTS_TOLD
    assert found["left_out"]["counted"]
    assert found["left_out"]["faults"] >= 50
