"""Numbers and dates that are typed, and events that are put in order."""

from itertools import pairwise

from quizapp.core.items.item import Amount
from tests.core.items.posing import posed, refused
from tests.sets import ENTITIES, with_data

QUANTITIES = ENTITIES + "quantities:\n  length: {name: length of the road, the: yes}\n"


def number(data):
    body = f"facts:\n  long: {{quantity: length, {data}, cite: {{teacher: x}}}}\n"
    return posed("number", body, entities=QUANTITIES)


def test_a_number_is_typed_within_the_tolerance_of_its_fact():
    (item,) = number('value: "15000", unit: km, tolerance: "20", as_of: 2023')

    assert item.stem == "In 2023, what was the length of the road?"
    assert item.key == Amount("15000", "km", "20")
    assert item.parts[0].text == "15,000 km"
    assert item.parts[0].why == "In 2023, the length of the road was 15,000 km."


def test_a_bound_is_no_number_to_be_typed():
    assert number('min: "15000", unit: km') == []


def test_a_date_is_asked_as_exactly_as_it_is_known():
    (month,) = posed("date", "", entities=with_data("fair", "date: 2023-03"))
    (day,) = posed("date", "", entities=with_data("fair", "ended: 2023-03-04"))

    assert month.stem == "In which month of which year did the fair take place?"
    assert month.accepted == ("March 2023", "2023-03")
    assert day.stem == "On which day did the fair end?"
    assert day.accepted == ("4 March 2023", "2023-03-04")


def dated(*dates):
    entities = ENTITIES
    for name, date in zip(("summit", "briefing", "fair", "feast"), dates, strict=False):
        plain = f"{name}: {{name: {name}, the: yes}}"
        data = f"{plain[:-1]}, date: {date}, cite: {{teacher: x}}}}"
        entities = entities.replace(plain, data)
    return entities


def test_events_are_put_in_the_order_of_their_dates():
    entities = dated("2023-05-03", "2021", "2022-07", "2024-01-01")

    found = posed("ordering", "", entities=entities)

    assert found
    right = ["briefing", "fair", "summit", "feast"]
    for item in found:
        names = [item.parts[place].text for place in item.key]
        assert names == [name for name in right if name in names]
        assert len(names) >= 3


def test_of_an_order_every_entry_has_a_reason_and_says_that_it_came_before_the_next():
    (item, *_) = posed("ordering", "", entities=dated("2023-05-03", "2021", "2022-07"))

    entries = [item.parts[place] for place in item.key]
    assert all(entry.why for entry in entries)
    for entry, following in pairwise(entries):
        assert entry.claims[0].subject == entry.text
        assert entry.claims[0].object == following.text


def test_events_whose_dates_may_overlap_are_put_in_no_order():
    entities = dated("2023", "2023-05", "2023-05-03")

    assert posed("ordering", "", entities=entities) == []


def test_two_events_are_too_few_for_an_order():
    entities = dated("2023", "2021")

    assert posed("ordering", "", entities=entities) == []
    assert any("third" in reason for reason in refused("ordering", "", entities=entities).values())
