"""Codes in words, as exams print them."""

import pytest

from quizapp.library.wording import load_wording

CODES = load_wording().codes


@pytest.mark.parametrize(
    ("labels", "truths", "text"),
    [
        ("12", "tf", "1 only"),
        ("12", "ft", "2 only"),
        ("12", "tt", "Both 1 and 2"),
        ("12", "ff", "Neither 1 nor 2"),
        ("123", "fft", "3 only"),
        ("123", "tft", "1 and 3 only"),
        ("123", "ttt", "1, 2 and 3"),
        ("123", "fff", "None of 1, 2 and 3"),
        ("ABCD", "ftft", "B and D only"),
        ("ABCD", "tttf", "A, B and C only"),
        ("ABCD", "tttt", "A, B, C and D"),
    ],
)
def test_a_code_says_which_statements_are_correct(labels, truths, text):
    assert CODES.text(labels, truths) == text


def test_a_code_prints_the_labels_it_is_given():
    assert CODES.text(["I", "II", "III"], "ttf") == "I and II only"


@pytest.mark.parametrize(("labels", "truths"), [("12", "t"), ("12", "tft"), ("1", "t"), ("", "")])
def test_a_code_needs_one_truth_for_each_of_several_labels(labels, truths):
    with pytest.raises(ValueError):  # noqa: PT011 - which of them is all the same
        CODES.text(labels, truths)


@pytest.mark.parametrize(
    ("right", "of", "statements", "pairs"),
    [
        (1, 3, "Only one", "Only one pair"),
        (2, 3, "Only two", "Only two pairs"),
        (3, 3, "All three", "All three pairs"),
        (0, 3, "None", "None"),
        (3, 4, "Only three", "Only three pairs"),
        (4, 4, "All four", "All four pairs"),
        (1, 2, "Only one", "Only one pair"),
        (2, 2, "Both", "Both pairs"),
        (0, 2, "None", "None"),
    ],
)
def test_a_count_says_how_many_are_correct(right, of, statements, pairs):
    assert CODES.statements.text(right, of) == statements
    assert CODES.pairs.text(right, of) == pairs


@pytest.mark.parametrize(("right", "of"), [(4, 3), (-1, 3), (5, 5)])
def test_a_count_that_cannot_be_or_has_no_word_is_refused(right, of):
    with pytest.raises(ValueError, match=f"{right} of {of}"):
        CODES.statements.text(right, of)
