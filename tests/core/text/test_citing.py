"""Spans are found whatever their typography."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.text.citing import fold, occurrences


def test_quotes_dashes_and_white_space_fold_to_plain_ones():
    folded = fold("“India–US”  talks’\n end…")

    assert folded.text == '"India-US" talks\' end...'


def test_a_span_is_found_whatever_its_quotes_and_dashes():
    raw = "The India–US talks: “all is\n well”."

    assert occurrences('India-US talks: "all is well"', raw) == ((4, 34),)
    assert raw[4:34] == "India–US talks: “all is\n well”"


def test_every_occurrence_counts_overlapping_ones_too():
    assert occurrences("aa", "aaa") == ((0, 2), (1, 3))
    assert occurrences("b", "aaa") == ()
    assert occurrences("  ", "a b") == ()


def test_case_is_kept():
    assert occurrences("us", "the US") == ()


@given(st.text(max_size=60), st.data())
def test_any_slice_of_a_text_is_found_where_it_stands(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    span = raw[start:end]

    found = occurrences(span, raw)

    wanted = fold(span).text.strip()
    assert bool(found) == bool(wanted)
    assert all(fold(raw[a:b]).text.strip() == wanted for a, b in found)
