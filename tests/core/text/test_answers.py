"""Which typed texts are one answer."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.text.answers import fold_answer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("India", "  INDIA\t"),
        ("the Quad", "Quad"),
        ("State visit to the US", "state visit to US"),
        ("a press briefing", "press briefing"),
        ("India-US", "India–US"),
        ("India-US", "India US"),
        ("U.S.A.", "USA"),
        ("A. P. J. Abdul Kalam", "APJ Abdul Kalam"),
        ("“open and productive”", "open and productive"),
        ("people's", "people’s"),
        ("Chandrayaan-3", "Chandrayaan 3"),
        ("São Tomé", "Sao Tome"),
        ("Straße", "STRASSE"),
        ("ﬁnance", "finance"),
        ("２＋２", "2+2"),
        ("−5", "-5"),
        ("10 November 2023.", "10 November 2023"),
        ("½", "1/2"),
    ],
)
def test_one_answer_written_in_two_ways_folds_alike(one: str, other: str) -> None:
    assert fold_answer(one) == fold_answer(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2+2", "22"),
        ("2+2", "2 2"),
        ("-1/3", "1/3"),
        ("1/3", "13"),
        ("+5", "5"),
        ("2.5", "25"),
        ("1,5", "15"),
        (".5", "5"),
        ("50%", "50"),
        ("C++", "C"),
        ("Vitamin A", "Vitamin"),
        ("The", ""),
        ("Dr No", "No"),
        ("की", "क"),
        ("कु", "क"),
    ],
)
def test_two_answers_fold_apart(one: str, other: str) -> None:
    assert fold_answer(one) != fold_answer(other)


@pytest.mark.parametrize(
    "typed",
    ["Dr. S. Jaishankar", "H.E. S. Jaishankar", "h. e. Dr S Jaishankar", "Shri S.Jaishankar"],
)
def test_honorifics_are_no_part_of_a_persons_name(typed: str) -> None:
    assert fold_answer(typed, person=True) == fold_answer("S. Jaishankar", person=True)


def test_the_initial_of_a_person_is_no_article() -> None:
    assert fold_answer("A. Raja", person=True) == "a raja"


def test_an_honorific_alone_stays() -> None:
    assert fold_answer("Sir", person=True) == "sir"


@given(st.text(max_size=40), st.booleans())
@example("a-b", False)
def test_case_and_outer_spaces_never_matter(text: str, person: bool) -> None:
    folded = fold_answer(text, person=person)

    assert fold_answer(f" {text.casefold()}\n", person=person) == folded


@given(st.text(alphabet="ab-the .1+é", max_size=20), st.booleans())
def test_a_folded_text_has_single_spaces_and_no_outer_ones(text: str, person: bool) -> None:
    folded = fold_answer(text, person=person)

    assert folded == " ".join(folded.split())
