"""Sentences as spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.text.sentences import sentence_spans, sentences_around


def sentences(paragraph):
    return [paragraph[start:end] for start, end in sentence_spans(paragraph)]


def test_sentences_end_at_stops_before_a_capital():
    assert sentences("It ended. Who came? All did!") == ["It ended.", "Who came?", "All did!"]


def test_a_quotation_keeps_its_closing_marks():
    text = 'He said, "We came. We saw." Then he left.'

    assert sentences(text) == ['He said, "We came.', 'We saw."', "Then he left."]


def test_initials_and_titles_end_no_sentence():
    assert sentences("S. Rao met Dr. Lal. They spoke.") == ["S. Rao met Dr. Lal.", "They spoke."]


def test_a_decimal_point_ends_no_sentence():
    assert sentences("It cost 3.5 crore. So be it.") == ["It cost 3.5 crore.", "So be it."]


def test_a_text_without_a_stop_is_one_sentence():
    assert sentences("no stop here ") == ["no stop here"]


def test_a_span_over_two_sentences_brings_both():
    text = "One here. Two here. Three."

    assert sentences_around(text, 4, 12) == (0, 19)


@given(st.text(alphabet="aB .!?\"'1\n", max_size=80))
def test_sentences_hold_all_that_is_not_white_space(paragraph):
    spans = sentence_spans(paragraph)

    inside = {at for start, end in spans for at in range(start, end)}
    assert all(at in inside for at, one in enumerate(paragraph) if not one.isspace())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
