"""Items go to JSON and come back; their id does not depend on seed and order."""

import hashlib
import json
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.items.codec import (
    canonical,
    canonical_order,
    from_json,
    item_id,
    stored_digest,
    to_json,
    to_stored,
)
from quizapp.core.items.item import Item, Option, Part, PassageRef
from tests import make

words = st.text(max_size=8)
claims = st.builds(
    Claim,
    relation=words,
    subject=words,
    object=words
    | st.builds(Value, st.sampled_from(["text", "date", "number"]), words, st.none() | words),
    at=st.none() | st.builds(Instant, words, st.none() | words),
    holds=st.booleans(),
)
claim_lists = st.lists(claims, max_size=2).map(tuple)
slugs = st.lists(words, max_size=2).map(tuple)
options = st.builds(
    Option, words, claim_lists, st.none() | st.booleans(), st.booleans(), words, slugs, words
)
parts = st.builds(Part, words, claim_lists, st.none() | st.booleans(), words, slugs, words)
refs = st.builds(PassageRef, words, *[st.integers(0, 999)] * 3)


@st.composite
def some_items(draw) -> Item:
    shown = tuple(draw(st.lists(options, max_size=4)))
    key = (
        tuple(place for place, one in enumerate(shown) if one.right)
        if shown
        else tuple(draw(st.lists(words, min_size=1, max_size=2)))
    )
    return replace(
        make.item(),
        id=draw(words),
        options=shown,
        parts=tuple(draw(st.lists(parts, max_size=2))),
        key=key,
        tests=draw(slugs),
        asserts=draw(claim_lists),
        passages=tuple(draw(st.lists(refs, max_size=2))),
        difficulty=draw(st.floats(0, 1)),
        guess=draw(st.fractions(0, 1, max_denominator=10**6)),
        seed=draw(st.integers()),
        ambiguous=draw(slugs),
        key_is_person=draw(st.booleans()),
    )


def in_order(item: Item, order: tuple[int, ...]) -> Item:
    return replace(
        item,
        options=tuple(item.options[place] for place in order),
        key=tuple(sorted(order.index(place) for place in item.key)),
    )


@given(some_items())
def test_what_is_stored_comes_back_exactly(item):
    assert from_json(json.loads(json.dumps(to_stored(item)))) == item


@given(some_items())
def test_what_is_published_comes_back_but_for_what_it_leaves_out(item):
    back = from_json(json.loads(json.dumps(to_json(item))))

    assert to_json(back) == to_json(item)
    assert back.guess == item.guess


def test_the_published_form_is_the_specified_one():
    item = make.item(
        asserts=(Claim("date", "fair", Value("date", "2023-05")),), guess=Fraction(1, 4)
    )

    published = to_json(item)

    assert list(published) == [
        "id", "set", "kind", "format", "proof", "stem", "options", "parts", "key", "tests",
        "asserts", "passages", "difficulty", "guess", "seed",
    ]  # fmt: skip
    assert published["options"][1] == {
        "text": "Ben",
        "claims": [
            {
                "relation": "holder",
                "subject": "mayor",
                "object": "ben",
                "at": "2023-05",
                "holds": True,
            }
        ],
        "holds": False,
        "right": False,
        "why": "Ben is wrong.",
        "facts": ["mayor"],
        "rule": "functional",
    }
    assert published["asserts"][0]["object"] == {"date": "2023-05", "unit": None}
    assert published["asserts"][0]["at"] is None
    assert published["passages"] == [{"source": "report", "paragraph": 1, "start": 27, "end": 34}]
    assert (published["key"], published["guess"]) == ([0], 0.25)


def test_the_source_of_a_moment_is_stored_and_not_published():
    item = make.item()

    assert "source" not in to_json(item)["options"][0]["claims"][0]
    assert from_json(to_stored(item)).options[0].claims[0].at == Instant("2023-05", "report")


def test_the_id_is_the_hash_of_what_is_published():
    item = make.item(options=("Dee", "Ana", "Ben"))
    published = to_json(item)
    content = {name: value for name, value in published.items() if name not in ("id", "seed")}

    def compact(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    content["options"] = sorted(content["options"], key=compact)
    content["key"] = [place for place, one in enumerate(content["options"]) if one["right"]]

    assert item.id == hashlib.sha256(compact(content).encode()).hexdigest()


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_seed_and_order_change_neither_id_nor_digest(order):
    item = make.item(("Ben", "Dee"), format="choices")

    turned = replace(in_order(item, order), seed=99, id="")

    assert (item_id(turned), stored_digest(turned)) == (item_id(item), stored_digest(item))


@pytest.mark.parametrize(
    "change",
    [
        {"stem": "Who else?"},
        {"key": (1,)},
        {"kind": "who_said"},
        {"difficulty": 0.5},
        {"tests": ("small/mayor/other",)},
        {"options": (make.option("Ana", right=True), make.option("Ben"))},
    ],
)
def test_any_other_change_is_another_item(change):
    assert item_id(replace(make.item(), **change)) != make.item().id


def test_items_that_only_take_answers_differently_share_the_id_and_not_the_digest():
    item = make.typed_item()
    stricter = replace(item, ambiguous=("Roy",))

    assert item_id(stricter) == item_id(item)
    assert stored_digest(stricter) != stored_digest(item)


@given(some_items())
def test_the_canonical_item_has_the_options_of_the_item(item):
    order = canonical_order(item)

    assert canonical(item).options == tuple(item.options[place] for place in order)
    assert sorted(order) == list(range(len(item.options)))


@given(some_items())
def test_the_key_follows_the_options_into_canonical_order(item):
    if item.options:
        right = [place for place, one in enumerate(canonical(item).options) if one.right]
        assert list(canonical(item).key) == right


def test_a_chance_that_no_number_gives_back_is_refused():
    with pytest.raises(ValueError, match="cannot be written as a number"):
        to_json(make.item(guess=Fraction(1, 10**9)))


def test_an_item_speaks_of_no_period():
    with pytest.raises(ValueError, match="not of a period"):
        to_json(make.item(asserts=(make.claim(at=Period("2023", None)),)))
