"""How statements are shown: scraps, beginnings, repetitions."""

import pytest

from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.statements import (
    echoes,
    is_fragment,
    named_by,
    needs_gist,
    opening,
    refuse_echoes,
)
from tests.core.items.posing import context


def stating(**statements):
    """Return a context of statements ``slug=(speaker, fields)``."""
    lines = [
        f"  {slug}: {{says: {speaker}, {fields}, cite: {{teacher: x}}}}"
        for slug, (speaker, fields) in statements.items()
    ]
    return context("\nfacts:\n" + "\n".join(lines) + "\n")


def one(fields, speaker="ana"):
    made = stating(q=(speaker, fields))
    return made, made.bank.facts["q"]


@pytest.mark.parametrize(
    ("quote", "is_one"),
    [("we came", True), ("… we came", True), ("We came", False), ("3 came", False)],
)
def test_a_fragment_begins_in_lower_case(quote, is_one):
    assert is_fragment(quote) is is_one


@pytest.mark.parametrize(
    ("fields", "needs"),
    [
        ('in: {on: summit}, quote: "We came home late at night"', False),
        ('in: {medium: letter}, quote: "We came home late at night"', False),
        ('in: {at: summit}, quote: "We came home late at night"', False),
        ('in: {on: summit}, quote: "We came home late today"', True),
        ('in: {on: summit}, quote: "we came home late at night"', True),
        ('quote: "We came home late at night"', True),
    ],
)
def test_a_scrap_needs_its_gist(fields, needs):
    _, fact = one(fields)

    assert needs_gist(fact) is needs


@pytest.mark.parametrize(
    ("quote", "begins"),
    [
        ("In these years we build roads and dams", "In these years we build"),
        ("In these years we look to the roads and dams", "In these years we look"),
        ("We ask you all to help us with roads and dams", "We ask you all to help us"),
    ],
)
def test_an_opening_ends_before_a_topic_and_not_at_a_small_word(quote, begins):
    made, fact = one(f'in: {{on: summit}}, quote: "{quote}", about: {{list: [roads, dams]}}')

    assert opening(made, fact).phrase.text == begins


def test_a_word_of_a_topics_name_ends_the_opening_too():
    quote = "We have long spoken of the public good"
    made, fact = one(f'in: {{on: summit}}, quote: "{quote}", about: {{list: [works]}}')

    assert opening(made, fact).phrase.text == "We have long spoken"


def test_an_opening_of_two_words_points_to_nothing():
    made, fact = one(
        'in: {on: summit}, quote: "We build roads and dams now", about: {list: [roads]}'
    )

    with pytest.raises(Unaskable, match="in its first words"):
        opening(made, fact)


ROAD = "We build the long road now"


@pytest.mark.parametrize(
    ("speaker", "quote", "refused", "refused_of_anybody"),
    [
        ("ben", ROAD, True, True),
        ("ben", f"Yes: {ROAD.lower()}!", True, True),
        ("ben", "the long road", True, True),
        ("ana", ROAD, True, True),
        ("ana", f"Yes: {ROAD}", False, True),
        ("ben", "We build a short road now", False, False),
    ],
)
def test_words_said_twice_point_to_no_one_utterance(speaker, quote, refused, refused_of_anybody):
    made = stating(
        one=("ana", f'in: {{on: summit}}, quote: "{ROAD}"'),
        two=(speaker, f'in: {{on: fair}}, quote: "{quote}"'),
    )
    fact = made.bank.facts["one"]

    assert bool(list(echoes(made, fact))) is refused_of_anybody
    for of_anybody, expected in ((False, refused), (True, refused_of_anybody)):
        if expected:
            with pytest.raises(Unaskable, match="said elsewhere"):
                refuse_echoes(made, fact, of_anybody=of_anybody)
        else:
            refuse_echoes(made, fact, of_anybody=of_anybody)


def test_words_name_what_a_reader_sees_in_them():
    made, fact = one('in: {on: summit}, quote: "We build roads in Port City now"')

    assert named_by(made, fact) == {"roads", "port"}
