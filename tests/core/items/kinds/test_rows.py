"""Forward and backward: one end of a row among things that provably do not stand there."""

import pytest

from tests.core.items.posing import key, posed, refused, shown, stems, wrongs
from tests.sets import ENTITIES

PLACES = ENTITIES.replace(
    "  south: {name: Southland}",
    "  south: {name: Southland}\n  east: {name: Eastland}\n  west: {name: Westland}",
)
RULES = """
relations:
  rules:
    ask: "Which place does {s} rule?"
    ask_back: "Who rules {o}?"
    say: "{s} rules {o}."
    deny: "{s} does not rule {o}."
    subject: person
    object: place
    one_object: yes
facts:
  rulers: {rules: [[ana, north]], cite: {teacher: known}}
"""
NEAR = """
relations:
  near:
    ask: "Which of these is near {s}?"
    say: "{s} and {o} are near each other."
    deny: "{s} and {o} are not near each other."
    subject: place
    object: place
    symmetric: yes
    complete_objects: yes
facts:
  near-ones: {near: [[south, north]], cite: {teacher: known}}
"""


def test_the_object_stands_among_others_where_there_is_one():
    found = [item for item in posed("forward", RULES, entities=PLACES) if item.options]

    assert found
    for item in found:
        assert item.stem == "Which place does Ana Roy rule?"
        assert key(item) == "Northland"
        assert wrongs(item) <= {"Southland", "Eastland", "Westland"}
        assert item.tests == ("small/rulers/ana:north",)


def test_the_object_may_be_typed_where_there_is_one():
    (item,) = [item for item in posed("forward", RULES, entities=PLACES) if not item.options]

    assert item.key == ("Northland",)
    assert item.parts[0].claims[0].relation == "rules"


def test_a_name_of_two_things_is_asked_again_when_typed():
    entities = PLACES.replace(
        "{name: Northland}", "{name: Northland, aliases: [the Coast]}"
    ).replace("{name: Southland}", "{name: Southland, aliases: [The coast]}")

    (item,) = [item for item in posed("forward", RULES, entities=entities) if not item.options]

    assert item.key == ("Northland",)
    assert item.ambiguous == ("the Coast",)


def test_an_open_list_is_refused_with_the_reason():
    body = RULES.replace("    one_object: yes\n", "")

    assert "is the list complete" in refused("forward", body, entities=PLACES)["rulers/ana:north"]
    assert posed("backward", body, entities=PLACES) == []


def test_the_subject_is_asked_for_where_there_is_one():
    found = posed("backward", RULES.replace("one_object", "one_subject"), entities=PLACES)

    assert stems(found) == {"Who rules Northland?"}
    assert {key(item) for item in found if item.options} == {"Ana Roy"}


def test_a_symmetric_row_is_asked_from_either_end_and_never_of_a_thing_and_itself():
    found = posed("forward", NEAR, entities=PLACES)

    assert {(item.stem, key(item)) for item in found} == {
        ("Which of these is near Northland?", "Southland"),
        ("Which of these is near Southland?", "Northland"),
    }
    for item in found:
        itself = item.stem.removeprefix("Which of these is near ").rstrip("?")
        assert itself not in shown([item])
        assert item.tests == ("small/near-ones/north:south",)
    assert posed("backward", NEAR, entities=PLACES) == []


def test_what_may_be_the_key_is_no_option():
    entities = PLACES.replace("{name: Eastland}", "{name: Eastland, maybe_same: [north]}")

    assert "Eastland" not in shown(posed("forward", RULES, entities=entities))


@pytest.mark.parametrize(
    ("date", "printed"),
    [("2023", "2023"), ("2023-05", "May 2023"), ("2023-05-02", "2 May 2023")],
)
def test_the_date_that_rows_hold_for_is_printed(date, printed):
    body = RULES.replace("]], cite", f"]], as_of: {date}, cite")

    found = posed("forward", body, entities=PLACES)

    assert stems(found) == {f"Which place does Ana Roy rule (as of {printed})?"}


def test_a_name_that_holds_the_answer_is_not_printed():
    entities = PLACES.replace("{name: Ana Roy,", "{name: Ana of Northland,")

    assert "R17" in refused("forward", RULES, entities=entities)["rulers/ana:north"]
