"""Count and NOT: only of complete lists."""

from tests.core.items.posing import key, posed, refused, wrongs
from tests.sets import ENTITIES, with_data

PLACES = ENTITIES.replace(
    "  south: {name: Southland}",
    "  south: {name: Southland}\n  east: {name: Eastland}\n  west: {name: Westland}\n"
    "  mid: {name: Midland}\n  far: {name: Farland}",
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
    FLAGS
facts:
  rulers: {rules: [[ana, mid], [ana, south], [ana, east]], cite: {teacher: known}}
"""
OPEN = RULES.replace("    FLAGS\n", "")
CLOSED = RULES.replace("FLAGS", "complete_objects: yes")


def test_a_complete_list_is_counted_once():
    (item,) = posed("count", CLOSED, entities=PLACES)

    assert item.stem == "How many different answers fit the gap? Ana Roy rules _____."
    assert key(item) == "3"
    assert [part.text for part in item.parts] == ["Midland", "Southland", "Eastland"]
    numbers = [int(option.text) for option in item.options]
    assert numbers == list(range(numbers[0], numbers[0] + 4))
    assert numbers[0] >= 1


def test_every_place_among_the_numbers_may_be_right():
    keys = {posed("count", CLOSED, entities=PLACES, seed=seed)[0].key for seed in range(30)}

    assert keys == {(0,), (1,), (2,)}  # a fourth place would begin with nought


def test_an_open_list_is_not_counted_and_the_reason_says_what_to_do():
    assert posed("count", OPEN, entities=PLACES) == []
    reasons = refused("count", OPEN, entities=PLACES).values()
    assert any("declare it complete" in reason for reason in reasons)


def test_a_list_with_a_thing_that_may_be_another_is_not_counted():
    entities = PLACES.replace("{name: Midland}", "{name: Midland, maybe_same: [east]}")

    assert posed("count", CLOSED, entities=entities) == []


def test_a_list_of_topics_inside_one_another_is_not_counted():
    body = """
facts:
  talk: {event: summit, covered: {list: [roads, schools], complete: yes}, cite: {teacher: x}}
"""

    assert posed("count", body) == []  # roads are public works, so those would count too
    assert any("count too" in reason for reason in refused("count", body).values())


def test_the_one_that_is_not_on_a_complete_list_is_the_key():
    found = posed("not", CLOSED, entities=PLACES)

    assert found
    for item in found:
        assert "NOT" in item.stem
        assert key(item) in {"Northland", "Port City", "Westland", "Farland"}
        assert wrongs(item) <= {"Midland", "Southland", "Eastland"}
        assert all(not claim.holds for option in item.options for claim in option.claims)


def test_nothing_is_asked_of_what_an_open_list_leaves_out():
    assert posed("not", OPEN, entities=PLACES) == []
    reasons = refused("not", OPEN, entities=PLACES).values()
    assert any("declare it complete" in reason for reason in reasons)


def test_who_was_no_principal_is_asked_of_people():
    data = with_data("summit", "participants: {list: [ana, ben], complete: yes}")

    found = posed("not", "", entities=data)

    assert found
    for item in found:
        assert item.stem == "Who was NOT one of the principals of the summit?"
        assert key(item) in {"Cy Rao", "Dee Sen"}


def test_nobody_is_asked_about_whom_the_stem_names():
    data = with_data("summit", "participants: {list: [ana, ben], complete: yes}")
    named = data.replace("{name: summit, the: yes", "{name: summit of Ana Roy, the: yes")

    assert posed("not", "", entities=named) == []
