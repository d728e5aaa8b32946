"""The head of a set: written without the rest; and what a new set begins with."""

import pytest

from quizapp.core.facts.reader import read_set
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.sets.heading import id_from, next_id, starter, with_head
from quizapp.library.wording import load_wording

NO_FILE = {}.get


@pytest.mark.parametrize("title", ["Capitals", 'A "quoted": one', "Été – {x} # no", "तथ्य", "- yes"])
def test_a_new_set_is_sound_and_yields_questions(title):
    bank = read_set("set.yaml", starter("capitals", title), NO_FILE)

    assert (bank.set_id, bank.title) == ("capitals", title)
    kinds = {item.kind for item in items(Context(bank, load_wording()))}
    assert {"forward", "backward", "true_false"} <= kinds


def test_another_id_and_title_leave_the_rest_as_it_is():
    text = "# first\nset: a   # mine\ntitle: One\nfacts:\n  set: x\n"

    assert with_head(text, "b", "Two: 2") == '# first\nset: b\ntitle: "Two: 2"\nfacts:\n  set: x\n'


def test_what_has_no_head_gets_one():
    assert with_head("facts: {}\n", "b", "Two") == 'title: "Two"\nset: b\nfacts: {}\n'


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("India–US 2+2, Nov 2023", "india-us-2-2-nov-2023"),
        ("  Été à Paris ", "ete-a-paris"),
        ("तथ्य", ""),
        ("x" * 90, "x" * 64),
    ],
)
def test_an_id_is_made_from_a_title(title, id_):
    assert id_from(title) == id_


def test_the_next_id_counts_on_and_stays_short_enough():
    assert next_id("capitals", 2) == "capitals-2"
    assert next_id("capitals-2", 3) == "capitals-3"
    assert len(next_id("x" * 64, 10)) <= 64
