"""Content words: what two texts must not share."""

from quizapp.core.text.words import content_words


def test_forms_of_one_word_are_one() -> None:
    assert content_words("visits") == content_words("visited") == content_words("visiting")
    assert content_words("ties") & content_words("tie")
    assert content_words("countries") == content_words("country")
    assert content_words("India's") == content_words("India")


def test_small_words_carry_nothing() -> None:
    assert content_words("Which of these did he say about it?") == {"say"}


def test_an_abbreviation_is_no_pronoun() -> None:
    assert content_words("the US") == content_words("U.S. and") == {"US"}
    assert content_words("told us") == {"told"}


def test_numerals_and_joined_words_count_each() -> None:
    assert content_words("India-US 2+2") == {"india", "US", "2"}
