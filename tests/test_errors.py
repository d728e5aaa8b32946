"""What is told of a file that cannot be used."""

import pytest

from quizapp.errors import FAULTS_TOLD, Fault, FormatError, LeftOut


def faults(count, path="a.yaml"):
    return [Fault(path, line, 1, "wrong") for line in range(count, 0, -1)]


def test_a_few_faults_are_all_told_in_reading_order_and_each_once():
    error = FormatError([*faults(3), *faults(2)])

    assert [fault.line for fault in error.faults] == [1, 2, 3]
    assert error.left_out == ()
    assert str(error) == "a.yaml:1:1: wrong\na.yaml:2:1: wrong\na.yaml:3:1: wrong"


def test_of_a_great_many_the_first_are_told_and_how_many_more_there_are():
    error = FormatError(faults(FAULTS_TOLD + 1234))

    assert [fault.line for fault in error.faults] == [*range(1, FAULTS_TOLD + 1)]
    lines = str(error).splitlines()
    assert len(lines) == FAULTS_TOLD + 1
    assert lines[-2:] == [f"a.yaml:{FAULTS_TOLD}:1: wrong", "a.yaml: and 1,234 more faults"]


def test_each_file_has_its_own_first_faults():
    error = FormatError([*faults(FAULTS_TOLD + 2, "b.csv"), *faults(1), *faults(2, "c.csv")])

    assert len(error.faults) == FAULTS_TOLD + 3
    assert error.left_out == (LeftOut("b.csv", 2),)
    lines = str(error).splitlines()
    assert lines[FAULTS_TOLD + 1 :] == [
        "b.csv: and 2 more faults",
        "c.csv:1:1: wrong",
        "c.csv:2:1: wrong",
    ]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (LeftOut("a", 1), "a: and 1 more fault"),
        (LeftOut("a", 4900, at_least=True), "a: and at least 4,900 more faults"),
    ],
)
def test_what_is_left_out_is_told_in_words(left_out, words):
    assert str(left_out) == words
