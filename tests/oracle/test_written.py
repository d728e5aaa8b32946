"""Questions written by hand: only the file's own words may be published, and never as proved."""

import pytest

from tests.oracle.fuzzing import published_items
from tests.oracle.judge import Docket
from tests.oracle.reader import read_set

SET = """
set: own
title: Own questions
sources: {lesson: {kind: teacher knowledge, label: the lesson}}
people: {a: {name: Ana}, b: {name: Ben}}
questions:
  colour:
    format: choice
    stem: Which colour has the door?
    right: green as grass
    wrong: [blue as steel, red as brick]
    cite: {lesson: so}
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(SET, encoding="utf-8")
    return path


def faults(path, item) -> list[str]:
    docket = Docket(read_set(path))
    docket.add(item)
    return [fault for _, fault in docket.judge()]


def published(path):
    return next(item for item in published_items(path, 0) if item["format"] == "choice")


def test_the_words_of_the_file_are_published(path):
    assert faults(path, published(path)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"proof": "kernel"},
        {"stem": "Which colour has the roof?"},
        {"tests": ["own/colour/said"]},
        {"key": [7]},
        {"format": "typed"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_words_are_seen(change, path):
    assert faults(path, {**published(path), **change})


@pytest.mark.parametrize("text", ["green as grass", "yellow as straw"])
def test_an_option_that_nobody_wrote_is_seen(text, path):
    item = published(path)
    wrong = next(option for option in item["options"] if not option["right"])
    wrong["text"] = text

    assert faults(path, item)
