"""What names and quotations give away."""

import pytest

from tests.core.items.posing import context, posed
from tests.sets import ENTITIES, with_data

CITE = 'cite: {report: "The mayor, Ana Roy, met Ben Lal."}'


def told(claims):
    return {
        (claim.relation, claim.subject, getattr(claim.object, "text", claim.object))
        for claim in claims
    }


def of_quotation(body, slug, entities=ENTITIES):
    made = context(body, entities=entities)
    fact = made.bank.facts[slug]
    found = made.revelations.of_quotation(fact, fact.quote or fact.gist)
    return told(atom.claim for atom in found)


def of_names(text, entities):
    return told(atom.claim for atom in context("", entities=entities).revelations.of_names([text]))


def said(quote, more=""):
    fact = f'{{says: dee, in: {{on: fair}}, quote: "{quote}", {more}cite: {{teacher: x}}}}'
    return f"\nfacts:\n  q: {fact}\n"


def test_a_name_reveals_what_it_declares():
    entities = with_data("summit", "date: 2023-05, place: port").replace(
        "{name: summit,", "{name: summit, reveals: [place],"
    )

    assert of_names("Who came to the summit?", entities) == {("place", "summit", "port")}


def test_a_name_reveals_what_it_spells():
    entities = with_data("summit", "participants: {list: [ana, ben]}").replace(
        "{name: summit,", "{name: Roy summit,"
    )

    assert of_names("the Roy summit", entities) == {("took_part", "summit", "ana")}


def test_another_name_reveals_only_its_own():
    entities = with_data("summit", "place: port").replace(
        "{name: summit,",
        "{name: Port City summit, reveals: [place], also_called: [{text: spring summit}],",
    )

    assert of_names("the spring summit", entities) == set()


def test_naming_a_holder_reveals_the_office():
    body = said("We owe it to Ana Roy that water flows") + (
        f"  m: {{office: mayor, holder: ana, on: report, {CITE}}}\n"
    )

    assert ("holder", "mayor", "ana") in of_quotation(body, "q")


def test_naming_an_event_with_a_month_reveals_its_dates():
    entities = with_data("summit", "date: 2023-05")

    dated = of_quotation(said("The summit in May will be short"), "q", entities)
    undated = of_quotation(said("The summit will be very short"), "q", entities)

    assert ("date", "summit", "2023-05") in dated
    assert ("date", "summit", "2023-05") not in undated


def test_naming_an_event_with_its_place_reveals_the_place():
    entities = with_data("summit", "place: port")

    assert ("place", "summit", "port") in of_quotation(
        said("The summit in Port City will be short"), "q", entities
    )


def test_a_quotation_reveals_its_topics_and_words():
    body = said("We speak of roads and dams today", "about: {list: [roads, dams]}, ")

    assert {
        ("about", "q", "roads"),
        ("about", "q", "dams"),
        ("words", "q[12:17]", "roads"),
    } <= of_quotation(body, "q")


def test_naming_a_topic_reveals_that_an_event_covered_it():
    body = said("We spoke of roads and dams today") + (
        "  c: {event: summit, covered: {list: [roads]}, cite: {teacher: x}}\n"
    )

    assert ("covered", "summit", "roads") in of_quotation(body, "q")


@pytest.mark.parametrize(
    ("name", "data", "answered"),
    [
        ("May fair", "date: 2023-05", "date"),
        ("fair of 2023", "date: 2023-05-02", "date"),
        ("City fair", "place: port", "place"),
        ("Ana's fair", "participants: {list: [ana]}", "took_part"),
    ],
)
def test_a_name_that_shares_a_word_with_an_answer_reveals_it(name, data, answered):
    entities = with_data("fair", data).replace("{name: fair,", f"{{name: {name},")

    assert {relation for relation, _, _ in of_names(f"the {name}", entities)} == {answered}
    assert posed("true_false", "", entities=entities) == []


def test_a_name_that_holds_the_event_it_is_ordered_against_reveals_the_order():
    entities = ENTITIES.replace("feast: {name: feast,", "feast: {name: dinner after the fair,")
    body = "sequence: [{id: s, order: [fair, feast], cite: {teacher: x}}]"

    assert posed("first", body, entities=entities) == []
    assert posed("true_false", body, entities=entities) == []


@pytest.mark.parametrize("kind", ["first", "true_false"])
def test_an_event_without_a_safe_name_takes_no_other_question_away(kind):
    entities = (
        with_data("fair", "date: 2023-05-02")
        .replace(
            "summit: {name: summit,",
            "summit: {name: June summit, date: 2023-06, cite: {teacher: x},",
        )
        .replace("feast: {name: feast,", "feast: {name: feast, date: 2023-07, cite: {teacher: x},")
    )

    texts = [item.stem + str(item.options) for item in posed(kind, "", entities=entities)]

    assert any("feast" in text and "fair" in text for text in texts)
    if kind == "true_false":
        assert any("fair took place on 2 May 2023" in text for text in texts)
