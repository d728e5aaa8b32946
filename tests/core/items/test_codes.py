"""Codes: which sets of them may be offered, what they say, and how evenly they are right."""

from collections import Counter
from random import Random

import pytest

from quizapp.core.items.bodies.coded import EITHER
from quizapp.core.items.codes import code_sets, counted, drawn, which
from quizapp.core.items.refusal import Unaskable
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.library.profiles import load_profiles
from quizapp.library.wording import load_wording

FRAMES = load_wording().kinds["statements"].parts
EXAMS = load_profiles()
#: Every exam with each number of statements of which it has codes.
CODED = [(exam, number) for exam, profile in EXAMS.items() for number in profile.codes]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tf", "1 only"),
        ("ft", "2 only"),
        ("tt", "Both 1 and 2"),
        ("ff", "Neither 1 nor 2"),
        ("fft", "3 only"),
        ("tft", "1 and 3 only"),
        ("ttt", "1, 2 and 3"),
        ("fff", "None of 1, 2 and 3"),
        ("tttf", "1, 2 and 3 only"),
        ("tttt", "1, 2, 3 and 4"),
    ],
)
def test_a_code_says_which_statements_are_correct(code, text):
    assert which(code, "1.", FRAMES).text == text


def test_a_code_speaks_of_the_labels_of_the_exam():
    assert which("tft", EXAMS["cbse"].numerals, FRAMES).text == "I and III only"
    assert which("tft", EXAMS["ugc-net"].numerals, FRAMES).text == "A and C only"


def test_two_statements_have_the_four_codes_of_the_papers():
    assert code_sets(CLASSROOM.codes[2], 4) == (("tf", "ft", "tt", "ff"),)


def test_of_three_statements_the_sets_that_leak_least_are_left():
    sets = code_sets(CLASSROOM.codes[3], 4)

    assert len(sets) == 16  # of 35, as the specification counts them
    with_none = (*CLASSROOM.codes[3], "fff")
    assert len(code_sets(with_none, 4)) == 32  # of 70


@pytest.mark.parametrize(("exam", "number"), CODED)
def test_every_statement_is_asked_in_every_set(exam, number):
    profile = EXAMS[exam]

    sets = code_sets(profile.codes[number], profile.options)

    assert sets
    for codes in sets:
        assert len(codes) == min(profile.options, len(profile.codes[number]))
        assert all(len({code[place] for code in codes}) == 2 for place in range(number))


@pytest.mark.parametrize(("exam", "number"), CODED)
def test_whoever_knows_all_statements_but_one_does_not_always_know_the_code(exam, number):
    profile = EXAMS[exam]

    for codes in code_sets(profile.codes[number], profile.options):
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
    with pytest.raises(Unaskable, match="no codes of 2 statements"):
        drawn(EXAMS["bank"], 2, Random(1))


def test_a_count_stands_for_all_truths_with_so_many():
    (three, four) = counted(CLASSROOM.counts, 4)

    assert (three.parts, four.parts) == (3, 4)
    assert [name for name, _ in three.offered] == ["one", "two", "three", "none"]
    assert dict(three.offered)["two"] == ("ttf", "tft", "ftt")
    assert [len(truths) for _, truths in four.offered] == [4, 6, 4, 1]
    assert EITHER not in "".join("".join(truths) for _, truths in four.offered)


def test_counts_of_which_an_exam_prints_fewer_are_left_out():
    assert counted(CLASSROOM.counts, 3) == []
    assert [one.parts for one in counted(EXAMS["bank"].counts, 5)] == [4]


def test_the_codes_of_a_profile_are_what_is_offered():
    profile = Profile(codes={2: ("tf", "ft", "tt")}, options=3)

    codes, right = drawn(profile, 2, Random(0))

    assert codes == ("tf", "ft", "tt")
    assert right in codes
