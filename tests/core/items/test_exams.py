"""Items for an exam: of its kinds and formats, with as many options as it prints, lettered so."""

from functools import cache
from itertools import chain, islice

import pytest

from quizapp import paths
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import drawn, items, offers, pose, sample
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.kinds.pairs import Pairs
from quizapp.core.items.refusal import Refusal, Unaskable
from quizapp.core.profiles.profile import Profile
from quizapp.library.files import load_set
from quizapp.library.profiles import load_profiles
from tests.core.items import bundled

EXAMS = load_profiles()
#: Two options, several right ones, or another way to answer than by a letter.
CLASSROOM_ONLY = {
    *("first", "true_false", "multi_select", "matching", "ordering"),
    *("date", "number", "short_answer", "flashcard"),
}


def items_of(context: Context, kind: ItemKind, slot: str):
    """Return the items of a slot; none where it cannot be asked."""
    try:
        return pose(context, kind, slot, seed=0)
    except Unaskable:
        return ()


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
def of_two_options():
    return under(Profile(options=2))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_prints_more_options_than_the_exam_has(kind):
    for item in items(of_two_options(), kinds=(kind,)):
        if item.format in {"choice", "statements"} and item.proof == "kernel":
            assert len(item.options) <= 2  # an author may write as many as they like


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


def test_statements_and_pairs_of_an_exam_have_its_codes_and_labels():
    for exam, first in (("bank", "1."), ("cbse", "I."), ("ugc-net", "A.")):
        made = [item for item in pool_of(exam) if item.kind == "statements"]
        profile = EXAMS[exam]

        assert made
        for item in made:
            assert item.parts[0].label == first
            patterns = {code for option in item.options for code in option.patterns}
            assert patterns <= set(profile.codes[len(item.parts)])


def test_a_bank_paper_counts_four_statements_with_five_answers():
    made = [item for item in pool_of("bank") if item.kind == "how_many"]

    assert {(len(item.parts), len(item.options)) for item in made} == {(4, 5)}


@pytest.mark.parametrize(("exam", "sizes"), [("bank", {(4, 5)}), ("upsc", {(3, 4), (4, 4)})])
def test_pairs_are_as_many_as_the_exam_counts(exam, sizes):
    bank = load_set(paths.QUESTIONS / "countries-of-the-world.yaml")
    context = Context(bank, bundled.context().wording, profile=EXAMS[exam])
    slots = islice(Pairs().slots(context), 400)

    made = chain.from_iterable(items_of(context, Pairs(), slot) for slot in slots)

    found = {(len(item.parts), len(item.options)) for item in islice(made, 12)}
    assert found == sizes


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.name not in CLASSROOM_ONLY])
def test_every_kind_that_a_paper_can_print_is_in_some_exam(kind):
    assert [exam for exam, profile in EXAMS.items() if profile.kinds and kind in profile.kinds]
