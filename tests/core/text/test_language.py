"""What English does to names, dates and lists."""

import pytest

from quizapp.library.wording import load_wording

ENGLISH = load_wording().language


@pytest.mark.parametrize(
    ("name", "fields", "text", "indefinite"),
    [
        ("post on X", {}, "post on X", "a post on X"),
        ("interview", {}, "interview", "an interview"),
        ("Balkans", {"the": True, "plural": True}, "the Balkans", "Balkans"),
        ("open letters", {"plural": True}, "open letters", "open letters"),
    ],
)
def test_a_name_takes_its_articles(name, fields, text, indefinite):
    phrase = ENGLISH.noun(name, **fields)

    assert (phrase.text, phrase.name, phrase.indefinite) == (text, name, indefinite)


@pytest.mark.parametrize(
    ("parts", "text"),
    [((2023,), "2023"), ((2023, 6), "June 2023"), ((2023, 10, 7), "7 October 2023")],
)
def test_a_date_prints_at_its_precision_without_a_weekday(parts, text):
    assert ENGLISH.date(*parts).text == text


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c", "d"], "a, b, c, and d")],
)
def test_things_are_listed(names, text):
    assert ENGLISH.all_of([ENGLISH.noun(name) for name in names]).text == text


def test_a_list_has_every_form():
    both = ENGLISH.all_of([ENGLISH.noun("letter"), ENGLISH.noun("Quad", the=True)])

    assert both.text == "letter and the Quad"
    assert both.name == "letter and Quad"
    assert both.indefinite == "a letter and a Quad"
