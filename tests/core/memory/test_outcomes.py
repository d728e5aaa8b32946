"""From an item and a response to the slots that it was right and wrong on."""

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.claim import Claim
from quizapp.core.items.item import Item
from quizapp.core.items.judging import judged
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.memory.review import PartOutcome, Review, evidence
from quizapp.core.responses import FORMATS
from tests.core.items.bundled import context, pool
from tests.core.memory.reviews import BLANK, NOON, RIGHT, WRONG
from tests.core.responses.examples import (
    ITEMS,
    SENT,
    card_item,
    matching_item,
    option_item,
    ordering_item,
    statements_item,
    typed_item,
)

every_format = pytest.mark.parametrize("name", sorted(FORMATS))


def slots(*facts: str) -> tuple[str, ...]:
    return tuple(f"talks/{fact}/holder" for fact in facts)


def with_slots(item: Item, *facts: str) -> Item:
    """Return the item with a fact for each part, or else for each option, and their slots."""
    parts = tuple(
        replace(part, facts=(fact,)) for part, fact in zip(item.parts, facts, strict=False)
    )
    options = item.options
    if not parts:
        options = tuple(
            replace(option, facts=(fact,)) for option, fact in zip(options, facts, strict=False)
        )
    return replace(item, parts=parts, options=options, tests=slots(*facts))


def told(item: Item, *raw: str) -> dict[str, str]:
    """Return for each fact what became of it."""
    form = FORMATS[item.format]
    response = form.parse(raw, item) if raw else ()
    found = part_outcomes(item, response)
    return {slot.split("/")[1]: one.outcome.value for one in found for slot in one.slots}


def test_each_option_that_is_right_is_right_if_it_was_chosen() -> None:
    item = with_slots(option_item("choices", right={0, 2}, count=3), "a", "x", "b")

    assert told(item, "0", "2") == {"a": RIGHT, "b": RIGHT}
    assert told(item, "0", "1") == {"a": RIGHT, "b": WRONG}
    assert {one.options for one in part_outcomes(item, ("0", "1"))} == {2}


def test_each_row_is_right_or_wrong_and_not_known_if_left_open() -> None:
    item = with_slots(matching_item(2, 0, 1), "a", "b", "c")

    assert told(item, "2", "1", "") == {"a": RIGHT, "b": WRONG, "c": BLANK}
    assert {one.options for one in part_outcomes(item, ("2", "1", ""))} == {4}


def test_each_entry_is_right_in_its_own_place() -> None:
    item = with_slots(ordering_item(2, 0, 1), "b", "c", "a")

    # Right is the third, the first, the second: they are given the places 2, 3 and 1.
    assert told(item, "2", "3", "1") == {"a": RIGHT, "b": RIGHT, "c": RIGHT}
    assert told(item, "3", "2", "1") == {"a": RIGHT, "b": WRONG, "c": WRONG}


def test_each_statement_counts_as_it_was_marked() -> None:
    item = with_slots(statements_item("tf"), "a", "b")

    assert told(item, "0", "t", "f") == {"a": RIGHT, "b": RIGHT}
    assert told(item, "2", "t", "t") == {"a": RIGHT, "b": WRONG}
    assert told(item, "0", "t", "u") == {"a": RIGHT, "b": BLANK}
    assert {one.options for one in part_outcomes(item, ("0", "t", "f"))} == {2}


def test_what_was_not_marked_counts_as_the_chosen_code_has_it() -> None:
    item = with_slots(statements_item("tf"), "a", "b")

    assert told(item, "1", "", "") == {"a": WRONG, "b": WRONG}
    assert told(item, "2", "", "") == {"a": RIGHT, "b": WRONG}


def test_a_code_that_says_nothing_of_any_statement_is_right_or_wrong_as_a_whole() -> None:
    codes = (("Only one", "tf", "ft"), ("Both", "tt"), ("None", "ff"))
    item = with_slots(statements_item("tf", codes), "a", "b")

    assert part_outcomes(item, ("0", "", "")) == (PartOutcome(slots("a", "b"), RIGHT, 3),)
    assert told(item, "1", "", "") == {"a": RIGHT, "b": WRONG}


@pytest.mark.parametrize(
    ("item", "right", "wrong"),
    [
        (option_item("choice", right={1}), "1", "0"),
        (option_item("true_false", right={1}, count=2), "1", "0"),
        (typed_item("Blinken"), "Blinken", "Austin"),
        (card_item(), "good", "again"),
    ],
)
def test_what_has_no_parts_is_right_or_wrong_as_a_whole(item: Item, right, wrong) -> None:
    item = replace(item, tests=slots("a", "b"))

    assert told(item, right) == {"a": RIGHT, "b": RIGHT}
    assert told(item, wrong) == {"a": WRONG, "b": WRONG}
    assert told(item) == {"a": BLANK, "b": BLANK}


def test_parts_of_which_no_slot_is_known_are_judged_as_a_whole() -> None:
    item = replace(matching_item(2, 0), tests=slots("a"))

    assert told(item, "2", "0") == {"a": RIGHT}
    assert told(item, "2", "1") == {"a": WRONG}


def slots_by_part(item: Item) -> list[tuple[str, ...]]:
    """Return what the parts of an item test, in the order of its key."""
    return [one.slots for one in part_outcomes(item, FORMATS[item.format].key_response(item))]


def test_a_statement_tests_every_fact_that_it_rests_on() -> None:
    item = with_slots(statements_item("tf"), "a", "b")
    first = replace(item.parts[0], facts=("a", "c"))

    assert slots_by_part(replace(item, parts=(first, item.parts[1]), tests=slots(*"abc"))) == [
        slots("a", "c"),
        slots("b"),
    ]


def test_a_row_tests_its_own_fact_not_those_that_refute_the_other_targets() -> None:
    item = with_slots(matching_item(2, 0, 1), "a", "b", "c")
    parts = [replace(part, facts=(*part.facts, "a", "b", "c")) for part in item.parts]

    assert slots_by_part(replace(item, parts=tuple(parts))) == [slots(one) for one in "abc"]


def test_an_entry_tests_its_own_fact_and_the_last_one_the_last() -> None:
    item = with_slots(ordering_item(0, 1, 2), "a", "b", "c")
    facts = [("a", "b"), ("b", "c"), ("b", "c")]
    rules = ["order", "order", "last"]
    parts = [
        replace(part, facts=told_by, rule=rule)
        for part, told_by, rule in zip(item.parts, facts, rules, strict=True)
    ]

    assert slots_by_part(replace(item, parts=tuple(parts))) == [slots(one) for one in "abc"]


def test_an_event_that_is_said_to_precede_another_is_tested_for_its_date_too() -> None:
    item = ordering_item(0, 1)
    before = Claim("before", "talks", "briefing")
    parts = tuple(replace(part, facts=("seq",), claims=(before,)) for part in item.parts)
    tests = ("set/talks/date", "set/seq/talks<briefing")

    assert slots_by_part(replace(item, parts=parts, tests=tests))[0] == tests


def test_of_a_table_the_row_that_a_statement_is_about_is_tested() -> None:
    item = statements_item("tf")
    tests = tuple(
        f"set/capitals/{row}"
        for row in ("france:paris", "spain:madrid", "italy:rome", "malta:valletta")
    )
    claims = (Claim("capital", "france", "paris"), Claim("capital", "spain", "rome"))
    parts = tuple(
        replace(part, facts=("capitals",), claims=(claim,))
        for part, claim in zip(item.parts, claims, strict=True)
    )

    assert slots_by_part(replace(item, parts=parts, tests=tests)) == [tests[:1], tests[1:3]]


@every_format
@given(data=st.data())
def test_of_every_response_memory_is_told_something(name: str, data: st.DataObject) -> None:
    item = replace(data.draw(ITEMS[name]), tests=slots("a"))
    form = FORMATS[name]

    for response in [(), *(form.parse(raw, item) for raw, _right in SENT[name](item))]:
        outcomes = part_outcomes(item, response)
        review = Review("1", NOON, name, outcomes, feedback=NOON)
        assert set(evidence(review, {}, UTC)) == {*item.tests}


@pytest.mark.parametrize("kind", sorted({item.kind for item in pool()}))
def test_whoever_gives_the_key_is_right_on_every_slot_of_the_item(kind: str) -> None:
    for item in (one for one in pool() if one.kind == kind):
        found = part_outcomes(item, FORMATS[item.format].key_response(item))

        assert {one.outcome for one in found} == {RIGHT}
        slots_told = {slot for one in found for slot in one.slots}
        # Of an order that follows by a chain, what stands in its middle may be no entry's own.
        assert slots_told <= {*item.tests} if kind == "ordering" else slots_told == {*item.tests}


@pytest.mark.parametrize("kind", ["statements", "how_many", "pairs", "lists", "matching"])
def test_a_part_tests_the_slots_that_its_verdict_rests_on(kind: str) -> None:
    bank = context().bank
    for item in (one for one in pool() if one.kind == kind):
        found = part_outcomes(item, FORMATS[item.format].key_response(item))
        if len(found) == 1:
            continue  # as a whole
        for part, one in zip(item.parts, found, strict=True):
            verdicts = [judged(context(), claim, bool(part.holds)) for claim in part.claims]
            rests_on = {bank.slot_key(slot) for verdict in verdicts for slot in verdict.slots}
            assert {*one.slots} == rests_on, part.text
