"""Every rule of the language broken once: the fault has its very place and says what to do.

What is injected stands in ``injected*.py``, with the places, which are not asked of the reader.
"""

from random import Random

import pytest

from quizapp import paths
from quizapp.core.facts.reader import read_set
from quizapp.errors import Fault, FormatError
from tests.core.facts.every_shape import EVERY_SHAPE, NOTES
from tests.core.facts.injected import BUNDLED, FAMILIES
from tests.core.facts.injecting import Injection

BUNDLED_SOURCE = "seeds/india-us-2plus2-2023.md"
FILES = {
    "seeds/notes.md": NOTES,
    BUNDLED_SOURCE: (paths.SEEDS / "india-us-2plus2-2023.md").read_text("utf-8"),
}
INJECTIONS = {name: tuple(family()) for name, family in FAMILIES.items()}
#: Those whose faults stand in one line and hang on nothing else.
ALONE = [
    one
    for name in ("entry", "field")
    for one in INJECTIONS[name]
    if (one.text.count("\n") == EVERY_SHAPE.count("\n") and "zzz" in one.text) or name == "field"
]


def faults(text: str) -> tuple[Fault, ...]:
    try:
        read_set("every.yaml", text, FILES.get)
    except FormatError as error:
        return error.faults
    return ()


def places(found: tuple[Fault, ...]) -> set[tuple[int, int]]:
    return {(fault.line, fault.column) for fault in found}


def test_the_sets_have_no_faults_before_one_is_injected() -> None:
    assert faults(EVERY_SHAPE) == faults(BUNDLED) == ()


def test_there_are_enough_of_them_and_no_two_are_the_same() -> None:
    texts = [one.text for family in INJECTIONS.values() for one in family]

    assert len(texts) >= 600
    assert len(set(texts)) == len(texts)
    assert all(one.places for family in INJECTIONS.values() for one in family)


@pytest.mark.parametrize(
    "one",
    [one for family in INJECTIONS.values() for one in family],
    ids=lambda one: one.name[:60],
)
def test_a_fault_is_told_at_its_line_and_column_with_what_to_do(one: Injection) -> None:
    found = faults(one.text)

    assert places(found) == one.places
    assert all(one.reason in fault.reason for fault in found), found


@pytest.mark.parametrize("seed", range(60))
def test_all_faults_of_a_set_are_told_at_once(seed: int) -> None:
    rng = Random(seed)
    lines = EVERY_SHAPE.splitlines()
    expected: set[tuple[int, int]] = set()
    for one in rng.sample(ALONE, 12):
        ((line, _),) = one.places
        if all(line != taken for taken, _ in expected):
            lines[line - 1] = one.text.splitlines()[line - 1]
            expected |= one.places

    assert places(faults("\n".join(lines) + "\n")) == expected
