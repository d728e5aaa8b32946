"""Questions written by hand: published as they are, and never as proved."""

import pytest

from quizapp.library.questions import unanswerable
from tests.core.items.posing import posed, rights, wrongs
from tests.sets import read

OWN = """
questions:
  own:
    format: choice
    stem: which of these is it?
    right: this one
    wrong: [that one, the other]
    why: It is this one.
    cite: {report: "The summit ended on 3 May."}
"""


def test_a_question_is_published_with_its_own_words_and_its_passage():
    (item,) = posed("written", OWN)

    assert (item.stem, item.proof) == ("Which of these is it?", "author")
    assert (rights(item), wrongs(item)) == ({"this one"}, {"that one", "the other"})
    assert item.tests == ("small/own/answer",)
    assert item.passages
    assert {option.why for option in item.options} == {"It is this one.", ""}


def test_a_typed_question_accepts_each_of_its_texts():
    body = OWN.replace("choice", "typed").replace("right: this one", "right: [this one, This]")

    (item,) = posed("written", body.replace("    wrong: [that one, the other]\n", ""))

    assert item.key == ("this one", "This")
    assert not item.options


def test_a_judgement_has_its_options_in_their_order():
    body = OWN.replace("choice", "true_false").replace("right: this one", "right: no")

    (item,) = posed("written", body.replace("    wrong: [that one, the other]\n", ""))

    assert [(option.text, option.right) for option in item.options] == [
        ("True", False),
        ("False", True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("format: choice", "format: chioce", 'there is no format "chioce"'),
        ("right: this one", "right: [this one, and this]", "one right option"),
        ("    wrong: [that one, the other]\n", "", "needs wrong options"),
        ("format: choice", "format: typed", "has no wrong options"),
        ("format: choice", "format: true_false", "right: yes or right: no"),
    ],
)
def test_a_question_that_cannot_be_answered_so_says_what_it_lacks(old, new, reason):
    ((slug, found),) = unanswerable(read(OWN.replace(old, new)))

    assert slug == "own"
    assert reason in found
