"""Distractors: the likeliest mix-ups, in company that betrays nothing."""

from collections import Counter
from itertools import islice
from random import Random
from statistics import fmean

import pytest

from quizapp import paths
from quizapp.core.items.bands import Band
from quizapp.core.items.bodies.chosen import blind_guess
from quizapp.core.items.context import Context
from quizapp.core.items.difficulty import predicted_difficulty
from quizapp.core.items.distractors import companies, near_median, ranked
from quizapp.core.items.generate import items
from quizapp.core.profiles.profile import Profile
from quizapp.core.responses import FORMATS
from quizapp.library.files import load_set
from tests.core.items import bundled
from tests.core.items.posing import context, kind
from tests.sets import ENTITIES

LIKE = {"a": 0.9, "b": 0.5, "c": 0.5, "d": 0.1}


def anything(*_):
    return True


def sets(candidates, *, together=anything, fits=anything, seed=0, **wanted):
    return list(
        companies(
            candidates,
            Random(seed),
            likeness=LIKE.__getitem__,
            together=together,
            fits=fits,
            **wanted,
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


@pytest.mark.parametrize(
    ("band", "order"),
    [(Band.HARD, "abcd"), (Band.MEDIUM, "bcad"), (Band.EASY, "dbca")],
)
def test_a_band_ranks_what_is_near_what_lies_between_or_what_is_far_first(band, order):
    orders = {"".join(ranked("abcd", LIKE.__getitem__, Random(seed), band)) for seed in range(20)}

    assert order in orders
    # Two are equally alike, and of the middle band the two ends are as far from it.
    assert {frozenset(one[:2]) for one in orders} <= (
        {frozenset("bc")} if band is Band.MEDIUM else {frozenset(order[:2]), frozenset(order[::2])}
    )


@pytest.mark.parametrize(
    ("band", "first"), [(Band.HARD, "ab"), (Band.MEDIUM, "bc"), (Band.EASY, "db")]
)
def test_the_first_sets_are_those_of_the_band(band, first):
    firsts = {frozenset(sets("abcd", wrong=2, band=band, seed=seed)[0]) for seed in range(20)}

    assert frozenset(first) in firsts
    assert all(first[0] in one for one in firsts)


@pytest.mark.parametrize(
    ("candidates", "wrong", "size"),
    [("abcd", 4, 4), ("abc", 4, 3), ("ab", 4, 2), ("abcd", 2, 2), ("abcd", 1, 1)],
)
def test_a_set_has_as_many_as_are_wanted_or_as_can_stand_together(candidates, wrong, size):
    assert {len(one) for one in sets(candidates, wrong=wrong)} == {size}


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
    how_many = predicted_difficulty("statements", 0.5, "how_many")
    assert predicted_difficulty("statements", 0.5) < how_many < predicted_difficulty("typed", 0.5)
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


def test_who_held_one_office_one_after_the_other_is_alike():
    body = """
facts:
  m: {office: chair, holder: ana, from: 2020, until: 2021, cite: {teacher: x}}
  n: {office: chair, holder: ben, from: 2022, until: 2023, cite: {teacher: x}}
"""
    entities = ENTITIES.replace("media:", "  chair: {name: Chair}\nmedia:")

    likeness = context(body, entities=entities).likeness

    assert likeness.of("ana", "ben") > likeness.of("ana", "dee")


# --- what comes of it ---


def made(**wanted):
    """Return the items of the bundled set of which one is chosen by its name."""
    known = bundled.context()
    kinds = [kind(name) for name in ("who_said", "office", "quote_completion")]
    found = items(Context(known.bank, known.wording, **wanted), kinds=kinds)
    return [item for item in found if item.format == "choice"]


@pytest.mark.parametrize("options", [3, 4, 5])
def test_items_have_as_many_options_as_the_exam_where_so_many_are_sound(options):
    found = Counter(len(item.options) for item in made(profile=Profile(options=options)))

    assert max(found) == options
    assert found[options] > 3
    assert min(found) >= 3


@pytest.fixture(scope="module")
def countries():
    return load_set(paths.QUESTIONS / "countries-of-the-world.yaml")


def test_the_nearer_the_wrong_options_the_harder_is_an_item_expected_to_be(countries):
    expected = []
    for band in Band:
        known = Context(countries, bundled.context().wording, band=band)
        chosen = (one for one in items(known, kinds=[kind("forward")]) if one.format == "choice")
        expected.append(fmean(one.difficulty for one in islice(chosen, 300)))

    assert expected == sorted(expected)
    assert expected[0] < expected[1] < expected[2]


@pytest.mark.parametrize("name", ["true_false", "multi_select", "statements"])
def test_the_band_tells_how_near_the_wrong_options_of_a_kind_are(name):
    known = bundled.context()
    expected = []
    for band in (Band.EASY, Band.HARD):
        found = items(Context(known.bank, known.wording, band=band), kinds=[kind(name)])
        expected.append(fmean(one.difficulty for one in found))

    assert expected[0] < expected[1]


def test_things_with_the_same_single_object_are_mixed_up_sooner():
    body = """
relations:
  lies_in:
    ask: "Where does {s} live?"
    say: "{s} lives in {o}."
    deny: "{s} does not live in {o}."
    subject: person
    object: place
    one_object: yes
facts:
  homes: {lies_in: [[ana, north], [ben, south], [cy, north]], cite: {teacher: x}}
"""
    likeness = context(body).likeness

    assert likeness.of("ana", "cy") > likeness.of("ana", "ben")
