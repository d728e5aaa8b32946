"""Items of the kinds with parts, made wrong in one way each: the oracle objects to every one."""

import copy
import json
from functools import cache
from pathlib import Path

import pytest

from tests.oracle.fuzzing import published_items
from tests.oracle.judge import Docket
from tests.oracle.reader import read_set

PATH = Path(__file__).parents[2] / "questions" / "india-us-2plus2-2023.yaml"


@cache
def items():
    return [json.loads(json.dumps(item)) for item in published_items(PATH, 0)]


def of(kind, wanted=lambda item: True):
    return copy.deepcopy(next(one for one in items() if one["kind"] == kind and wanted(one)))


def faults(item):
    docket = Docket(read_set(PATH))
    docket.add(item)
    return [fault for _, fault in docket.judge()]


def another_key(item):
    (key,) = item["key"]
    item["key"] = [(key + 1) % len(item["options"])]


def swap_texts(item):
    one, other = item["parts"][:2]
    one["text"], other["text"] = other["text"], one["text"]


def turn_truth(item):
    item["parts"][0]["holds"] = not item["parts"][0]["holds"]


def swap_targets(item):
    one, other = item["targets"][:2]
    one["text"], other["text"] = other["text"], one["text"]


def same_target(item):
    item["targets"][1]["text"] = item["targets"][0]["text"]


def turn_order(item):
    item["key"] = item["key"][::-1]


def same_statement(item):
    one, other = item["parts"][:2]
    other |= {name: one[name] for name in ("text", "claims", "holds", "why", "facts")}


def hide_that_it_is_open(item):
    item["key"] = [item["key"][0].partition(", perhaps")[0]]


def right_and_wrong(item):
    right = next(one for one in item["options"] if one["right"])
    wrong = next(one for one in item["options"] if not one["right"])
    right["text"], wrong["text"] = wrong["text"], right["text"]


def leave_one_out(item):
    del item["parts"][-1]


def one_more(item):
    item["options"][item["key"][0]]["text"] += "1"


def repeat_a_code(item):
    item["options"][1]["text"] = item["options"][0]["text"]


def is_open(item):
    return "perhaps" in item["key"][0]


@pytest.mark.parametrize("kind", sorted({item["kind"] for item in items()}))
def test_as_it_was_made_an_item_is_right(kind):
    assert faults(of(kind)) == []


@pytest.mark.parametrize(
    ("kind", "tamper"),
    [
        *((kind, another_key) for kind in ("statements", "how_many", "pairs", "lists")),
        *((kind, another_key) for kind in ("assertion_reason", "statement_one_two", "not")),
        *((kind, swap_texts) for kind in ("statements", "matching", "lists", "ordering", "count")),
        *((kind, turn_truth) for kind in ("statements", "how_many", "pairs", "assertion_reason")),
        *((kind, swap_targets) for kind in ("matching", "lists")),
        *((kind, same_target) for kind in ("matching", "lists")),
        *((kind, repeat_a_code) for kind in ("statements", "lists", "assertion_reason")),
        *((kind, same_statement) for kind in ("statements", "how_many")),
        *((kind, right_and_wrong) for kind in ("cloze", "not")),
        ("ordering", turn_order),
        ("count", leave_one_out),
        ("count", one_more),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_what_was_tampered_with_is_objected_to(kind, tamper):
    item = of(kind)

    tamper(item)

    assert faults(item)


def test_a_card_that_hides_that_the_list_is_open_is_objected_to():
    item = of("flashcard", is_open)

    hide_that_it_is_open(item)

    assert faults(item)


def test_a_number_or_a_date_that_is_another_is_objected_to():
    for kind, text in (("number", "6"), ("date", "11 November 2023")):
        item = of(kind)
        item["parts"][0]["text"] = text
        assert faults(item)
