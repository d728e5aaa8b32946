"""Quizzes assembled from a pool."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from quizapp.core.facts.claim import Claim
from quizapp.core.items.assemble import assemble, most
from quizapp.core.items.item import Item
from tests.core.items.handmade import (
    bank,
    choosing,
    dating,
    offices_bank,
    stating,
    typing,
    which_office,
)

KINDS = ("who_said", "what_said", "office", "first", "multi_select")
#: A fact of the hand-made bank whose slots the items test.
SLOT = "made/fair/took_part:{}"


def one_of(kind: str, number: int, **fields: object) -> Item:
    """Return an item that tests a slot of its own."""
    texts = (f"right {number}", "one", "two", "three")
    made = choosing(f"{kind} {number}?", *texts, kind=kind, tests=(SLOT.format(number),))
    return replace(made, **fields)  # type: ignore[arg-type]


def judged(number: int, *, true: bool = True) -> Item:
    claim = Claim("took_part", "fair", "asha")
    return stating(claim, f"Statement {number}", true=true, tests=(SLOT.format(number),))


def several(count: int = 30) -> list[Item]:
    """Return items of all kinds in turn, no two of them enemies."""
    return [one_of(KINDS[number % len(KINDS)], number) for number in range(count)]


def quiz(
    pool: Sequence[Item], *, size: int | None = None, seed: int = 0, feedback: bool = False
) -> tuple[Item, ...]:
    return assemble(pool, bank(), size=size, feedback_each=feedback, rng=random.Random(seed))


def test_a_quiz_has_the_size_asked_for() -> None:
    assert [len(quiz(several(), size=size)) for size in (5, 10, 20)] == [5, 10, 20]


def test_a_quiz_is_shorter_where_no_more_can_stand_together() -> None:
    assert len(quiz(several(4), size=10)) == 4


def test_an_empty_pool_makes_an_empty_quiz() -> None:
    assert quiz([]) == ()
    assert most([], bank()) == 0


def test_one_quiz_never_asks_one_slot_twice() -> None:
    pool = [one_of(kind, number) for kind in KINDS for number in range(6)]

    slots = [slot for item in quiz(pool) for slot in item.tests]

    assert len(slots) == len(set(slots)) == 6


def test_all_that_can_stand_together_are_as_many_as_promised_whatever_the_seed() -> None:
    # A star: one item is the enemy of all the others, which stand together.
    hub = one_of("office", 0, tests=tuple(SLOT.format(number) for number in range(1, 9)))
    pool = [hub, *several(20)]

    assert most(pool, bank()) == 20
    assert {len(quiz(pool, seed=seed)) for seed in range(20)} == {20}


def test_the_same_chance_makes_the_same_quiz_from_the_pool_in_any_order() -> None:
    pool = several()

    assert quiz(pool, size=10, seed=3) == quiz(pool[::-1], size=10, seed=3)


def test_another_chance_makes_another_quiz() -> None:
    assert quiz(several(), size=10, seed=1) != quiz(several(), size=10, seed=2)


def test_kinds_share_a_quiz_evenly() -> None:
    pool = [*several(10), *(one_of("what_said", number) for number in range(100, 200))]

    counted = Counter(item.kind for item in quiz(pool, size=10))

    assert counted == dict.fromkeys(KINDS, 2)


def test_statements_to_judge_are_at_most_a_third_of_a_quiz() -> None:
    pool = [*several(6), *(judged(number) for number in range(100, 130))]

    counted = Counter(item.kind == "true_false" for item in quiz(pool))

    assert counted == {False: 6, True: 3}


def test_a_pool_of_nothing_but_statements_is_used_as_it_is() -> None:
    assert len(quiz([judged(number) for number in range(9)], size=5)) == 5


def test_true_and_false_are_right_equally_often() -> None:
    pool = [*several(40), *(judged(n, true=n % 5 > 0) for n in range(100, 140))]

    keys = Counter(item.key for item in quiz(pool, size=20) if item.kind == "true_false")

    assert keys[(0,)] == keys[(1,)]


def test_themes_are_spread_where_the_kind_leaves_a_choice() -> None:
    shapes = [("took_part", range(50)), ("date", range(50, 52)), ("place", range(52, 54))]
    pool = [
        one_of("office", number, tests=(f"made/fair/{part}",), id=f"{number:03}")
        for part, numbers in shapes
        for number in numbers
    ]

    tested = {slot for item in quiz(pool, size=3) for slot in item.tests}

    assert len(tested) == 3


def test_items_of_one_kind_do_not_follow_each_other_where_it_can_be_avoided() -> None:
    order = [item.kind for item in quiz(several(20))]

    assert all(first != second for first, second in pairwise(order))


@pytest.mark.parametrize("seed", range(5))
def test_with_feedback_an_item_that_teaches_comes_after_what_it_would_answer(seed: int) -> None:
    teaching = choosing("Who?", "Asha", "Dev", tests=("made/o-mayor/holder",), kind="office")
    pool = [teaching, which_office("bela", "judge", "mayor")]
    chance = random.Random(seed)

    made = assemble(pool, offices_bank(), size=None, feedback_each=True, rng=chance)

    assert [item.stem for item in made] == ["Which office did bela hold?", "Who?"]


@pytest.mark.parametrize("seed", range(5))
def test_keys_stand_in_every_position_equally_often(seed: int) -> None:
    positions = Counter(item.key for item in quiz(several(20), size=20, seed=seed))

    assert positions == {(place,): 5 for place in range(4)}


def test_reordering_changes_neither_the_item_nor_what_is_right() -> None:
    by_id = {item.id: item for item in several()}

    for item in quiz(several()):
        before = by_id[item.id]
        assert sorted(item.options, key=str) == sorted(before.options, key=str)
        assert [item.options[index].text for index in item.key] == [
            before.options[index].text for index in before.key
        ]


def test_several_right_options_are_shuffled_too() -> None:
    pool = [choosing("Which?", "a", "b", "c", "d", right=(0, 1))]

    keys = {quiz(pool, seed=seed)[0].key for seed in range(30)}

    assert len(keys) > 3


def test_dates_stay_in_their_order() -> None:
    pool = [dating("When?", "fair", "2020-01", "2020-02", "2020-03", right=(1,))]

    assert {quiz(pool, seed=seed) for seed in range(10)} == {tuple(pool)}


def test_typed_items_and_statements_stay_as_they_are() -> None:
    pool = [typing("Who?", "Asha", "Rao"), judged(1)]

    assert sorted(quiz(pool), key=lambda item: item.id) == sorted(pool, key=lambda item: item.id)
