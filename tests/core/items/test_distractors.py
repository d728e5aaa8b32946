"""Distractors: the likeliest mix-ups, in company that betrays nothing."""

from random import Random

import pytest

from quizapp.core.items.bodies.chosen import blind_guess
from quizapp.core.items.difficulty import predicted_difficulty
from quizapp.core.items.distractors import companies, near_median, ranked
from quizapp.core.responses import FORMATS
from tests.core.items.posing import context
from tests.sets import ENTITIES

LIKE = {"a": 0.9, "b": 0.5, "c": 0.5, "d": 0.1}


def anything(*_):
    return True


def sets(candidates, *, wrong=3, together=anything, fits=anything, seed=0):
    return list(
        companies(
            candidates,
            Random(seed),
            wrong=wrong,
            likeness=LIKE.__getitem__,
            together=together,
            fits=fits,
        )
    )


@pytest.mark.parametrize(
    ("length", "lengths", "near"),
    [
        (10, [10, 10, 10], True),
        (12, [12, 10, 10], True),
        (13, [13, 10, 10], False),
        (8, [8, 10, 10], True),
        (7, [7, 10, 10], False),
    ],
)
def test_a_length_is_near_the_median_within_a_quarter(length, lengths, near):
    assert near_median(length, lengths) is near


def test_the_most_alike_come_first_and_chance_decides_between_equals():
    orders = {ranked("abcd", LIKE.__getitem__, Random(seed)) for seed in range(20)}

    assert orders == {("a", "b", "c", "d"), ("a", "c", "b", "d")}


def test_sets_of_three_come_with_the_most_alike_first():
    found = sets("abcd")

    assert {frozenset(one) for one in found} == {
        frozenset("abc"), frozenset("abd"), frozenset("acd"), frozenset("bcd"),
    }  # fmt: skip
    assert set(found[0]) == set("abc")
    assert set(found[-1]) == set("bcd")


def test_two_stand_alone_only_where_no_three_can():
    assert {frozenset(one) for one in sets("ab")} == {frozenset("ab")}
    assert sets("a") == []


@pytest.mark.parametrize(("wrong", "sizes"), [(1, {1}), (2, {2}), (3, {3}), (4, {4}), (5, {4})])
def test_an_exam_has_as_many_wrong_options_as_it_prints(wrong, sizes):
    assert {len(one) for one in sets("abcd", wrong=wrong)} == sizes


def test_those_who_may_not_stand_together_do_not():
    found = sets("abcd", together=lambda one, other: {one, other} != {"a", "b"})

    assert {frozenset(one) for one in found} == {frozenset("acd"), frozenset("bcd")}


def test_a_set_that_does_not_fit_the_key_is_not_drawn():
    found = sets("abcd", fits=lambda company: "a" not in company)

    assert {frozenset(one) for one in found} == {frozenset("bcd")}


def test_nearer_options_and_harder_formats_are_harder():
    assert predicted_difficulty("choice", 0.9) > predicted_difficulty("choice", 0.2)
    formats = ["true_false", "choice", "choices", "typed"]
    values = [predicted_difficulty(name, 0.5) for name in formats]
    assert values == sorted(values)
    for name in FORMATS:
        assert 0 < predicted_difficulty(name, 0) < predicted_difficulty(name, 1) < 1


@pytest.mark.parametrize(
    ("options", "several", "chance"), [(4, False, "1/4"), (2, False, "1/2"), (4, True, "1/15")]
)
def test_a_blind_guess_has_its_exact_chance(options, several, chance):
    assert str(blind_guess(options, several=several)) == chance


ALIKE = """
facts:
  m: {office: mayor, holder: ana, from: 2020, until: 2021, cite: {teacher: x}}
  c: {office: clerk, holder: ben, from: 2020, until: 2021, cite: {teacher: x}}
  q: {says: ana, in: {at: summit}, gist: that it rained, cite: {teacher: x}}
  r: {says: cy, in: {at: summit}, gist: that it snowed, cite: {teacher: x}}
"""


@pytest.mark.parametrize(
    ("one", "more", "less"),
    [
        ("ana", "ben", "dee"),  # both hold an office of one city
        ("ana", "cy", "dee"),  # both spoke at the summit
        ("ana", "cy", "ben"),  # an occasion weighs more than a party
        ("roads", "dams", "music"),  # both are parts of one whole
        ("mayor", "clerk", "ana"),  # one sort of thing
    ],
)
def test_what_is_shared_makes_things_alike(one, more, less):
    entities = ENTITIES.replace("media:", "  clerk: {name: Clerk of Port City, of: port}\nmedia:")
    likeness = context(ALIKE, entities=entities).likeness

    assert likeness.of(one, more) > likeness.of(one, less)
    assert likeness.of(one, more) == likeness.of(more, one)
    assert likeness.of(one, one) <= 1
