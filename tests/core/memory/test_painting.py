"""Texts in runs: spans over each other, beside each other, and beyond the end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.painting import Run, Span, runs

SPANS = st.lists(st.builds(Span, st.integers(-2, 14), st.integers(-2, 14), st.sampled_from("abc")))


def test_a_text_without_spans_is_one_run() -> None:
    assert runs("It rained.", []) == (Run("It rained.", ()),)
    assert runs("", []) == ()


def test_overlapping_spans_are_cut_where_they_overlap() -> None:
    found = runs("abcdefgh", [Span(1, 5, "x"), Span(3, 7, "y")])

    assert found == (
        Run("a", ()),
        Run("bc", ("x",)),
        Run("de", ("x", "y")),
        Run("fg", ("y",)),
        Run("h", ()),
    )


def test_a_span_inside_another_and_one_right_after_it() -> None:
    found = runs("abcdef", [Span(0, 4, "x"), Span(1, 2, "y"), Span(4, 6, "z")])

    assert [(run.text, run.of) for run in found] == [
        ("a", ("x",)),
        ("b", ("x", "y")),
        ("cd", ("x",)),
        ("ef", ("z",)),
    ]


def test_what_speaks_twice_of_the_same_words_is_named_once() -> None:
    assert runs("abcd", [Span(0, 3, "x"), Span(1, 4, "x"), Span(1, 2, "x")]) == (
        Run("abcd", ("x",)),
    )


@given(SPANS)
def test_each_letter_belongs_to_those_whose_span_holds_it(spans: list[Span]) -> None:
    text = "abcdefghijkl"

    found = runs(text, spans)

    assert "".join(run.text for run in found) == text
    letters = [run.of for run in found for _ in run.text]
    for place, of in enumerate(letters):
        assert set(of) == {span.of for span in spans if span.start <= place < span.end}
        assert len(of) == len(set(of))
    assert all(run.text for run in found)
    assert all(set(one.of) != set(other.of) for one, other in pairwise(found))
