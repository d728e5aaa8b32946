"""The shapes beyond statements and events: what their entries become."""

from fractions import Fraction

import pytest

from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.facts.fact import Closure, ExplanationFact, NumberFact, TermFact
from quizapp.core.facts.numbers import parse_number
from tests.sets import ENTITIES, read

TERMS = """
terms:
  dam: {term: dam, means: a wall across a river, kind_of: [work-built], cite: {teacher: known}}
  work-built: {term: public work}
quantities:
  people-of-port: {name: population of Port City, the: yes}
"""
MEMBER = """
relations:
  rules:
    ask: "What does {s} rule?"
    ask_back: "Who rules {o}?"
    say: "{s} rules {o}."
    deny: "{s} does not rule {o}."
    subject: person
    object: place
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
"""


def atoms(bank, fact):
    return [(a.claim, a.slot) for a in bank.atoms if a.fact == fact]


def test_a_term_states_its_meaning_and_names_wider_terms():
    bank = read(TERMS)

    assert isinstance(bank.facts["dam"], TermFact)
    assert atoms(bank, "dam") == [
        (Claim("means", "dam", Value("text", "a wall across a river")), "dam/means")
    ]
    assert bank.entities["dam"].kind_of == ("work-built",)
    assert "work-built" not in bank.facts


def test_any_thing_may_be_or_not_be_an_example_of_a_term():
    entities = ENTITIES.replace(
        "dams: {name: dams, plural: yes, part_of: [works], kind: field}",
        "dams: {name: dams, plural: yes, example_of: [work-built], not_example_of: [dam], "
        "cite: {teacher: known}}",
    )

    bank = read(TERMS, entities=entities)

    assert atoms(bank, "dams") == [
        (Claim("example_of", "dams", "work-built"), "dams/example_of:work-built"),
        (Claim("example_of", "dams", "dam", holds=False), "dams/example_of:dam"),
    ]


def test_a_number_keeps_its_printed_digits_its_unit_and_its_date():
    bank = read(
        TERMS
        + """
facts:
  people:
    quantity: people-of-port
    value: "1,40,000.50"
    unit: people
    tolerance: 100
    as_of: 2023-05
    cite: {teacher: counted}
"""
    )

    fact = bank.facts["people"]
    claim = Claim(
        "value", "people-of-port", Value("number", "140000.50", "people"), at=Instant("2023-05")
    )
    assert isinstance(fact, NumberFact)
    assert (fact.value, fact.tolerance) == ("140000.50", Fraction(100))
    assert atoms(bank, "people") == [(claim, "people/value")]


def test_a_bound_states_no_value():
    bank = read(
        TERMS + "facts: {people: {quantity: people-of-port, min: 900, cite: {teacher: counted}}}"
    )

    assert atoms(bank, "people") == []
    assert bank.facts["people"].least == "900"


def test_rows_of_a_declared_relation_are_claims_with_slots_of_their_own():
    bank = read(
        MEMBER
        + """
facts:
  rulers: {rules: [[ana, north], [ben, south]], as_of: 2023, cite: {teacher: known}}
"""
    )

    assert atoms(bank, "rulers") == [
        (Claim("rules", "ana", "north", at=Instant("2023")), "rulers/ana:north"),
        (Claim("rules", "ben", "south", at=Instant("2023")), "rulers/ben:south"),
    ]
    assert bank.closures == ()


def test_a_list_of_rows_may_be_complete_even_if_it_is_empty():
    bank = read(
        MEMBER
        + """
facts:
  rulers:
    rules:
      ana: {list: [north], not: [south], complete: yes}
      ben: {complete: yes}
    cite: {teacher: known}
"""
    )

    assert atoms(bank, "rulers") == [
        (Claim("rules", "ana", "north"), "rulers/ana:north"),
        (Claim("rules", "ana", "south", holds=False), "rulers/ana:south"),
    ]
    assert bank.closures == (
        Closure("rules", "ana", ("north",), "rulers"),
        Closure("rules", "ben", (), "rulers"),
    )


def test_flags_close_the_lists_of_what_rows_name_over_all_facts():
    bank = read(
        MEMBER.replace("object: place", "object: place\n    complete_subjects: yes")
        + """
facts:
  north-rulers: {rules: [[ana, north]], cite: {teacher: known}}
  more-rulers: {rules: [[ben, north]], cite: {teacher: known}}
"""
    )

    assert bank.closures == (Closure("rules", "north", ("ana", "ben"), "north-rulers", True),)


def test_a_symmetric_row_is_one_claim_whichever_end_stands_first():
    bank = read(
        NEAR.replace("symmetric: yes", "symmetric: yes\n    complete_objects: yes")
        + "facts: {near-ones: {near: [[south, north]], cite: {teacher: known}}}"
    )

    assert atoms(bank, "near-ones") == [(Claim("near", "north", "south"), "near-ones/north:south")]
    assert {(c.subject, c.listed) for c in bank.closures} == {
        ("north", ("south",)),
        ("south", ("north",)),
    }


def test_a_declared_relation_asks_for_either_end_whichever_stem_is_written_first():
    bank = read(MEMBER)

    words = bank.relations["rules"].wording
    assert words.asks_object.text == "What does {subject} rule?"
    assert words.asks_subject.text == "Who rules {object}?"
    assert words.asks_subject.asks.subject == "?"


def test_an_explanation_names_two_facts():
    bank = read(
        MEMBER
        + """
facts:
  rulers: {rules: [[ana, north]], cite: {teacher: known}}
  more: {rules: [[ben, south]], cite: {teacher: known}}
  why: {explains: rulers, not_by: more, cite: {teacher: known}}
"""
    )

    assert isinstance(bank.facts["why"], ExplanationFact)
    assert atoms(bank, "why") == [
        (Claim("explains", "more", "rulers", holds=False), "why/explains")
    ]


def test_former_slugs_lead_to_those_of_today():
    bank = read(
        MEMBER
        + """
facts:
  rulers: {rules: [[ana, north]], was: [kings, lords], review_after: 2024-01, cite: {teacher: x}}
"""
    )

    assert bank.slot_today("kings/ana:north") == "rulers/ana:north"
    assert bank.slot_today("rulers/ana:north") == "rulers/ana:north"
    assert bank.review_after == {"rulers": "2024-01"}


def test_a_former_id_of_a_thing_leads_to_its_slots():
    entities = ENTITIES.replace("ana: {name: Ana Roy,", "ana: {name: Ana Roy, was: anna,")

    bank = read(
        MEMBER + "facts: {rulers: {rules: [[ana, north]], cite: {teacher: x}}}", entities=entities
    )

    assert bank.slot_today("rulers/anna:north") == "rulers/ana:north"


def test_a_group_lists_its_members():
    entities = ENTITIES.replace(
        "band: {name: Band, the: yes}",
        "band: {name: Band, the: yes, members: {list: [ana, north], not: [ben], complete: yes}}",
    )

    group = read(entities=entities).entities["band"]

    assert (group.members, group.not_members, group.all_members) == (
        ("ana", "north"),
        ("ben",),
        True,
    )


def test_a_question_written_by_hand_keeps_its_options_and_its_slot():
    bank = read(
        """
questions:
  own: {format: choice, stem: Which?, right: this, wrong: [that, those], cite: {teacher: x}}
"""
    )

    question = bank.questions["own"]
    assert (question.right, question.wrong, question.tests) == (
        ("this",),
        ("that", "those"),
        ("own/answer",),
    )
    assert "own" in bank.places


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234", 1234), ("-0.25", Fraction(-1, 4)), ("1/3", Fraction(1, 3)), ("+7", 7)],
)
def test_numbers_are_exact(text, value):
    assert parse_number(text).value == value
