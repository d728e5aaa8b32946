"""Codes: which sets of them an exam may offer, and how evenly each of them is right."""

from collections import Counter
from random import Random

import pytest

from quizapp.core.items.codes import code_sets, counts_of, drawn, how_many
from quizapp.core.items.refusal import Unaskable
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.library.profiles import load_profiles
from quizapp.library.wording import load_wording

WORDS = load_wording().codes
EXAMS = load_profiles()
#: Every exam with each number of statements of which it has codes.
CODED = [(exam, number) for exam, profile in EXAMS.items() for number in profile.codes]


def test_two_statements_have_the_four_codes_of_the_papers():
    assert code_sets(CLASSROOM.codes[2], 4) == (("tf", "ft", "tt", "ff"),)


def test_of_three_statements_the_sets_that_leak_least_are_left():
    with_none = (*CLASSROOM.codes[3], "fff")

    assert len(code_sets(CLASSROOM.codes[3], 4)) == 16  # of 35, as the specification counts them
    assert len(code_sets(with_none, 4)) == 32  # of 70


@pytest.mark.parametrize(("exam", "number"), CODED)
def test_every_statement_is_asked_in_every_set_and_knowing_the_others_may_not_do(exam, number):
    profile = EXAMS[exam]

    sets = code_sets(profile.codes[number], profile.options)

    assert sets
    for codes in sets:
        assert len(codes) == min(profile.options, len(profile.codes[number]))
        assert all(len({code[place] for code in codes}) == 2 for place in range(number))
        left = [{code[:place] + code[place + 1 :] for code in codes} for place in range(number)]
        assert any(len(rest) < len(codes) for rest in left)


@pytest.mark.parametrize(("exam", "number"), CODED)
def test_every_place_among_the_codes_is_right_equally_often(exam, number):
    profile, rng, times = EXAMS[exam], Random(1), 4_000
    places: Counter[int] = Counter()

    for _ in range(times):
        codes, right = drawn(profile, number, rng)
        places[codes.index(right)] += 1

    expected = times / len(codes)
    assert sum((found - expected) ** 2 / expected for found in places.values()) < 20


def test_an_exam_without_codes_of_so_many_statements_has_no_such_items():
    with pytest.raises(Unaskable, match="no codes for 2 statements"):
        drawn(EXAMS["bank"], 2, Random(1))


def test_a_count_stands_for_all_truths_with_so_many():
    codes = how_many(WORDS.statements, CLASSROOM.counts[3], 3)

    assert [code.text for code in codes] == ["Only one", "Only two", "All three", "None"]
    assert codes[1].patterns == ("ttf", "tft", "ftt")
    assert codes[3].patterns == ("fff",)


@pytest.mark.parametrize(
    ("profile", "parts", "said"),
    [
        (EXAMS["bank"], 3, "does not ask how many of 3"),
        (Profile(options=3), 3, "has not as many options"),
    ],
)
def test_what_an_exam_does_not_count_is_not_asked(profile, parts, said):
    with pytest.raises(Unaskable, match=said):
        counts_of(profile.counts, parts, profile)
