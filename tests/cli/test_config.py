"""``quizapp config``: every setting, its value, its origin; nobody's secret."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from quizapp import paths
from quizapp.cli.commands import main
from quizapp.config import SETTINGS


def run_config(**environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", "config"],
        cwd=paths.ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_lists_every_setting_with_its_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_WORKERS", "3")

    said = CliRunner().invoke(main, ["config"])

    assert said.exit_code == 0
    for setting in SETTINGS:
        assert f"{setting.name}=" in said.output
        assert setting.meaning in said.output
    assert "QUIZAPP_WORKERS=3\n" in said.output
    assert "(from QUIZAPP_WORKERS)" in said.output


def test_wrong_settings_are_one_line_each_and_a_status_of_their_own() -> None:
    refused = run_config(QUIZAPP_PORT="http", QUIZAPP_PROT="1")

    assert refused.returncode == 78
    assert refused.stdout == ""
    assert len(refused.stderr.splitlines()) == 2
