"""How far a long command has come is said now and then, on the way that errors take."""

import sys

import pytest

from quizapp.cli.progress import Progress


def progress_at(*moments: float) -> Progress:
    return Progress(iter((0.0, *moments)).__next__)


def test_it_is_said_once_a_second_at_most_and_line_by_line(capsys):
    progress = progress_at(0.5, 1.0, 1.5, 2.5)

    for count in (1_000, 2_000, 3_000, 1_234_000):
        progress.told(7, count)
    progress.over()

    out, err = capsys.readouterr()
    assert out == ""
    assert err == "learner 7: 2,000 answers so far\nlearner 7: 1,234,000 answers so far\n"


def test_on_a_terminal_one_line_changes_and_goes(capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = progress_at(1.0, 2.0)

    for count in (1_000, 2_000):
        progress.told(7, count)
    progress.over()
    progress.over()

    _, *lines, last = capsys.readouterr().err.split("\r\x1b[K")
    assert lines == ["learner 7: 1,000 answers so far", "learner 7: 2,000 answers so far"]
    assert last == ""
