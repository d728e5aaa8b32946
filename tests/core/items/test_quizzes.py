"""Assembled quizzes of the bundled sets hold no two items of which one spoils the other.

Judged pair by pair, without the indexes and masks of the assembling.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random

import pytest

from quizapp import paths
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items.item import Item
from quizapp.core.items.printed import uncovered_texts
from quizapp.core.items.said import printed_of
from quizapp.core.items.wanted import Sort, Wanted
from quizapp.core.proof.kernel import Kernel
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from tests.core.items import bundled
from tests.core.items.handmade import choosing

every_set = pytest.mark.parametrize("name", sorted(p.stem for p in paths.QUESTIONS.glob("*.yaml")))
both = pytest.mark.parametrize("feedback", [False, True], ids=["at the end", "after each"])


@cache
def shelf(name: str) -> Shelf:
    return Shelf(load_set(paths.QUESTIONS / f"{name}.yaml"), load_wording())


def spoiled(quiz: tuple[Item, ...], bank: Bank, *, feedback: bool) -> Iterator[str]:
    """Yield what is wrong with a quiz, in words."""
    kernel = Kernel.of_bank(bank)
    for one, then in combinations(quiz, 2):
        if set(one.tests) & set(then.tests):
            yield f"{one.stem} / {then.stem}: one slot"
        if _quoted(one, bank) & _quoted(then, bank):
            yield f"{one.stem} / {then.stem}: one statement is printed"
        yield from _told(kernel, one, then, set(one.asserts))
        yield from _told(kernel, then, one, set(then.asserts))
        if feedback or one.format == "card":
            yield from _told(kernel, one, then, {*one.asserts, *_right(one)})


def _told(kernel: Kernel, one: Item, other: Item, known: set[Claim]) -> Iterator[str]:
    knowing, nothing = kernel.assuming(known), kernel.assuming(())
    for claim in _claims(other):
        if nothing.status(claim) is Status.UNKNOWN and knowing.status(claim) is not Status.UNKNOWN:
            yield f"{one.stem} tells {other.stem}: {claim}"


def _claims(item: Item) -> list[Claim]:
    said = (*item.options, *item.parts)
    return [claim for one in said for claim in one.claims]


def _right(item: Item) -> list[Claim]:
    """Return what the key says once it is shown: of a false statement that it is not so."""
    return [
        claim if one.holds else claim.negated()
        for one in (*item.options, *item.parts)
        for claim in one.claims
        if one.holds is not None
    ]


def _quoted(item: Item, bank: Bank) -> set[str]:
    return set(printed_of(bank).inside("\n".join(uncovered_texts(item))))


def check(name: str, *, feedback: bool, seeds: range, sort: Sort = Sort.MIXED) -> None:
    for seed in seeds:
        quiz = shelf(name).quiz(
            size=20, feedback_each=feedback, rng=Random(seed), wanted=Wanted(sort)
        )
        assert len(quiz) > 1
        assert list(spoiled(quiz, shelf(name).bank, feedback=feedback)) == []


@every_set
@both
def test_no_item_of_a_quiz_spoils_another(name: str, feedback: bool) -> None:
    check(name, feedback=feedback, seeds=range(3))


@pytest.mark.parametrize("sort", [Sort.CARDS, Sort.TYPED])
def test_no_card_and_no_typed_item_of_a_quiz_spoils_another(sort: Sort) -> None:
    check(bundled.SET, feedback=False, seeds=range(3), sort=sort)


@pytest.mark.long
@every_set
@both
@pytest.mark.parametrize("sort", Sort)
def test_no_item_of_many_quizzes_spoils_another(name: str, feedback: bool, sort: Sort) -> None:
    check(name, feedback=feedback, seeds=range(3, 23), sort=sort)


def test_a_spoiled_quiz_is_seen() -> None:
    bank = bundled.context().bank
    one, other = (item for item in bundled.of_kind("first")[:2])
    right = next(option for option in other.options if option.right)
    telling = choosing("So it was.", "a", "b", asserts=right.claims)

    assert list(spoiled((telling, other), bank, feedback=False))
    assert list(spoiled((one, replace(one, stem="?")), bank, feedback=False))
