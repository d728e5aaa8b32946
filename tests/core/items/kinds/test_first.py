"""Which came first: only where the order of two events is certain."""

from tests.core.items.posing import key, posed, shown, wrongs
from tests.sets import ENTITIES, with_data


def order(one, other):
    return f"""
sequence:
  - {{id: order, order: [{one}, {other}], cite: {{teacher: x}}}}
"""


def test_a_stated_order_is_asked():
    (item,) = posed("first", order("fair", "summit"))

    assert item.stem == "Which of these came first?"
    assert key(item) == "fair"
    assert wrongs(item) == {"summit"}
    assert item.tests == ("small/order/fair<summit",)


def test_both_options_say_which_order_is_certain():
    (item,) = posed("first", order("fair", "summit"))

    assert {option.why for option in item.options} == {
        "The fair ended before the summit began.",
        "No: the fair ended before the summit began.",
    }


def test_an_order_that_follows_from_dates_tests_the_dates():
    entities = with_data("fair", "date: 2023-03").replace(
        "summit: {name: summit, the: yes}",
        "summit: {name: summit, the: yes, date: 2023-05-03, cite: {teacher: x}}",
    )

    (item,) = posed("first", "", entities=entities)

    assert item.tests == ("small/fair/date", "small/summit/date")
    assert {option.why for option in item.options if option.right} == {
        "The fair took place in March 2023, and the summit took place on 3 May 2023."
    }


def test_events_whose_dates_may_overlap_are_not_asked():
    entities = with_data("fair", "date: 2023-05").replace(
        "summit: {name: summit, the: yes}",
        "summit: {name: summit, the: yes, date: 2023-05-03, cite: {teacher: x}}",
    )

    assert posed("first", "", entities=entities) == []


def test_an_event_that_ended_on_a_day_need_not_have_begun_by_then():
    entities = with_data("fair", "ended: 2023-03-01").replace(
        "summit: {name: summit, the: yes}",
        "summit: {name: summit, the: yes, ended: 2023-05-03, cite: {teacher: x}}",
    )

    assert posed("first", "", entities=entities) == []


def test_a_name_that_tells_the_order_is_not_printed():
    named = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair before the summit, the: yes, reveals: [order], "
        "also_called: [{text: spring fair}]}",
    )

    (item,) = posed("first", order("fair", "summit"), entities=named)

    assert shown([item]) == {"spring fair", "summit"}


def test_an_event_with_only_telling_names_is_not_asked():
    named = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair before the summit, the: yes, reveals: [order]}",
    )

    assert posed("first", order("fair", "summit"), entities=named) == []
