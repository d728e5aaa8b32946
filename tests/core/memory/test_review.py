"""What a review says of the slots that it tests."""

from datetime import UTC, timedelta

import pytest
from fsrs import Rating

from quizapp.core.grading.score import Outcome
from quizapp.core.memory.evidence import recall, retrieved_if_right, retrieved_if_wrong
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.review import PartOutcome, Review, evidence
from quizapp.core.memory.state import Memory
from tests.core.memory.reviews import BLANK, DAY, NOON, RIGHT, SLOT, WRONG, button, review

OTHER = "talks/dialogue/date"
KNOWN = {
    SLOT: Memory(stability=10, difficulty=5, last_day=DAY - timedelta(10)),
    OTHER: Memory(stability=10, difficulty=5, last_day=DAY - timedelta(80)),
}


def of(one: Review, slot: str = SLOT):
    return evidence(one, KNOWN, UTC)[slot]


def of_parts(*parts: PartOutcome, format_name: str = "statements") -> Review:
    return Review(id="x", answered=NOON, feedback=NOON, format=format_name, parts=tuple(parts))


@pytest.mark.parametrize("format_name", sorted(FORMS))
def test_a_response_is_weighed_with_the_constants_of_its_form(format_name: str) -> None:
    form = FORMS[format_name]
    chance = recall(KNOWN[SLOT], DAY)
    assert chance == pytest.approx(0.9)

    right = of(review(RIGHT, format_name, options=5))
    wrong = of(review(WRONG, format_name, options=5))

    assert right.retrieved == retrieved_if_right(chance, form, form.guess(5))
    assert wrong.retrieved == retrieved_if_wrong(chance, form, form.guess(5))
    assert right.gain == wrong.gain == form.gain
    assert (right.failed, wrong.failed) == (False, True)


@pytest.mark.parametrize("format_name", sorted(FORMS))
def test_whoever_does_not_know_did_not_slip(format_name: str) -> None:
    found = of(review(BLANK, format_name))

    assert found.retrieved == 0
    assert found.failed


@pytest.mark.parametrize(
    ("help_", "rating"),
    [
        ({}, Rating.Good),
        ({"hints": 1}, Rating.Hard),
        ({"tries": 2}, Rating.Hard),
        ({"certainty": 1}, Rating.Hard),
        ({"certainty": 2}, Rating.Good),
        ({"certainty": 3}, Rating.Good),
        ({"seconds": 2.0}, Rating.Good),  # never Easy by itself
    ],
)
def test_help_makes_it_hard_and_speed_does_not_make_it_easy(help_, rating) -> None:
    assert of(review(RIGHT, "choice", **help_)).rating is rating


@pytest.mark.parametrize("rating", list(Rating))
def test_of_a_card_the_button_counts(rating: Rating) -> None:
    found = of(button(rating, hints=1))

    if rating is Rating.Again:
        assert found.retrieved == 0
    else:
        assert (found.retrieved, found.rating) == (1, rating)


def test_whoever_is_sure_and_right_hardly_guessed() -> None:
    form = FORMS["choice"]
    chance = recall(KNOWN[SLOT], DAY)

    sure = of(review(RIGHT, "choice", certainty=3))
    unsure = of(review(RIGHT, "choice", certainty=1))

    assert sure.retrieved == retrieved_if_right(chance, form, 0.2 / 4)
    assert unsure.retrieved == retrieved_if_right(chance, form, 1 / 4)
    assert of(review(WRONG, "choice", certainty=3)) == of(review(WRONG, "choice"))


@pytest.mark.parametrize("format_name", sorted(FORMS))
def test_a_choice_that_is_right_too_fast_tells_nothing(format_name: str) -> None:
    chooses = format_name in {"choice", "choices", "statements", "true_false"}

    assert bool(evidence(review(RIGHT, format_name, seconds=1.4), KNOWN, UTC)) is not chooses
    assert evidence(review(WRONG, format_name, seconds=1.4), KNOWN, UTC)
    assert evidence(review(RIGHT, format_name, seconds=1.5), KNOWN, UTC)
    assert evidence(review(RIGHT, format_name, seconds=None), KNOWN, UTC)


def test_without_feedback_nothing_is_told() -> None:
    assert evidence(review(RIGHT, feedback=None), KNOWN, UTC) == {}


def test_the_day_is_that_of_the_response_not_of_the_feedback() -> None:
    late = review(RIGHT, feedback=NOON + timedelta(5))

    assert of(late).day == DAY


def test_each_part_tells_of_its_own_slot() -> None:
    told = evidence(
        of_parts(PartOutcome((SLOT,), RIGHT, 2), PartOutcome((OTHER,), WRONG, 2)), KNOWN, UTC
    )

    assert told[SLOT] == of(review(RIGHT, "statements", options=2))
    assert told[OTHER] == of(review(WRONG, "statements", options=2, slots=(OTHER,)), OTHER)


def test_the_blame_for_a_whole_is_shared_by_how_likely_each_was_forgotten() -> None:
    chances = {slot: recall(memory, DAY) for slot, memory in KNOWN.items()}
    forgotten = 2 - sum(chances.values())

    told = evidence(review(WRONG, "choice", slots=(SLOT, OTHER)), KNOWN, UTC)

    assert sum(1 - one.retrieved for one in told.values()) == pytest.approx(1)
    for slot, one in told.items():
        assert 1 - one.retrieved == pytest.approx((1 - chances[slot]) / forgotten)
    assert told[OTHER].retrieved < told[SLOT].retrieved


def test_the_blame_is_shared_among_slots_that_were_all_seen_today() -> None:
    today = {slot: Memory(stability=9, difficulty=5, last_day=DAY) for slot in KNOWN}

    told = evidence(review(WRONG, "choice", slots=(SLOT, OTHER)), today, UTC)

    assert [one.retrieved for one in told.values()] == [0.5, 0.5]


def test_a_whole_that_is_right_tells_of_every_slot_by_itself() -> None:
    whole = evidence(review(RIGHT, "choice", slots=(SLOT, OTHER)), KNOWN, UTC)

    for slot, one in whole.items():
        assert one == of(review(RIGHT, "choice", slots=(slot,)), slot)


def test_a_slot_named_twice_is_one_slot() -> None:
    assert of(review(WRONG, "typed", slots=(SLOT, SLOT))) == of(review(WRONG, "typed"))


@pytest.mark.parametrize("outcomes", [(RIGHT, WRONG), (WRONG, RIGHT)])
def test_of_a_slot_in_several_parts_the_worst_counts(outcomes) -> None:
    parts = [PartOutcome((SLOT,), outcome, 2) for outcome in outcomes]

    assert of(of_parts(*parts)) == of(of_parts(PartOutcome((SLOT,), WRONG, 2)))


def test_a_part_is_never_half_right() -> None:
    with pytest.raises(ValueError, match="right or wrong"):
        PartOutcome((SLOT,), Outcome.PARTLY)
