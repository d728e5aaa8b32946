"""A fit sees the older reviews only, and is judged by the newest, as the weights will be used."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from functools import cache
from math import inf, log, sqrt
from random import Random

import pytest
from fsrs import Rating

from quizapp.core.memory import fitting
from quizapp.core.memory.fitting import ENOUGH, Counted, Fit, fit, losses, standard_error
from quizapp.core.memory.replay import changes
from quizapp.core.memory.state import Memory
from quizapp.core.memory.weights import USUAL, Weights
from tests.core.memory.reviews import button

SLOTS = 20
#: Each slot once on the first day, and then scored on each of so many.
DAYS = ENOUGH // SLOTS


def by_chance(rng: Random) -> Callable[[int], Rating]:
    return lambda day: Rating.Good if rng.random() < 0.6 + 0.01 * day else Rating.Again


def log_of(outcome: Callable[[int], Rating], days: int = DAYS) -> list[Counted]:
    """Return cards that are all turned every other day, and that come out so."""
    return [
        Counted(button(outcome(day), days=2 * day, slots=(f"talks/{slot}/holder",)), UTC)
        for day in range(days + 1)
        for slot in range(SLOTS)
    ]


@cache
def reviews() -> tuple[Counted, ...]:
    return tuple(log_of(by_chance(Random(1))))


@cache
def found() -> Fit:
    made = fit({}, reviews(), USUAL)
    assert made is not None
    return made


def turned(one: Counted) -> Counted:
    """Return a review that came out the other way."""
    (part,) = one.review.parts
    rating = Rating.Good if one.review.rating is Rating.Again else Rating.Again
    other = button(rating, slots=part.slots, id=one.review.id)
    dated = replace(other, answered=one.review.answered, feedback=one.review.feedback)
    return replace(one, review=dated)


def test_too_few_reviews_are_not_fitted_to() -> None:
    assert found().scored == ENOUGH
    assert fit({}, reviews()[:-1], USUAL) is None


def test_the_newest_fifth_is_held_back() -> None:
    assert found().held == ENOUGH // 5


def test_weights_do_not_know_what_was_held_back() -> None:
    log_ = reviews()
    cut = len(log_) - ENOUGH // 5

    blind = fit({}, [*log_[:cut], *(turned(one) for one in log_[cut:])], USUAL)
    other = fit({}, [*(turned(one) for one in log_[:cut]), *log_[cut:]], USUAL)

    assert blind is not None
    assert other is not None
    assert blind.weights == found().weights
    assert blind.before != found().before
    assert other.weights != found().weights


def after(reviews_: tuple[Counted, ...]) -> dict[str, Memory]:
    memories: dict[str, Memory] = {}
    for one in reviews_:
        told = changes(memories, one.review, one.zone, one.weights)
        memories |= {slot: change.after for slot, change in told.items()}
    return memories


def mean_loss(memories: dict[str, Memory], newest: tuple[Counted, ...], weights: Weights) -> float:
    told = [loss for _slot, loss in losses(memories, newest, weights)]
    return sum(told) / len(told)


def test_both_weights_go_on_from_the_memories_as_they_were_at_the_cut() -> None:
    # Others were in force while the log was made, and the present ones are others again.
    former, present = Weights(again=1.0, lapse=3.0), Weights(growth=2.5)
    log_ = tuple(replace(one, weights=former) for one in reviews())
    cut = len(log_) - ENOUGH // 5

    made = fit({}, log_, present)

    assert made is not None
    known = after(log_[:cut])
    assert known != after(reviews()[:cut])
    assert made.before == mean_loss(known, log_[cut:], present)
    assert made.after == mean_loss(known, log_[cut:], made.weights)
    # What was in force then is no matter for what is the likeliest.
    assert made.weights == found().weights


def test_a_fit_begins_with_the_memories_of_before() -> None:
    early, late = reviews()[:SLOTS], log_of(by_chance(Random(2)), DAYS + 1)
    known = after(early)

    begun = fit(known, late, USUAL)

    assert begun is not None
    assert begun.before != fit({}, late, USUAL).before  # type: ignore[union-attr]  # it is enough


def test_the_same_reviews_give_the_same_weights() -> None:
    assert fit({}, reviews(), USUAL) == found()


@pytest.mark.parametrize("rating", [Rating.Again, Rating.Good])
def test_whatever_comes_weights_stay_within_the_bounds(rating: Rating) -> None:
    made = fit({}, log_of(lambda _day: rating), USUAL)

    assert made is not None
    assert made.weights.are_sound
    assert made.weights != USUAL


def test_what_reviews_say_nothing_of_stays_about_the_usual() -> None:
    made = fit({}, log_of(lambda _day: Rating.Good), USUAL)

    assert made is not None
    # Nothing failed first, and nothing lapsed.
    assert abs(log(made.weights.again / USUAL.again)) < 0.35 * fitting.SPREAD[0]
    assert abs(log(made.weights.lapse / USUAL.lapse)) < 0.35 * fitting.SPREAD[3]
    assert log(made.weights.good / USUAL.good) > 0.5 * fitting.SPREAD[1]


def test_others_have_their_turn_meanwhile() -> None:
    turns = []

    fit({}, reviews(), USUAL, pause=lambda: turns.append(1))

    assert len(turns) > 10 * len(reviews()) / 16


def test_the_error_of_values_of_one_slot_each_is_the_usual_one() -> None:
    values = [("a", 1.0), ("b", 2.0), ("c", 3.0), ("d", 6.0)]

    # Variance 14 / 3 of four values.
    assert standard_error(values) == pytest.approx(sqrt(14 / 3 / 4))


def test_the_same_slot_again_tells_nothing_new() -> None:
    once = [("a", 1.0), ("b", 2.0), ("c", 3.0), ("d", 6.0)]

    assert standard_error(once * 2) == pytest.approx(standard_error(once))
    others = [(f"{slot}'", value) for slot, value in once]
    assert standard_error(once + others) < 0.75 * standard_error(once)


def test_of_one_slot_alone_nothing_is_sure() -> None:
    assert standard_error([("a", 1.0), ("a", 2.0)]) == inf


@pytest.mark.parametrize(
    ("after_", "better"), [(0.39, True), (0.399, False), (0.4, False), (0.5, False)]
)
def test_better_is_what_is_better_by_more_than_the_error(after_: float, better: bool) -> None:
    told = Fit(USUAL, 500, 100, before=0.4, after=after_, error=0.005 / fitting.SURE)

    assert told.is_better is better
