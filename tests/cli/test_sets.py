"""``quizapp sets``: listed, out as a zip, in again."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli.commands import main
from quizapp.core.people.roles import Role
from quizapp.services.run import open_store
from tests import make
from tests.conftest import NOW
from tests.people import account
from tests.services.authors import begin, publish


@pytest.fixture
def call(tmp_path: Path):
    config = make.config(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner(env=make.environ(config)).invoke(main, ["sets", *arguments])

    store = open_store(config, now=NOW)

    def fill(session) -> None:
        tara = account(session, NOW, name="Tara Teach", role=Role.TEACHER)
        account(session, NOW, name="Asha Rao")
        publish(session, tara, begin(session, tara, NOW), NOW)

    store.write(fill)
    store.close()
    return run


def test_sets_are_listed_with_whose_they_are(call):
    assert call("list").output == ("capitals: Capitals, by Tara Teach, versions: 1, published: 1\n")


def test_a_set_goes_out_and_comes_in_under_an_id_of_its_own(call, tmp_path):
    path = str(tmp_path / "out.zip")

    out = call("export", "capitals", "--output", path)
    came = call("import", path, "--owner", "tara teach")

    assert (out.exit_code, came.exit_code) == (0, 0)
    assert came.output == "capitals-2: Capitals, for tara teach.\n"
    assert "capitals-2: Capitals, by Tara Teach, versions: 1\n" in call("list").output


def test_an_id_of_the_folder_is_not_taken_twice(call, tmp_path):
    path = tmp_path / "set.yaml"
    path.write_text("set: india-us-2plus2-2023\ntitle: Mine\n")

    came = call("import", str(path), "--owner", "Tara Teach")

    assert came.exit_code == 0
    assert "set.yaml" in came.output  # its faults: it is a draft
    assert "india-us-2plus2-2: Mine" in came.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "no-such"], 'There is no set "no-such" in the database'),
        (["export", "capitals", "--version", "9"], "There is no version 9"),
        (["import", __file__, "--owner", "Tara Teach"], "give a zip, or the YAML file of a set"),
    ],
)
def test_what_cannot_be_done_is_said(call, arguments, said):
    answer = call(*arguments)

    assert answer.exit_code == 1
    assert said in answer.output


def test_only_a_teacher_owns_a_set(call, tmp_path):
    path = tmp_path / "set.yaml"
    path.write_text("set: a\n")

    answer = call("import", str(path), "--owner", "Asha Rao")

    assert (answer.exit_code, answer.output) == (1, "No teacher here has the name “Asha Rao”.\n")
