"""Items for an exam: of its kinds and formats, with as many options as it prints, lettered so."""

from functools import cache

import pytest

from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import drawn, items, offers, sample
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.refusal import Refusal
from quizapp.core.profiles.profile import Profile
from quizapp.library.profiles import load_profiles
from tests.core.items import bundled

EXAMS = load_profiles()


def under(profile: Profile) -> Context:
    return Context(bundled.context().bank, bundled.context().wording, profile=profile)


@cache
def pool_of(exam: str):
    return tuple(items(under(EXAMS[exam])))


@pytest.mark.parametrize("exam", EXAMS)
def test_an_exam_has_items_of_its_kinds_and_formats_only(exam):
    profile = EXAMS[exam]

    for item in pool_of(exam):
        assert profile.has_kind(item.kind)
        assert profile.has_format(item.format)
        assert item.lettering == profile.lettering
    assert pool_of(exam)


def test_what_is_drawn_is_of_the_exam_too():
    profile = Profile(kinds=frozenset(("office", "first")), formats=frozenset(("choice",)))
    context = under(profile)
    asks = Asks(context)

    found = sample(context, asks, slots=50, draw=3)
    every = [item for posed in drawn(context, asks, draw=3) for item in posed]

    assert {item.kind for item in found} == {"office", "first"}
    assert {item.format for item in (*found, *every)} == {"choice"}


def test_a_slot_that_is_only_asked_in_another_way_is_refused_with_that_reason():
    told = offers(under(Profile(formats=frozenset(("card",)))))

    reasons = {one.reason for one in told if isinstance(one, Refusal) and one.kind == "first"}

    assert "the exam has no choice items" in reasons


@cache
def of_three_options():
    return under(Profile(options=3))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_prints_more_options_than_the_exam_has(kind):
    for item in items(of_three_options(), kinds=(kind,)):
        if item.format == "choice" and item.proof == "kernel":  # an author writes what they like
            assert len(item.options) <= 3


@pytest.mark.parametrize(("exam", "most"), [("classroom", 4), ("upsc", 4), ("bank", 5)])
def test_an_exam_prints_its_options_where_so_many_are_sound(exam, most):
    made = [item for item in pool_of(exam) if item.proof == "kernel" and item.format == "choice"]

    assert max(len(item.options) for item in made) == most


def test_two_profiles_that_say_the_same_have_one_digest_and_others_another():
    kinds = frozenset(("first", "office", "term"))

    same = {Profile(kinds=kinds).digest, Profile(kinds=frozenset(sorted(kinds))).digest}
    others = {profile.digest for profile in EXAMS.values()}

    assert len(same) == 1
    assert len(others | same) == len(EXAMS) + 1
