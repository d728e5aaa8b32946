"""``quizapp people`` and ``quizapp audit``: codes, exports, erasure, and who did what."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli.commands import main
from quizapp.core.people.roles import Role
from quizapp.services.run import open_store
from tests import make
from tests.conftest import NOW
from tests.people import account


@pytest.fixture
def call(tmp_path: Path):
    config = make.config(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner(env=make.environ(config)).invoke(main, [*arguments])

    store = open_store(config, now=NOW)
    store.write(lambda session: account(session, NOW, name="Asha Rao"))
    store.write(lambda session: account(session, NOW, name="Ada", role=Role.ADMIN))
    store.close()
    return run


def test_a_code_is_given(call):
    answer = call("people", "reset", "asha rao")

    assert answer.output.startswith("Asha Rao sets another password at /reset by the code ")
    assert "somebody gave a password code: Asha Rao" in call("audit").output


def test_a_second_factor_is_turned_off(call):
    assert "no second factor any more" in call("people", "second-factor-off", "Asha Rao").output


def test_everything_of_somebody_is_written(call, tmp_path):
    path = tmp_path / "asha.zip"

    answer = call("people", "export", "Asha Rao", "-o", str(path))

    assert answer.exit_code == 0
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("accounts.json"))[0]["name"] == "Asha Rao"


def test_somebody_is_erased_when_that_is_confirmed(call, tmp_path):
    assert call("people", "erase", "Asha Rao").exit_code == 1
    assert "Asha Rao" in call("people", "list").output

    assert call("people", "erase", "Asha Rao", "--yes").output == "Asha Rao is erased.\n"

    assert "Asha Rao" not in call("people", "list").output
    for path in (tmp_path / "instance").rglob("*"):
        assert not path.is_file() or b"Asha Rao" not in path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["people", "reset", "Nobody"], "There is no account “Nobody”"),
        (["people", "erase", "Nobody", "--yes"], "There is no account “Nobody”"),
        (["people", "erase", "Ada", "--yes"], "only admin"),
        (["people", "export", "Nobody", "-o", "x.zip"], "There is no account “Nobody”"),
    ],
)
def test_what_cannot_be_done_is_said_and_not_told(call, arguments, said):
    answer = call(*arguments)

    assert answer.exit_code == 1
    assert said in answer.output
    assert call("audit").output == ""


def test_the_log_is_printed_as_text_and_as_json(call):
    call("people", "reset", "Asha Rao")
    call("people", "second-factor-off", "Asha Rao")

    lines = [json.loads(line) for line in call("audit", "--json").output.splitlines()]

    assert [line["deed"] for line in lines] == [
        "turned a second factor off",
        "gave a password code",
    ]
    assert call("audit", "--since", "2999-01-01").output == ""
    assert call("audit", "--deed", "gave a password code").output.count("\n") == 1
