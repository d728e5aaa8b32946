"""Texts that are searched again and again find what a plain search finds."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.text.citing import fold, occurrences
from quizapp.core.text.searching import Searched
from quizapp.core.text.sentences import sentences_around

TEXTS = st.text(alphabet="ab .’'–-…“ \n\u00a0", max_size=40)
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=20).map(lambda texts: list(enumerate(texts, 1)))


def folded_letter_by_letter(raw):
    """Return what ``fold`` returns, the slow and plain way."""
    plain = {"’": "'", "–": "-", "“": '"', "…": "..."}
    text, origin = "", []
    for offset, character in enumerate(raw):
        if character.isspace():
            if text.endswith(" "):
                continue
            character = " "
        for one in plain.get(character, character):
            text += one
            origin.append(offset)
    return text, [*origin, len(raw)]


@given(TEXTS)
def test_folding_is_the_same_letter_by_letter(raw):
    folded = fold(raw)

    assert (folded.text, list(folded.origin)) == folded_letter_by_letter(raw)


@given(PARAGRAPHS, TEXTS)
def test_a_span_is_found_wherever_it_stands(paragraphs, span):
    found = Searched(paragraphs).occurrences(span)

    assert found == [
        (number, *place) for number, text in paragraphs for place in occurrences(span, text)
    ]


@given(PARAGRAPHS, st.data())
def test_words_of_a_paragraph_are_found_in_it(paragraphs, data):
    number, text = data.draw(st.sampled_from(paragraphs))
    start = data.draw(st.integers(0, len(text)))
    span = text[start : data.draw(st.integers(start, len(text)))]
    searched = Searched(paragraphs)

    found = searched.occurrences(span)

    assert found == [(n, *place) for n, text in paragraphs for place in occurrences(span, text)]
    assert searched.has(number, span) is bool(fold(span).text.strip())


def test_words_that_many_paragraphs_share_are_found_in_all_that_have_them():
    paragraphs = [(n, f"one two {'three' if n % 2 else 'four'} five six") for n in range(1, 41)]

    found = Searched(paragraphs).occurrences("one two four five")

    assert [number for number, _, _ in found] == list(range(2, 41, 2))


def test_the_sentences_around_are_those_of_the_paragraph():
    text = 'Mr. Roca came. "I am glad," she said. The Capt. left on 3 May. Nobody saw it.'
    searched = Searched([(1, text)])

    for start in range(len(text) - 1):
        expected = sentences_around(text, start, start + 1)
        assert searched.sentences_around(1, start, start + 1) == expected
