"""Every lint finds its flaw and lets a sound item pass."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.core.items import lints
from quizapp.core.items.lints import LINTS, complaints, first_complaint
from quizapp.core.items.lints.hints import HINTS
from tests.core.items.handmade import bank, choosing, naming
from tests.core.items.lints.examples import EXAMPLES, WHO

BASES = {"__init__", "hints", "reading", "register"}
every_lint = pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.__name__)


@every_lint
def test_a_lint_lets_sound_items_pass(lint) -> None:
    sound, _ = EXAMPLES[lint.__name__]

    assert [lint(one, bank()) for one in sound] == [None] * len(sound)


@every_lint
def test_a_lint_names_the_flaw_it_finds(lint) -> None:
    _, flawed = EXAMPLES[lint.__name__]

    for one, word in flawed:
        assert word in (lint(one, bank()) or "")


def test_every_file_of_a_lint_is_registered() -> None:
    files = {path.stem for path in Path(lints.__file__).parent.glob("*.py")}

    assert {lint.__name__ for lint in LINTS} == files - BASES


def test_for_every_lint_an_author_is_told_what_to_do() -> None:
    assert HINTS.keys() == {lint.__name__ for lint in LINTS} | {"near_duplicate"}


def test_the_first_complaint_carries_the_name_of_its_rule() -> None:
    flawed = choosing("Which?", "None of these", "ports", "roads")

    assert (first_complaint(flawed, bank()) or "").startswith("above: ")


def test_a_sound_item_raises_no_complaint() -> None:
    sound = naming(WHO, "took_part", "fair", "asha", "bela", "dev")

    assert first_complaint(sound, bank()) is None


def test_perhaps_the_same_things_are_no_options_of_one_item() -> None:
    known = bank()
    twin = replace(known.entities["dev"], maybe_same=("asha",))
    unsure = replace(known, entities={**known.entities, "dev": twin})

    complaint = first_complaint(naming(WHO, "took_part", "fair", "asha", "dev", "chand"), unsure)

    assert complaint == 'overlap: "Asha Rao" and "Dev Nair" overlap'


def test_every_complaint_is_told_but_those_of_lints_that_are_off() -> None:
    flawed = choosing("Which?", "None of these", "ports", "roads")

    assert [name for name, _ in complaints(flawed, bank())] == ["above", "absolutes", "key_length"]
    assert first_complaint(flawed, bank(), off={"above", "absolutes", "key_length"}) is None
